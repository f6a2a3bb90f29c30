const PROMPT = /^\s*\$ /;

/** What is worth copying of a block of code: of a shell session the commands alone, without their prompts; of anything else all. */
export function toCommands(text: string): string {
  const lines = text.trimEnd().split('\n');
  if (!lines.some((line) => PROMPT.test(line))) return lines.join('\n');
  let isCommand = false;
  const commands = lines.filter((line, at) => {
    // A backslash at the end of a line carries its command on.
    isCommand = PROMPT.test(line) || (isCommand && lines[at - 1]?.endsWith('\\') === true);
    return isCommand;
  });
  return commands.map((line) => line.replace(PROMPT, '')).join('\n');
}
