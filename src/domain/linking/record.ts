import { isFuture } from '../date.ts';
import { findNearest } from '../nearest.ts';
import type { Place, Problem } from '../problem.ts';
import { findAddressFault, toParts, toPlace } from './address.ts';
import { formatEntry, isId, type Ledger, type LedgerEntry, toFreeId, toTarget } from './ledger.ts';
import { findEntry } from './lookup.ts';
import { explainLost, formatChoice, listSections, shorten, toAnyPage } from './lost.ts';
import { permalinkPath } from './permalink.ts';

/** What is wrong with a line, without its place. */
type Fault = Omit<Problem, keyof Place>;

/** What the site has, which the lines are held against. */
export interface Shown {
  /** All that must be on record. */
  addresses: ReadonlySet<string>;
  /** Pages that need no line, and to which a line may lead. */
  pages?: ReadonlySet<string>;
  /** Sections whose words another one above them has, with the address of that. */
  repeats?: ReadonlyMap<string, string>;
  /** The slug of each article by its id. */
  slugs?: ReadonlyMap<string, string>;
}

/** The lines and what the site has. */
interface Known {
  ledger: Ledger;
  addresses: ReadonlySet<string>;
  pages: ReadonlySet<string>;
  /** What each page that is there is called, by all ways to write its address. */
  places: ReadonlyMap<string, string>;
}

/** Finds addresses that are not recorded, and recorded ones that no longer lead anywhere in one hop; each hint has the line to write. */
export function checkLedger(
  ledger: Ledger,
  { addresses, pages = new Set(), repeats = new Map(), slugs = new Map() }: Shown,
  at: (key: string) => Place,
): Problem[] {
  const bases = new Set([...addresses].map((address) => toParts(address).base));
  const known = {
    ledger,
    addresses,
    pages,
    places: new Map(
      [...bases, ...pages].map((base) => {
        const path = toPath(base);
        return [toPlace(path), path];
      }),
    ),
  };
  const unrecorded = [...addresses]
    .filter((key) => !ledger.has(key))
    .map((key): Problem => {
      const first = repeats.get(key);
      const isLate = first !== undefined && ledger.has(first);
      const hint = `Run npm run links, or add the line: ${formatEntry(key, {})}`;
      return {
        ...at(key),
        code: 'unrecorded-address',
        message: `${key} is not recorded`,
        hint: isLate ? `${hint}. ${explainRepeat(key, first)}` : hint,
      };
    });
  const faults = new Map([...ledger].map(([key, entry]) => [key, findFault(key, entry, known)]));
  const lost = [...ledger].flatMap(([key, { to, gone }]) =>
    [to, gone, faults.get(key)].every((each) => each === undefined) && !addresses.has(key)
      ? [key]
      : [],
  );
  const wrong = [...faults, ...explainLost(lost, { ledger, addresses, slugs })].flatMap(
    ([key, fault]): Problem[] => (fault === undefined ? [] : [{ ...at(key), ...fault }]),
  );
  return [...unrecorded, ...wrong, ...checkSame(ledger, at)];
}

/** What an author must know of a new section whose words another one above it has: nobody else can tell which of them was there before. */
export function explainRepeat(key: string, first: string): string {
  return `Links to ${first} lead to the section of that name above ${key}. If that one is the new one, let it stand below.`;
}

function toPath(base: string): string {
  return isId(base) ? permalinkPath(base) : base;
}

// Two lines may write one address in two ways, but not lead to two places.
function checkSame(ledger: Ledger, at: (key: string) => Place): Problem[] {
  const first = new Map<string, string>();
  return [...ledger].flatMap(([key, { to, gone }]): Problem[] => {
    if (to === undefined && gone === undefined) return [];
    const { base, anchor } = toParts(key);
    const place = `${toPlace(base)}#${anchor ?? ''}`;
    const other = first.get(place);
    first.set(place, other ?? key);
    if (other === undefined) return [];
    const same = ledger.get(other);
    if (same?.to === to && same?.gone === gone) return [];
    return [
      {
        ...at(key),
        code: 'address-conflict',
        message: `${key} is the same address as ${other}, which leads elsewhere`,
        hint: `Set the line to: ${formatEntry(key, same ?? {})}`,
      },
    ];
  });
}

/** Finds lines that say an address is gone since a day that is yet to come. */
export function checkGone(ledger: Ledger, at: (key: string) => Place, today: string): Problem[] {
  return [...ledger].flatMap(([key, { gone }]): Problem[] => {
    if (gone === undefined || !isFuture(gone, today)) return [];
    const message = `${key} is gone since ${gone}, which lies in the future`;
    return [{ ...at(key), code: 'future-date', message, hint: `Today is ${today}.` }];
  });
}

/** Finds what another revision of the ledger recorded and this one does not: a record is for ever. */
export function checkSince(
  before: Ledger,
  revision: string,
  ledger: Ledger,
  addresses: ReadonlySet<string>,
  at: (key: string) => Place,
): Problem[] {
  return [...before].flatMap(([key, entry]): Problem[] => {
    if (ledger.has(key)) return [];
    const isLost = entry.to === undefined && entry.gone === undefined && !addresses.has(key);
    const line = isLost
      ? formatChoice(key, suggestTarget(key, addresses))
      : formatEntry(key, addresses.has(key) ? {} : entry);
    const message = `${key} is recorded in ${revision} and no longer here`;
    return [{ ...at(key), code: 'lost-record', message, hint: `Add the line: ${line}` }];
  });
}

