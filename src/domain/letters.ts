/** The entries whose names begin with one letter. */
export interface LetterGroup<T> {
  /** `A` for all that begin with any A, `0–9` for digits, `…` for what begins with neither. */
  letter: string;
  entries: T[];
}

/** Entries from A to Z, by the first letter of their names. */
export function groupByLetter<T>(
  entries: readonly T[],
  toName: (entry: T) => string,
  locale: string,
): LetterGroup<T>[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, ignorePunctuation: true });
  const groups = Map.groupBy(
    entries.toSorted((a, b) => compare(toName(a), toName(b))),
    (entry) => toLetter(toName(entry), locale),
  );
  return [...groups].map(([letter, own]) => ({ letter, entries: own }));
}

function toLetter(name: string, locale: string): string {
  const [first = '…'] = /[\p{L}\p{N}]/u.exec(name.normalize('NFD')) ?? [];
  return /\p{N}/u.test(first) ? '0–9' : first.toLocaleUpperCase(locale);
}
