/** A piece of a passage. */
export interface Part {
  text: string;
  /** Whether it is a word that was searched for. */
  marked: boolean;
  /** Whether it is code. */
  code?: boolean;
}

/**
 * A place in the text of an article, counted in words. A heading and a row of a comparison have an id. Else the element says what
 * begins there: a `line` of code; a row of a table (`tr`), its cells (`th`, `td`) and the `note` of a cell, or what else is in a table
 * (`rest`); `text` again; or some words of `code` in the middle of it.
 */
export interface Anchor {
  element: string;
  location: number;
  id?: string;
  /** The words of a heading, of code, or of the name of its column with which a cell begins. */
  text?: string;
  title?: string | null;
}

/** A word that was searched for: where it stands, what it weighs, and whether it is marked. */
export interface Found {
  places: readonly number[];
  weight: number;
  marked: boolean;
}

/** The text of an article, its anchors in order, and what was found in it. */
export interface Source {
  words: readonly string[];
  anchors: readonly Anchor[];
  found: readonly Found[];
  /** The places of words that are marked. */
  marked: ReadonlySet<number>;
  /** What of the word at a place is code. */
  code: ReadonlyMap<number, string>;
}

/** A part of the text, from a word to another. */
export interface Stretch {
  start: number;
  end: number;
}

interface Cell extends Stretch {
  anchor: Anchor;
  /** Where its note begins. */
  note?: number;
}

/** A stretch of one kind; a row has cells, and perhaps a row of names above it. */
interface Run extends Stretch {
  kind: string;
  cells: Cell[];
  names?: readonly Cell[] | undefined;
}

// The length of a passage in words; a row has one for all its cells.
const LENGTH = 20;
const ROW_LENGTH = 36;
const CELL_LENGTH = 6;
// A sentence says more than code or a row that holds the same words, and what comes first says most.
const PROSE = 2;
const FIRST = 1.5;

/** Prepares a text for its passages. */
export function toSource(
  words: readonly string[],
  anchors: readonly Anchor[],
  found: readonly Found[],
): Source {
  const code = anchors
    .filter(({ element }) => element === 'code')
    .flatMap(({ location, text = '' }) =>
      text.split(' ').map((word, i) => [location + i, word] as const),
    );
  return {
    words,
    anchors: anchors.toSorted((a, b) => a.location - b.location),
    found,
    marked: new Set(found.flatMap(({ places, marked }) => (marked ? places : []))),
    code: new Map(code),
  };
}

/** What says most of the words that were searched for: a stretch of sentences, or else a row of a table or a line of code. */
export function toPassage(source: Source, section: Stretch): Part[] {
  const [best] = toRuns(source, section, 'text')
    .filter(isShown)
    .map((run) => {
      const shown = run.kind === 'text' ? cut(source, run, LENGTH) : run;
      const score = rate(source, shown) * (run.kind === 'text' ? PROSE : 1);
      return { run, shown, score: score * (shown.start === section.start ? FIRST : 1) };
    })
    .sort((a, b) => b.score - a.score);
  if (best === undefined) return [];
  const { run, shown } = best;
  if (run.kind !== 'tr') return join(print(source, shown, run, run.kind === 'line'));
  const [head, ...values] = run.cells;
  const hits = values.filter((cell) => rate(source, cell) > 0);
  return join([
    ...(head === undefined ? [] : printCell(source, head, LENGTH)),
    { text: ' — ', marked: false },
    ...printCells(source, run, hits.length > 0 ? hits : values),
  ]);
}

/** Something of each cell of a row that is a section of its own, behind the name of its column; `length` is that of all, in words. */
export function toRowPassage(source: Source, section: Stretch, length = ROW_LENGTH): Part[] {
  const [row] = toRuns(source, section, 'tr');
  return row === undefined || row.cells.length === 0
    ? toPassage(source, section)
    : join(printCells(source, row, row.cells, length));
}

function toRuns({ anchors }: Source, { start, end }: Stretch, kind: string): Run[] {
  let run: Run = { kind, start, end, cells: [] };
  const runs = [run];
  for (const anchor of anchors) {
    const { element, location, id } = anchor;
    if (id !== undefined || element === 'code' || location < start || location >= end) continue;
    const last = run.cells.at(-1);
    if (element === 'note') {
      if (last !== undefined) last.note = location;
      continue;
    }
    if (last !== undefined) last.end = location;
    if (element === 'th' || element === 'td') run.cells.push({ start: location, end, anchor });
    else {
      run.end = location;
      const isHead =
        run.cells.length > 1 && run.cells.every((cell) => cell.anchor.element === 'th');
      if (isHead) run.kind = 'rest';
      const names = isHead ? run.cells : run.names;
      run = { kind: element, start: location, end, cells: [], names };
      runs.push(run);
    }
  }
  return runs;
}

