import { type Case, isShell } from '#domain/proof.ts';
import { isSession, parseSession } from '#domain/session.ts';
import type { Engine } from './engine.ts';
import { findFaults, type Outcome, STEP } from './outcome.ts';

const TIMEOUT = 90_000;
// Between the parts of what a case prints
const MARK = '\u001E';

// Each case finds an engine without containers, networks and volumes of another, a machine without another's hosts beside it (their
// cables go first: those of a namespace that is deleted go later), and a folder of its own. The engine is asked directly, which
// spares starts of its command line; and volume by volume, since a prune spares those with options.
const CLEAN = `
ask() { curl -sS --unix-socket /run/docker.sock -X "$@"; }
{ ask GET 'http://engine/containers/json?all=1' | jq -r '.[].Id' | while read -r id; do ask DELETE "http://engine/containers/$id?force=1"; done
ask POST http://engine/networks/prune
ask GET http://engine/volumes | jq -r '.Volumes[]?.Name' | while read -r name; do ask DELETE "http://engine/volumes/$name?force=1"; done; } >/dev/null 2>&1
unset -f ask
{ ip -o link show type veth | sed 's/^[0-9]*: \\([^@:]*\\).*/\\1/' | xargs -r -n 1 ip link delete
ip -all netns delete; iptables -F DOCKER-USER; ip6tables -F DOCKER-USER; } >/dev/null 2>&1
rm -rf /root/case /root/proof; mkdir /root/case /root/proof; cd /root/case
`;

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
  return `${CLEAN}
${[...files].map(([name, text]) => (name.includes('/') ? '' : toFile(name, text))).join('\n')}
${toFile('/root/proof/before', before)}
${toFile('/root/proof/commands', filled)}
${toFile('/root/proof/after', `set -e\n${after}`)}
export OUTPUT=/root/proof/output
( set -e; . /root/proof/before >$OUTPUT 2>&1 </dev/null; set +e; ${line} >$OUTPUT 2>&1; echo $? >/root/proof/code )
cat $OUTPUT
[ -e /root/proof/code ] || exit
printf '${MARK}%s${MARK}' "$(cat /root/proof/code)"
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
  return `base64 -d >${quote(name)} <<'END'\n${Buffer.from(`${text}\n`).toString('base64')}\nEND`;
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
