// How lines begin that a program wrote: with a time, a level, the name of a container, a place in a stack, or a key in braces.
const BEGINNINGS = [
  /^\W{0,3}\d{4}[-/]\d\d[-/]\d\d[T ,]\s?\d\d:\d\d/,
  /^\W{0,3}\d\d[:.]\d\d[:.]\d\d\b/,
  /^\W{0,3}\d{1,2}\/\w{3}\/\d{4}/,
  /^[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d /,
  /^\d{1,3}(?:\.\d{1,3}){3} \S+ \S+ \[/,
  /^\W{0,2}(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|npm (?:ERR!|error|warn))\b/,
  /^(?:time|ts|level|msg)=\S/,
  /^[\w.-]+ +\| /,
  /^\s+at \S+/,
  /^[\w.$]+(?:Exception|Error)(?::|$)/,
  /^\s*File ".*", line \d/,
  /^Traceback \(|^Caused by: |^goroutine \d|^\s*\.\.\. \d+ (?:more|common)/,
  /^\[\s*\d+\.\d+\] /,
  /^#\d+ (?:\[|\d|DONE|CACHED|ERROR|sha256)/,
  /^ ?(?:=>|-->|--->) /,
  /^\s*[{}[\]],?\s*$|^\s*"[\w.-]+": |^\s*\{"/,
];
const MOST_OF_A_LINE = 200;
// How the lines sound that tell what went wrong, and how many of a log are looked at when none does.
const FAILURE =
  /error|fatal|fail|denied|refused|cannot|can['’]?t|could not|unable|panic|exception|exit|not found|no such/i;
const MOST_OF_THE_END = 10;
// Fewer are a message that somebody quotes in a sentence.
const FEWEST_LINES = 3;

/** Which lines are those of a log: at least three in a row, with what stands between them. */
export function findLog(lines: readonly string[]): boolean[] {
  const isLog = lines.map(() => false);
  let [from, last, count] = [0, -1, 0];
  const close = () => {
    if (count >= FEWEST_LINES) isLog.fill(true, from, last + 1);
    count = 0;
  };
  for (const [i, line] of lines.entries()) {
    if (isWritten(line)) {
      if (count === 0) from = i;
      [last, count] = [i, count + 1];
    } else if (line.trim() !== '' && !/^\s/.test(line)) close();
  }
  close();
  return isLog;
}

/** What a log tells: the lines that sound like a failure, or else its last ones. */
export function findFailures(log: string): string {
  const lines = log.trim().split('\n');
  const failures = lines.filter((line) => FAILURE.test(line));
  return (failures.length > 0 ? failures : lines).slice(-MOST_OF_THE_END).join('\n');
}

function isWritten(line: string): boolean {
  const start = line.slice(0, MOST_OF_A_LINE);
  return BEGINNINGS.some((form) => form.test(start));
}