function isShown({ kind, start, end, cells }: Run): boolean {
  return (
    start < end &&
    (kind === 'tr' ? cells.some(({ anchor }) => anchor.element === 'td') : kind !== 'rest')
  );
}

// The part with most of the words that were searched for; it begins with a sentence, if one begins near.
function cut(source: Source, { start, end }: Stretch, length: number): Stretch {
  const { words, found } = source;
  const places = found
    .flatMap((word) => word.places)
    .filter((place) => place >= start && place < end)
    .sort((a, b) => a - b);
  const parts = [start, ...places].map((place) => {
    const earliest = Math.max(start, place - Math.floor(length / 2));
    let from = place;
    while (from > earliest && !isEnd(words[from - 1])) from--;
    if (from > start && !isEnd(words[from - 1]))
      from = Math.max(start, Math.min(place - Math.floor(length / 4), end - length));
    const part = { start: from, end: Math.min(end, from + length) };
    return { ...part, score: rate(source, part) * (from === start ? FIRST : 1) };
  });
  return parts.reduce((best, part) => (part.score > best.score ? part : best));
}

function rate({ found }: Source, { start, end }: Stretch): number {
  return found
    .filter(({ places }) => places.some((place) => place >= start && place < end))
    .reduce((sum, { weight }) => sum + weight, 0);
}

function isEnd(word = ''): boolean {
  return /[.!?]["”’)\]]*$/.test(word);
}

function printCells(
  source: Source,
  { cells, names }: Run,
  shown: readonly Cell[],
  all = ROW_LENGTH,
): Part[] {
  const length = Math.max(CELL_LENGTH, Math.round(all / shown.length));
  return shown.flatMap((cell, i) => {
    const head = names?.[cells.indexOf(cell)];
    const name =
      cell.anchor.text ?? (head && `${source.words.slice(head.start, head.end).join(' ')}:`);
    return [
      { text: `${i > 0 ? ' · ' : ''}${name === undefined ? '' : `${name} `}`, marked: false },
      ...printCell(source, cell, length),
    ];
  });
}

// A cell without the name that it begins with, a note that holds nothing, and the full stop that the index puts behind it.
function printCell(source: Source, cell: Cell, length: number): Part[] {
  const start = cell.start + (cell.anchor.text?.split(' ').length ?? 0);
  const { note = cell.end } = cell;
  const isNoted = note <= start || rate(source, { start: note, end: cell.end }) > 0;
  const value = { start, end: isNoted ? cell.end : note };
  const last = source.words[value.end - 1] ?? '';
  const words = source.words.with(value.end - 1, last.replace(/\.$/, ''));
  return print({ ...source, words }, cut(source, value, length), value);
}

// The words of a part, with signs for what it leaves out of the whole.
function print(source: Source, { start, end }: Stretch, whole: Stretch, isCode = false): Part[] {
  const { words, marked, code } = source;
  const parts: Part[] = [];
  const add = (text: string, isMarked: boolean, isCode: boolean) => {
    // The mark covers the word and not the punctuation around it.
    const [, lead = '', word = '', trail = ''] =
      /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text) ?? [];
    if (isMarked)
      parts.push(
        { text: lead, marked: false, code: isCode },
        { text: word, marked: true, code: isCode },
        { text: trail, marked: false, code: isCode },
      );
    else parts.push({ text, marked: false, code: isCode });
  };
  if (start > whole.start && !isEnd(words[start - 1])) add('… ', false, false);
  for (let i = start; i < end; i++) {
    const text = words[i] ?? '';
    const own = isCode ? text : code.get(i);
    const at = own === undefined ? -1 : text.indexOf(own);
    if (i > start) add(' ', false, isCode || (at === 0 && parts.at(-1)?.code === true));
    if (own === undefined || at < 0) add(text, marked.has(i), false);
    else {
      if (at > 0) add(text.slice(0, at), false, false);
      add(own, marked.has(i), true);
      const trail = text.slice(at + own.length);
      if (trail !== '') add(trail, false, false);
    }
  }
  if (end < whole.end && !isEnd(words[end - 1])) add(' …', false, false);
  return parts;
}

function join(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const { text, marked, code = false } of parts) {
    const last = joined.at(-1);
    if (text === '') continue;
    if (last !== undefined && !marked && !last.marked && last.code === code) last.text += text;
    else joined.push({ text, marked, code });
  }
  return joined;
}
