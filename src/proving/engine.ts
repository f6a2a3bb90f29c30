import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

// What the machine of the proofs has installed: Debian's development branch has the newest engine that a mirror of Debian offers.
const SUITE = 'sid';
const PACKAGES = [
  ...['docker.io', 'docker-cli', 'docker-buildx', 'docker-compose', 'docker-registry', 'notation'],
  ...['aardvark-dns', 'bash-completion', 'bind9-dnsutils', 'busybox-static'],
  ...['ca-certificates', 'catatonit', 'createrepo-c', 'cron', 'curl', 'dnf', 'git'],
  ...['golang-docker-credential-helpers', 'iproute2', 'iptables', 'jq', 'mkcert'],
  ...['nftables', 'nginx-light', 'openssh-client', 'openssh-server', 'openssl', 'pass'],
  ...['podman', 'postgresql-18', 'procps', 'psmisc', 'python3-minimal', 'restic', 'rpm'],
  ...['rsync', 'sudo', 'supervisor', 'systemd-sysv', 'tcpdump'],
];
const STARTING = 60_000;
// In it are the cgroups of all containers, so that they can be found and taken away.
const CGROUP = 'proofs-of-articles';

// The first process of the machine: all that it mounts and starts goes with it, and what it writes stays in memory. A chroot alone would
// not do: docker exec enters the root of the namespace, which would still be that of this machine. It begins with what another has made, but
// with networks of its own: one that was copied has no address of the bridge.
const BOOT = `
set -e
mount --make-rprivate /
mount -t tmpfs tmpfs "$0/memory"
mkdir "$0/memory/upper" "$0/memory/work" "$0/memory/root"
mount -t overlay -o "lowerdir=$0/system,upperdir=$0/memory/upper,workdir=$0/memory/work" proofs "$0/memory/root"
cd "$0/memory/root"
mount -t proc proc proc
mount -t sysfs sysfs sys
mount --rbind /sys/fs/cgroup sys/fs/cgroup
mount --rbind /dev dev
mkdir -p var/lib/docker old
for folder in run tmp var/lib/docker root; do mount -t tmpfs tmpfs "$folder"; done
if [ "$1" ]; then for folder in var/lib/docker root; do cp -a "$1/$folder/." "$folder"; done; rm -rf var/lib/docker/network; fi
ip link set lo up
hostname engine
pivot_root . old
exec chroot . sh -c 'umount -l /old; touch /run/proofs-booted; until [ -e /run/proofs-prepared ]; do sleep 0.1; done
while :; do GOGC=400 dockerd --log-level error --cgroup-parent /${CGROUP} >>/run/dockerd.log 2>&1; sleep 0.2; done'
`;

// Asked directly: a start of Docker's command line takes longer than the answer.
const VERSION =
  'set -o pipefail; curl -sf --unix-socket /run/docker.sock http://engine/version | jq -r .Version';

/** A machine of its own, with a Docker Engine, in the namespaces of this one. */
export interface Engine {
  /** The version that the engine tells. */
  version: string;
  /** Where its files are, seen from here. */
  root: string;
  /** Runs a script of Bash there, with nothing to read; `code` is 124 after `timeout` milliseconds. */
  run: (script: string, timeout: number) => Promise<{ code: number; output: string }>;
  /** Ends it, and all that runs in it. */
  stop: () => Promise<void>;
}

/** Why no engine can be run here; nothing when one can. */
export function findObstacle(): string | undefined {
  if (process.platform !== 'linux') return 'it takes Linux';
  if (process.getuid?.() !== 0) return 'it takes root';
  const missing = ['debootstrap', 'unshare', 'nsenter', 'setpriv'].filter(
    (program) => spawnSync(program, ['--version']).error !== undefined,
  );
  return missing.length > 0 ? `it takes ${missing.join(', ')}` : undefined;
}

