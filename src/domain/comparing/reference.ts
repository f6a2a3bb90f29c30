import type { Citation, Source } from '#schemas/source.ts';

/** A source as a page lists it: one number, the date of the check, and the places in it that are cited. */
export interface Reference<S = Source> {
  n: number;
  source: S;
  /** Month or day since which all facts taken from it have been checked. */
  checked: string;
  /** The cited sections in order of appearance; an empty one stands for the source as a whole. */
  places: string[];
}

/** One citation of a reference: the source and which of its places is meant. */
export interface Mark<S = Source> {
  reference: Reference<S>;
  place: number;
}

/** A citation with the month or day on which its fact was checked, where that is not the date of the source. */
export type DatedCitation = Citation & { checked?: string | undefined };

/** Cites sources one after the other, for a whole page: each source gets one number, each place in it a letter. */
export class ReferenceList<S extends { id: string } = Source> {
  readonly references: Reference<S>[] = [];

  cite(source: S, section: string | undefined, checked = ''): Mark<S> {
    let reference = this.#find(source.id);
    if (reference === undefined) {
      reference = { n: this.references.length + 1, source, checked, places: [] };
      this.references.push(reference);
    }
    if (checked < reference.checked) reference.checked = checked;
    const known = reference.places.indexOf(section ?? '');
    return { reference, place: known === -1 ? reference.places.push(section ?? '') - 1 : known };
  }

  /** How a place that has been cited is marked; undefined when it has not. */
  toLabel(source: string, section: string | undefined): string | undefined {
    const reference = this.#find(source);
    const place = reference?.places.indexOf(section ?? '') ?? -1;
    return reference === undefined || place === -1 ? undefined : toLabel(reference, place);
  }

  #find(id: string): Reference<S> | undefined {
    return this.references.find(({ source }) => source.id === id);
  }
}

/** The sources of a page, in the order in which it cites them. */
export function toReferences(
  citations: readonly DatedCitation[],
  sources: ReadonlyMap<string, Source>,
): ReferenceList {
  const list = new ReferenceList();
  for (const { source: id, section, checked } of citations) {
    const source = sources.get(id);
    if (source !== undefined) list.cite(source, section, checked ?? source.checked);
  }
  return list;
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
