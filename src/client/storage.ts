// Storage may be full, forbidden or hold what another version wrote: then nothing is remembered, and nothing breaks.

/** Where a tab keeps the words that were searched for, for the page that they led to. */
export const FOUND_KEY = 'found';

/** Reads what this device remembers; undefined when there is nothing. */
export function recall(
  key: string,
  storage: 'localStorage' | 'sessionStorage' = 'localStorage',
): unknown {
  try {
    return JSON.parse(window[storage].getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Makes this device remember a value, or forget it when it is undefined. */
export function keep(
  key: string,
  value: unknown,
  storage: 'localStorage' | 'sessionStorage' = 'localStorage',
): void {
  try {
    if (value === undefined) window[storage].removeItem(key);
    else window[storage].setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}
