/** A part of an address without its percent signs; undefined when it is not rightly encoded. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
