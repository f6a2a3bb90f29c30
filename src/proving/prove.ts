import type { ShellBlock } from '#domain/checking/proof.ts';
import { fillIn, findFaults, type Outcome } from '#domain/proof.ts';
import type { Proof } from '#schemas/proof.ts';
import type { Engine } from './engine.ts';

/** A proof of an article, with the commands that are to be run. */
export interface Case {
  /** `<slug>#<id>` */
  name: string;
  proof: Proof;
  /** The block that names it; none when it shows a fact. */
  block: ShellBlock | undefined;
  /** The files that the article shows, by name: they lie in the folder of the case. */
  files: ReadonlyMap<string, string>;
  /** The commands of the proofs that it follows. */
  first: readonly string[];
}

const TIMEOUT = 90_000;
// Between the parts of what a case prints
const MARK = '\u001E';

// Each case finds an engine without containers, networks and volumes of another.
const CLEAN = `
docker ps -aq | xargs -r docker rm -f >/dev/null 2>&1
docker network prune -f >/dev/null; docker volume prune -af >/dev/null
rm -rf /root/case /srv/*; mkdir /root/case; cd /root/case
`;

/** Runs a case; what is wrong with it, nothing when it holds. */
export function prove(engine: Engine, { proof, block, files, first }: Case): string[] {
  const commands = fillIn(proof.run ?? block?.text ?? '', proof.replace);
  const { output } = engine.run(
    toScript(proof, [...first, proof.before ?? ''].join('\n'), commands, files),
    TIMEOUT,
  );
  const outcome = toOutcome(output);
  const faults = findFaults(proof, outcome);
  return faults.length === 0 ? [] : [...faults, `it printed:\n${outcome.output.trimEnd()}`];
}

// The commands have what comes before them exports, and a shell of their own, which they may end.
function toScript(
  { after = '', terminal }: Proof,
  before: string,
  commands: string,
  files: Case['files'],
): string {
  const run = terminal
    ? 'yes exit | head -n 99 | script -qec "bash commands" /dev/null >output 2>&1'
    : 'bash commands >output 2>&1 </dev/null';
  return `${CLEAN}
${[...files]
  .filter(([name]) => !name.includes('/'))
  .map(([name, text]) => toFile(name, text))
  .join('\n')}
${toFile('before', before)}
${toFile('commands', commands)}
${toFile('after', `set -e\n${after}`)}
( set -e; . ./before >output 2>&1 </dev/null; set +e; ${run}; echo $? >code )
cat output
[ -e code ] || exit
printf '${MARK}%s${MARK}' "$(cat code)"
OUTPUT=$PWD/output bash -x after >checked 2>&1 </dev/null || cat checked
`;
}

function toFile(name: string, text: string): string {
  return `base64 -d >${name} <<'END'\n${Buffer.from(`${text}\n`).toString('base64')}\nEND`;
}

function toOutcome(text: string): Outcome {
  const [output = '', exit, after = ''] = text.split(MARK);
  return {
    output,
    exit: exit === undefined ? undefined : Number(exit),
    after: after === '' ? undefined : after,
  };
}
