import type { Citation, Source } from '#schemas/source.ts';

/** A source as a page lists it: one number, the date of the check, and the places in it that are cited. */
export interface Reference<S = Source> {
  n: number;
  source: S;
  /** Month or day on which the facts taken from it were checked. */
  checked: string;
  /** The cited sections in order of appearance; an empty one stands for the source as a whole. */
  places: string[];
}

/** One citation of a reference: the source and which of its places is meant. */
export interface Mark<S = Source> {
  reference: Reference<S>;
  place: number;
}

/** Cites sources one after the other: each source with the same check date gets one number, each place in it a letter. */
export class ReferenceList<S extends { id: string } = Source> {
  readonly references: Reference<S>[] = [];

  cite(source: S, section: string | undefined, checked = ''): Mark<S> {
    let reference = this.references.find(
      (known) => known.source.id === source.id && known.checked === checked,
    );
    if (reference === undefined) {
      reference = { n: this.references.length + 1, source, checked, places: [] };
      this.references.push(reference);
    }
    const known = reference.places.indexOf(section ?? '');
    return { reference, place: known === -1 ? reference.places.push(section ?? '') - 1 : known };
  }
}

/** The sources that an article lists, in the order in which it cites them. */
export function toReferences(
  citations: readonly Citation[],
  sources: ReadonlyMap<string, Source>,
): Reference[] {
  const list = new ReferenceList();
  for (const { source: id, section } of citations) {
    const source = sources.get(id);
    if (source !== undefined) list.cite(source, section, source.checked);
  }
  return list.references;
}

/** How a mark is printed: `3`, or `3b` for the second of several places in one source. */
export function toLabel(
  { n, places }: Pick<Reference<unknown>, 'n' | 'places'>,
  place: number,
): string {
  return places.length > 1 ? `${n}${toLetters(place)}` : String(n);
}

// 0 is a, 25 is z, 26 is aa.
function toLetters(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : toLetters(Math.floor(index / 26) - 1) + letter;
}