/** Makes the system of the machine in a folder of `cache`, once for each list of packages; returns the folder, or nothing without a mirror. */
export async function makeSystem(cache: string): Promise<string | undefined> {
  const name = createHash('sha256')
    .update([SUITE, ...PACKAGES].join())
    .digest('hex')
    .slice(0, 8);
  const folder = join(cache, `engine-${name}`);
  if (existsSync(folder)) return folder;
  const mirror = await findMirror();
  if (mirror === undefined) return undefined;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(join(draft, 'memory'), { recursive: true });
  const { status, stdout } = spawnSync(
    'debootstrap',
    [
      ...['--variant=minbase', `--include=${PACKAGES.join()}`],
      ...[SUITE, join(draft, 'system'), mirror],
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(`debootstrap failed:\n${stdout.trim().split('\n').at(-1)}`);
  }
  rmSync(join(draft, 'system/var/cache/apt/archives'), { recursive: true, force: true });
  renameSync(draft, folder);
  return folder;
}

/**
 * Starts the machine of that folder, runs the script `prepare` in it, then its engine, and waits until it answers; it has the images and the
 * files of `model`, which must be idle.
 */
export async function startEngine(
  folder: string,
  prepare: string,
  model?: Engine,
): Promise<Engine> {
  removeCgroups();
  // Whatever ends this process ends the machine.
  const machine = spawn(
    'setpriv',
    [
      ...['--pdeathsig', 'KILL', 'unshare', '--mount', '--pid', '--net', '--ipc', '--uts'],
      ...['--fork', '--kill-child', 'sh', '-c', BOOT, folder, model?.root ?? ''],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => {
    machine.once('close', () => resolve());
  });
  const run: Engine['run'] = (script, timeout) => enter(machine, script, timeout);
  const stop = async () => {
    machine.kill('SIGKILL');
    await ended;
    removeCgroups();
  };
  const until = Date.now() + STARTING;
  const soon = async (script: string) => {
    while (Date.now() < until && machine.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (machine.exitCode !== null) break;
      const { code, output } = await run(script, 5000);
      if (code === 0) return output;
    }
    return undefined;
  };
  let why = '';
  if ((await soon('[ -e /run/proofs-booted ]')) !== undefined) {
    const { code, output } = await run(`exec 2>&1\nset -e\n${prepare}`, STARTING);
    await run('touch /run/proofs-prepared', 5000);
    const version = code === 0 ? await soon(VERSION) : undefined;
    // Debian's own mark is no part of the version.
    if (version !== undefined) {
      const root = `/proc/${findFirst(machine)}/root`;
      return { version: version.trim().replace(/\+.*/, ''), root, run, stop };
    }
    why =
      code === 0
        ? (await run('tail -n 5 /run/dockerd.log', 5000)).output
        : `what it needs ended with ${code}:\n${output}`;
  }
  await stop();
  throw new Error(`the engine does not start\n${why}`.trim());
}

// The id, as seen from here, of the first process in the machine
function findFirst({ pid }: ChildProcess): string {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
}

async function enter(
  machine: ChildProcess,
  script: string,
  timeout: number,
): ReturnType<Engine['run']> {
  const commands = spawn(
    'nsenter',
    [
      ...[
        '--target',
        findFirst(machine),
        '--mount',
        '--pid',
        '--net',
        '--ipc',
        '--uts',
        '--root',
        '--wd',
      ],
      ...['timeout', '--kill-after=5', String(timeout / 1000), 'bash', '-c', script],
    ],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        HOME: '/root',
        // Docker's programs are started by the thousand, and end before their memory would have to be tidied up.
        GOGC: 'off',
        PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
        LC_ALL: 'C.UTF-8',
        USER: 'root',
      },
    },
  );
  const ended = new Promise<number | null>((resolve) => {
    commands.once('close', resolve);
  });
  const output = await text(commands.stdout);
  return { code: (await ended) ?? 124, output };
}

// They are empty once the machine has ended; those that another machine still uses refuse.
function removeCgroups(): void {
  spawnSync('find', [
    ...['/sys/fs/cgroup', '-depth', '-type', 'd', '-path', `*/${CGROUP}*`],
    ...['-exec', 'rmdir', '{}', '+'],
  ]);
}

// The mirror of the machine's own packages, if it answers
async function findMirror(): Promise<string | undefined> {
  const { stdout } = spawnSync(
    'apt-get',
    ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages'],
    { encoding: 'utf8' },
  );
  const mirror = (stdout ?? '').split('\n').find((address) => /\/debian\/?$/.test(address));
  if (mirror === undefined) return undefined;
  try {
    const { ok } = await fetch(`${mirror.replace(/\/?$/, '/')}dists/${SUITE}/InRelease`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(20_000),
    });
    return ok ? mirror : undefined;
  } catch {
    return undefined;
  }
}
