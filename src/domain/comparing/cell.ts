import type { Cell, Criterion, Quantity } from '#schemas/comparison.ts';

/** What a cell says at a glance; shown as an icon and a word. */
export type CellState = 'yes' | 'no' | 'partial' | 'unknown' | 'not-applicable';

export const stateLabels: Record<CellState, string> = {
  yes: 'Yes',
  no: 'No',
  partial: 'Partly',
  unknown: 'Unknown',
  'not-applicable': 'Not applicable',
};

/** The state of a cell; undefined when it holds a choice, text, a figure or a list. */
export function toCellState({ kind }: Pick<Criterion, 'kind'>, cell: Cell): CellState | undefined {
  if ('unknown' in cell) return 'unknown';
  if ('notApplicable' in cell) return 'not-applicable';
  return kind === 'state' && 'value' in cell ? (cell.value as CellState) : undefined;
}

/** What a cell says in words, without its note: one string, or one for each item of a list. */
export function toCellWords(
  criterion: Pick<Criterion, 'kind'>,
  cell: Cell,
  locale: string,
): string | string[] {
  if ('unknown' in cell) return cell.unknown;
  if ('notApplicable' in cell) return cell.notApplicable;
  if ('text' in cell) return cell.text;
  const { value } = cell;
  if (Array.isArray(value)) {
    return value.map((item) =>
      typeof item === 'string' ? item : `${item.label}: ${formatQuantity(item.quantity, locale)}`,
    );
  }
  if (typeof value === 'object') return formatQuantity(value, locale);
  return criterion.kind === 'state' ? stateLabels[value as CellState] : value;
}

/** The words of a cell as they begin it: figures, choices and reasons are written as within a sentence. */
export function toBeginning(
  words: string,
  kind: Criterion['kind'],
  state: CellState | undefined,
): string {
  const isWithin = state !== undefined || kind === 'quantity' || kind === 'choice';
  return isWithin ? words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : words;
}

/** What decides whether cells say the same. */
export interface Said {
  state: CellState | undefined;
  words: string | readonly string[];
  note: string | undefined;
}

/** True when cells say the same: the unknown equals nothing, and "partly" or "not applicable" only equal themselves on the same terms. */
export function isSame(cells: readonly Said[]): boolean {
  const said = cells.map(toSaying);
  return !said.includes(undefined) && new Set(said).size === 1;
}

/** Numbers what the cells of a row say: those that say the same share a number, and what only one of them says has none. */
export function numberSayings(cells: readonly Said[]): (number | undefined)[] {
  const said = cells.map(toSaying);
  const shared = [
    ...new Set(said.filter((saying, index) => said.indexOf(saying) !== index)),
  ].filter((saying) => saying !== undefined);
  return said.map((saying) =>
    saying !== undefined && shared.includes(saying) ? shared.indexOf(saying) : undefined,
  );
}

function toSaying({ state, words, note }: Said): string | undefined {
  if (state === 'unknown') return undefined;
  const terms = state === 'partial' || state === 'not-applicable' ? note : undefined;
  return JSON.stringify([state, [words].flat(), terms]);
}

/** A figure as readers see it: `at most 125 ms`, `about 44 calls`, `14.5 to 25 Gbps`. */
export function formatQuantity(
  { n, from, to, max, min, unit, approx }: Quantity,
  locale: string,
): string {
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const words =
    n !== undefined
      ? figure.format(n)
      : max !== undefined
        ? `at most ${figure.format(max)}`
        : min !== undefined
          ? `at least ${figure.format(min)}`
          : `${figure.format(from ?? 0)} to ${figure.format(to ?? 0)}`;
  return `${approx === true ? 'about ' : ''}${words}${unit === '%' ? '' : '\u00a0'}${unit}`;
}
