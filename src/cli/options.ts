/**
 * The options of a command. `usage` is a line, and below it one for each option; `--help` prints it, a wrong option is told with it, and
 * then there is no answer.
 */
export function readOptions<T>(usage: string, parse: () => T): T | undefined {
  if (process.argv.includes('--help')) {
    console.log(`Usage: ${usage}`);
    return undefined;
  }
  try {
    return parse();
  } catch (error) {
    if (!(
      error instanceof TypeError &&
      'code' in error &&
      String(error.code).startsWith('ERR_PARSE_ARGS')
    ))
      throw error;
    console.error(`${error.message.split('. ')[0]}\n  Usage: ${usage}`);
    process.exitCode = 1;
    return undefined;
  }
}

/** Does the work of a command; what stops it is told in a line or two, and the command fails. */
export async function runCommand(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
