import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

// What the machine of the proofs has installed: Debian's development branch has the newest engine that a mirror of Debian offers.
const SUITE = 'sid';
const PACKAGES = [
  ...['docker.io', 'docker-cli', 'docker-buildx', 'docker-compose', 'docker-registry'],
  ...['busybox-static', 'ca-certificates', 'curl', 'iproute2', 'iptables', 'jq', 'nginx-light'],
  ...['openssh-client', 'openssl', 'procps', 'psmisc', 'python3-minimal', 'sudo'],
];
const STARTING = 60_000;

// The first process of the machine: all that it mounts and starts goes with it. What containers write stays in memory. A chroot alone
// would not do: docker exec enters the root of the namespace, which would still be that of this machine.
const BOOT = `
set -e
mount --make-rprivate /
mount --bind "$0" "$0"
cd "$0"
mkdir -p var/lib/docker old
mount -t proc proc proc
mount --rbind /sys sys
mount --rbind /dev dev
for folder in run tmp srv var/lib/docker root; do mount -t tmpfs tmpfs $folder; done
ip link set lo up
hostname engine
pivot_root . old
exec chroot . sh -c 'umount -l /old; while :; do dockerd --log-level error >>/run/dockerd.log 2>&1; sleep 0.2; done'
`;

/** A machine of its own, with a Docker Engine, in the namespaces of this one. */
export interface Engine {
  /** The version that the engine tells. */
  version: string;
  /** Runs a script of Bash there, with nothing to read; `code` is 124 after `timeout` milliseconds. */
  run: (script: string, timeout: number) => { code: number; output: string };
  /** Ends it, and all that runs in it. */
  stop: () => void;
}

/** Why no engine can be run here; nothing when one can. */
export function findObstacle(): string | undefined {
  if (process.platform !== 'linux') return 'it takes Linux';
  if (process.getuid?.() !== 0) return 'it takes root';
  const missing = ['debootstrap', 'unshare', 'nsenter', 'setpriv'].filter(
    (program) => spawnSync(program, ['--version']).error !== undefined,
  );
  if (missing.length > 0) return `it takes ${missing.join(', ')}`;
  const mirror = findMirror();
  if (mirror === undefined) return 'no mirror of Debian is set';
  const { status } = spawnSync('wget', [
    '-q',
    '--spider',
    '-T',
    '20',
    `${mirror}dists/${SUITE}/Release`,
  ]);
  return status === 0 ? undefined : `${mirror} does not answer`;
}

/** Makes the system of the machine, once for each list of packages; returns its folder. */
export function makeSystem(cache: string): string {
  const name = createHash('sha256')
    .update([SUITE, ...PACKAGES].join())
    .digest('hex')
    .slice(0, 8);
  const folder = join(cache, `engine-${name}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const { status, stdout } = spawnSync(
    'debootstrap',
    ['--variant=minbase', `--include=${PACKAGES.join()}`, SUITE, draft, findMirror() ?? ''],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (status !== 0) throw new Error(`debootstrap failed:\n${stdout.trim().split('\n').at(-1)}`);
  renameSync(draft, folder);
  return folder;
}

/** Starts the machine of that system and waits until its engine answers. */
export async function startEngine(system: string): Promise<Engine> {
  // Whatever ends this process ends the machine.
  const machine = spawn(
    'setpriv',
    [
      ...['--pdeathsig', 'KILL', 'unshare', '--mount', '--pid', '--net', '--ipc', '--uts'],
      ...['--fork', '--kill-child', 'sh', '-c', BOOT, system],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const run: Engine['run'] = (script, timeout) => enter(machine, script, timeout);
  const stop = () => void machine.kill('SIGKILL');
  const until = Date.now() + STARTING;
  while (Date.now() < until && machine.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (machine.exitCode !== null) break;
    const { code, output } = run(`docker version --format '{{.Server.Version}}'`, 5000);
    // Debian's own mark is no part of the version.
    if (code === 0) return { version: output.trim().replace(/\+.*/, ''), run, stop };
  }
  const why = machine.exitCode === null ? run('tail -n 5 /run/dockerd.log', 5000).output : '';
  stop();
  throw new Error(`the engine does not start\n${why}`.trim());
}

function enter(machine: ChildProcess, script: string, timeout: number): ReturnType<Engine['run']> {
  const first = readFileSync(`/proc/${machine.pid}/task/${machine.pid}/children`, 'utf8').trim();
  const { status, stdout } = spawnSync(
    'nsenter',
    [
      ...['--target', first, '--mount', '--pid', '--net', '--ipc', '--uts', '--root', '--wd'],
      ...['timeout', '--kill-after=5', String(timeout / 1000), 'bash', '-c', script],
    ],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        HOME: '/root',
        PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
        LC_ALL: 'C.UTF-8',
        USER: 'root',
      },
      maxBuffer: 2 ** 26,
    },
  );
  return { code: status ?? 124, output: stdout };
}

// The mirror of the machine's own packages
function findMirror(): string | undefined {
  const { stdout } = spawnSync(
    'apt-get',
    ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages'],
    { encoding: 'utf8' },
  );
  return (stdout ?? '').split('\n').find((address) => address.endsWith('/debian/'));
}