function findFault(key: string, entry: LedgerEntry, known: Known): Fault | undefined {
  const { to, gone } = entry;
  const fault = findAddressFault(key, known.addresses.values().find(isId)?.split('-')[0]);
  if (fault !== undefined)
    return { code: 'wrong-address', message: `${key} ${fault.why}`, hint: fault.hint };
  if (known.addresses.has(key))
    return to === undefined && gone === undefined ? undefined : explainRevived(key, entry, known);
  const page = known.places.get(toPlace(key));
  if (page !== undefined && !key.includes('#'))
    return {
      code: 'address-conflict',
      message: `${key} is ${page}, which is a page of the site`,
      hint: 'Remove its line.',
    };
  if (to !== undefined) return findTargetFault(key, to, known);
  return undefined;
}

function explainRevived(key: string, { to }: LedgerEntry, { addresses, ledger }: Known): Fault {
  const was = to === undefined ? 'gone' : 'moved';
  const line = formatEntry(key, {});
  if (!isId(key) || key.includes('#'))
    return {
      code: 'revived-address',
      message: `${key} is recorded as ${was}, but it exists`,
      hint: `Set the line to: ${line}`,
    };
  const id = toFreeId([...addresses, ...ledger.keys()], key.split('-')[0] ?? '');
  return {
    code: 'reused-id',
    message: `${key} is recorded as ${was}, but an article has it`,
    hint: `An id is never used twice. Write in the article: id: ${id}, or, if it is the same article that came back, set the line to: ${line}`,
  };
}

function findTargetFault(key: string, to: string, known: Known): Fault | undefined {
  const { base, anchor } = toParts(key);
  const target = toTarget(key, to);
  if (!known.addresses.has(target) && !known.pages.has(target))
    return explainTarget(key, to, known);
  const own = findEntry(known.ledger, base);
  if (anchor === undefined || known.places.has(toPlace(toPath(base))) || own?.to !== undefined)
    return undefined;
  return {
    code: 'broken-redirect',
    message: `${key} leads to ${to}, but nothing stands at ${base} itself`,
    hint: `Add the line: ${formatEntry(base, { to: toParts(target).base })}, or set this one to: ${formatEntry(key, { gone: own?.gone ?? 'YYYY-MM-DD' })}`,
  };
}

// Why an entry does not lead to its target in one hop.
function explainTarget(key: string, to: string, { ledger, addresses, pages }: Known): Fault {
  const broken = (why: string, hint: string): Fault => ({
    code: 'broken-redirect',
    message: `${key} leads ${why}`,
    hint,
  });
  const way = followTargets(key, ledger);
  const end = way.at(-1) ?? '';
  if (way.indexOf(end) < way.length - 1)
    return broken(
      `round in a circle: ${way.join(' → ')}`,
      `Set the line to where it is now: ${formatChoice(key, toAnyPage(addresses))}`,
    );
  const gone = ledger.get(end)?.gone;
  if (gone !== undefined)
    return broken(`to ${to}, which is gone`, `Set the line to: ${formatEntry(key, { gone })}`);
  if (way.length > 2 && addresses.has(end))
    return broken(
      `to ${to}, which has moved on`,
      `It must lead there in one hop: ${formatEntry(key, { to: shorten(key, end) })}`,
    );
  const near = findNear(end, addresses, pages);
  return broken(
    `to ${to}, which is not on the site`,
    near === undefined
      ? `Set the line to where it is now: ${formatChoice(key, toAnyPage(addresses))}`
      : `Did you mean ${near} ? Then set the line to: ${formatEntry(key, { to: shorten(key, near) })}`,
  );
}

// A section has sections of its own page beside it; another page's is another matter, whatever it is called. Ids that are
// alike have nothing in common.
function findNear(
  target: string,
  addresses: ReadonlySet<string>,
  pages: ReadonlySet<string>,
): string | undefined {
  const { base, anchor } = toParts(target);
  const bases = new Set([...addresses].map((address) => toParts(address).base).concat([...pages]));
  if (!bases.has(base)) return isId(base) ? undefined : findNearest(base, bases);
  if (anchor === undefined) return undefined;
  return findNearest(target, listSections(base, addresses)) ?? base;
}

// The addresses from one entry to the next; in a circle, the last one stands there twice.
function followTargets(key: string, ledger: Ledger): string[] {
  const way = [key];
  for (let step = key; ;) {
    const to = ledger.get(step)?.to;
    if (to === undefined) return way;
    step = toTarget(step, to);
    way.push(step);
    if (way.indexOf(step) < way.length - 1) return way;
  }
}

function suggestTarget(key: string, addresses: ReadonlySet<string>): string {
  const { base, anchor } = toParts(key);
  const near = findNearest(key, anchor === undefined ? [] : listSections(base, addresses));
  if (near !== undefined) return shorten(key, near);
  return anchor !== undefined && addresses.has(base) ? base : toAnyPage(addresses);
}
