import type { ComponentProps } from '#schemas/component.ts';

type Kind = ComponentProps['Callout']['kind'];

/** The kinds of callouts, in the order in which they are offered, each with the word that readers see. */
export const callouts: Record<Kind, string> = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
  outdated: 'Outdated',
};

const COLOURS: Partial<Record<Kind, string>> = {
  warning: 'text-no',
  caution: 'text-no',
  outdated: 'text-partial',
};

/** What a callout looks like, written as a component or as Markdown: the classes of its box, its heading and the word in the heading. */
export const toCalloutClasses = (kind: Kind): { box: string; heading: string; word: string } => ({
  box: 'bg-sheet px-11 py-9',
  heading: 'font-sans font-bold',
  word: ['me-3 rounded-sm border-[1.5px] px-4 text-small', COLOURS[kind] ?? []].flat().join(' '),
});

/** Reads the first line of a quotation: the kind that `[!NOTE]` names, as it is written there, and the title behind it. */
export function parseCallout(line: string): { word: string; title: string } | undefined {
  const [, word, title] = /^\s*\[!([^\]\n]+)\][ \t]*([^\n]*)/.exec(line) ?? [];
  return word === undefined || title === undefined ? undefined : { word, title: title.trim() };
}

/** The kind of callout that a word names, in capital letters or not. */
export function findKind(word: string): Kind | undefined {
  const kind = word.toLowerCase();
  return Object.hasOwn(callouts, kind) ? (kind as Kind) : undefined;
}
