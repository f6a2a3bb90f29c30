/** The options of a command; a wrong one is told with the usage, and there is no answer. */
export function readOptions<T>(usage: string, parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error;
    console.error(`${error.message.split('. ')[0]}\n  Usage: ${usage}`);
    process.exitCode = 1;
    return undefined;
  }
}
