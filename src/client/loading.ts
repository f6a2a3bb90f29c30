/** Something could not be loaded: no fault of the program, and worth another try. */
export class LoadError extends Error {}

/** Loads JSON from an address of this site. */
export async function loadJson<T>(href: string): Promise<T> {
  return (await load(href)).json() as Promise<T>;
}

/** Loads a text from an address of this site. */
export async function loadText(href: string): Promise<string> {
  return (await load(href)).text();
}

async function load(href: string): Promise<Response> {
  const answer = await fetch(href).catch((cause: unknown) => {
    throw new LoadError(href, { cause });
  });
  if (!answer.ok) throw new LoadError(`${href}: ${answer.status}`);
  return answer;
}

/** Lets a bug be seen where the page goes on without what failed; that something could not be loaded is none. */
export function report(error: unknown): void {
  if (!(error instanceof LoadError)) console.error(error);
}
