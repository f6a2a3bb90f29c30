import { type Case, isShell } from '#domain/proof.ts';
import { isSession, parseSession } from '#domain/session.ts';
import type { Engine } from './engine.ts';
import { findFaults, type Outcome, STEP } from './outcome.ts';

const TIMEOUT = 90_000;
// Between the parts of what a case prints
const MARK = '\u001E';

// Each case finds an engine without containers, networks and volumes of another, a machine without another's hosts beside it (their
// cables go first: those of a namespace that is deleted go later), and a folder of its own. It starts as few programs as it can, since it
// stands before each case: the engine is asked directly, and nothing is looked for that Bash sees is not there. Volumes go one by one,
// since a prune spares those with options.
const CLEAN = `
ask() { curl -s --unix-socket /run/docker.sock "$@"; }
{ found=$(ask 'http://engine/containers/json?all=1')
if [[ $found == *'"Id"'* ]]; then ask -X DELETE $(jq -r '.[] | "http://engine/containers/\\(.Id)?force=1"' <<<"$found"); fi
found=$(ask -X POST http://engine/networks/prune --next -s --unix-socket /run/docker.sock http://engine/volumes)
if [[ $found == *'"Mountpoint"'* ]]; then ask -X DELETE $(jq -r '.Volumes[]? | "http://engine/volumes/\\(.Name)?force=1"' <<<"$found"); fi
for link in /sys/class/net/*; do
case $link in */lo | */docker0) ;; *) ip -o link show type veth | sed 's/^[0-9]*: \\([^@:]*\\).*/\\1/' | xargs -r -n 1 ip link delete; break ;; esac
done
if [[ -n $(compgen -G '/run/netns/*') ]]; then ip -all netns delete; fi
if [ -e /root/walls ]; then iptables -F DOCKER-USER; ip6tables -F DOCKER-USER; rm /root/walls; fi; } >/dev/null 2>&1
unset -f ask; unset found link
rm -rf /root/case /root/proof 2>/dev/null || { sed -n 's|^[^ ]* \\(/root/case/[^ ]*\\) .*|\\1|p' /proc/mounts | xargs -r umount -l; rm -rf /root/case; }
mkdir /root/case /root/proof; cd /root/case
`;
// What a case may leave behind that no list of the engine names
const WALLS = /iptables|DOCKER-USER/;

/** Runs a case; what is wrong with it, nothing when it holds. */
export async function prove(engine: Engine, each: Case): Promise<string[]> {
  const { code, output } = await engine.run(toScript(each), TIMEOUT);
  const outcome = toOutcome(output);
  const faults =
    code === 124 ? [`took longer than ${TIMEOUT / 1000} s`] : findFaults(each, outcome);
  return faults.length === 0
    ? []
    : [...faults, `it printed:\n${outcome.output.replaceAll(STEP, '').trimEnd()}`];
}

// The commands have what comes before them exports, and a shell of their own, which ends at the first failure.
function toScript({ proof, blocks, files }: Case): string {
  const { before = '', after = '', run, replace, inside, terminal, exit } = proof;
  const commands = run ?? blocks.filter(isShell).map(toCommands).join('\n');
  const filled = Object.entries(replace).reduce(
    (all, [word, by]) => all.replaceAll(word, by),
    commands,
  );
  const options = exit === 'any' ? '' : ' -e';
  // A shell that a command of a session opens reads the commands behind it.
  const isFed =
    inside !== undefined || blocks.some(({ text, language }) => isSession(text, language));
  const program = inside === undefined ? 'bash' : `docker exec -i ${inside} sh`;
  const shell = isFed
    ? `${program}${options} -s </root/proof/commands`
    : `${program}${options} /root/proof/commands`;
  // A shell that is opened at the terminal is left again.
  const line = terminal
    ? `while sleep 0.3; do echo exit; done | script -qec ${quote(shell)} /dev/null`
    : `: | ${shell}`;
  const walls = WALLS.test([before, commands, after, ...files.values()].join())
    ? ': >/root/walls'
    : '';
  return `${CLEAN}${walls}
${[...files].map(([name, text]) => (name.includes('/') ? '' : toFile(name, text))).join('\n')}
${toFile('/root/proof/before', before)}
${toFile('/root/proof/commands', filled)}
${toFile('/root/proof/after', `set -e\n${after}`)}
export OUTPUT=/root/proof/output
( set -e; . /root/proof/before >$OUTPUT 2>&1 </dev/null; set +e; ${line} >$OUTPUT 2>&1; echo $? >/root/proof/code )
cat $OUTPUT
[ -e /root/proof/code ] || exit
printf '${MARK}%s${MARK}' "$(</root/proof/code)"
bash -x /root/proof/after >/root/proof/checked 2>&1 </dev/null || cat /root/proof/checked
`;
}

function toCommands({ language, text }: Case['blocks'][number]): string {
  if (!isSession(text, language)) return text;
  return parseSession(text)
    .map(({ command }) => `printf '${STEP}'\n${command}`)
    .join('\n');
}

function toFile(name: string, text: string): string {
  return `printf '%s\\n' ${quote(text)} >${quote(name)}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function toOutcome(text: string): Outcome {
  const [output = '', exit, after = ''] = text.split(MARK);
  return {
    output,
    exit: exit === undefined ? undefined : Number(exit),
    after: after === '' ? undefined : after,
  };
}
