import type { Row } from '../csv.ts';
import { type Place, type Problem, suggest } from '../problem.ts';
import type { Links } from '../site.ts';
import { findAddressFault, toParts, toPlace } from './address.ts';
import { isId, type Ledger, type LedgerEntry } from './ledger.ts';
import { findEntry } from './lookup.ts';
import { articlePath, permalinkPath } from './permalink.ts';
import type { Shown } from './record.ts';

/** What an import may lead to, and how the site writes its addresses. */
export interface Home extends Required<Shown> {
  ledger: Ledger;
  site: Links & { idPrefix: string };
  /** `YYYY-MM-DD`. */
  today: string;
}

/** The lines that an import adds, with the line of its file, and what is wrong with it. */
export interface Import {
  lines: Map<string, { entry: LedgerEntry; line: number }>;
  problems: Problem[];
}

const GONE = 'gone';
const COLUMNS = ['old', 'new'] as const;

/**
 * Reads a table of addresses that another site had: a column `old` with paths or whole addresses, a column `new` with ids, paths or
 * whole addresses of this site, or the word "gone". What is on record already, and leads to the same, adds nothing.
 */
export function readOldAddresses(rows: readonly Row[], file: string, home: Home): Import {
  const [header, ...records] = rows;
  const names = (header?.cells ?? []).map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((name) => !names.includes(name));
  const lines: Import['lines'] = new Map();
  if (missing.length > 0)
    return {
      lines,
      problems: missing.map((name) => ({
        file,
        line: 1,
        code: 'missing-field',
        message: `the column ${name} is missing`,
        hint: 'Its first line must name the columns: old,new',
      })),
    };
  const targets = toTargets(home);
  const seen = new Map<string, { entry: LedgerEntry; line: number }>();
  const problems = records.flatMap(({ line, cells }): Problem[] => {
    const [old = '', now = ''] = COLUMNS.map((name) => cells[names.indexOf(name)]?.trim());
    const at = { file, line };
    const key = toKey(old, home);
    if (typeof key !== 'string') return [{ ...at, ...key }];
    const entry = toEntry(now, targets, home);
    if ('code' in entry) return [{ ...at, ...entry }];
    // A page that stayed where it was needs no line.
    if (entry.to !== undefined && entry.to === targets.get(toPlace(key))) return [];
    const place = toWhole(key);
    const conflict = checkConflict(key, entry, seen.get(place), home);
    if (conflict !== undefined) return [{ ...at, ...conflict }];
    if (!seen.has(place) && findRecorded(home.ledger, key) === undefined)
      lines.set(key, { entry, line });
    seen.set(place, { entry, line });
    return [];
  });
  return { lines, problems: [...problems, ...checkBases(lines, file, home)] };
}

type Fault = Omit<Problem, keyof Place>;

// The path below the home of the site; of a whole address, the host does not count: it may be one that the site had before.
function toKey(old: string, { site, addresses }: Home): string | Fault {
  const wrong = (why: string, hint: string): Fault => ({
    code: 'wrong-address',
    message: `${old === '' ? 'the old address' : old} ${why}`,
    hint,
  });
  if (old === '') return wrong('is missing', 'Write the path that it had, such as /page.html.');
  const rooted = toRooted(old);
  if (addresses.has(rooted) && isId(rooted))
    return wrong('is an id, which leads to its article without a line', 'Delete the line.');
  const path = rooted.startsWith('/') ? site.toPath(rooted) : rooted;
  if (path === undefined)
    return wrong(
      `lies outside ${site.toHref('/')}, where this site answers`,
      'Have the server that answers there lead on, and delete the line.',
    );
  const fault = findAddressFault(path, site.idPrefix);
  return fault === undefined ? path : wrong(fault.why, fault.hint);
}

// What each page is called in the ledger, by all ways to write its address.
function toTargets({ addresses, pages, slugs }: Home): ReadonlyMap<string, string> {
  return new Map([
    ...[...addresses, ...pages]
      .map((address) => toParts(address).base)
      .map((page) => [toPlace(page), page] as const),
    ...[...slugs].flatMap(([id, slug]) =>
      [id, articlePath(slug), permalinkPath(id)].map((page) => [toPlace(page), id] as const),
    ),
  ]);
}

function toEntry(
  now: string,
  targets: ReadonlyMap<string, string>,
  home: Home,
): LedgerEntry | Fault {
  const { site, addresses, pages, slugs, today } = home;
  if (now.toLowerCase() === GONE) return { gone: today };
  const example = `Write an id such as ${site.idPrefix}-1001, a path such as /search/, or ${GONE}.`;
  const broken = (hint: string): Fault => ({
    code: 'broken-redirect',
    message: now === '' ? 'the new address is missing' : `${now} is not on the site`,
    hint,
  });
  const path =
    /^https?:/i.test(now) && !now.startsWith(site.toUrl('/')) ? undefined : toRooted(now);
  if (path === undefined || now === '') return broken(example);
  const { base, anchor } = toParts(
    path.startsWith('/')
      ? (site.toPath(path) ?? path)
      : path.replace(/^\w+-/, (id) => id.toUpperCase()),
  );
  const page = targets.get(toPlace(base));
  if (page === undefined)
    return broken(
      // Ids that are alike have nothing in common.
      (isId(base)
        ? undefined
        : suggest(base, [...pages, ...[...slugs.values()].map(articlePath)])) ?? example,
    );
  if (anchor === undefined || anchor === '') return { to: page };
  const target = `${page}#${anchor}`;
  if (addresses.has(target)) return { to: target };
  const sections = [...addresses].filter((address) => address.startsWith(`${page}#`));
  return broken(suggest(target, sections) ?? `Write ${page}, the page as a whole.`);
}

function checkConflict(
  key: string,
  entry: LedgerEntry,
  earlier: { entry: LedgerEntry; line: number } | undefined,
  { ledger }: Home,
): Fault | undefined {
  const conflict = (where: string, hint: string): Fault => ({
    code: 'address-conflict',
    message: `${key} leads elsewhere ${where}`,
    hint,
  });
  if (earlier !== undefined && !isSame(earlier.entry, entry))
    return conflict(`in line ${earlier.line}`, 'Keep one of the two lines.');
  const recorded = findRecorded(ledger, key);
  if (recorded === undefined || isSame(recorded, entry)) return undefined;
  return recorded.to === undefined && recorded.gone === undefined
    ? {
        code: 'address-conflict',
        message: `${key} is a page of the site`,
        hint: 'Delete the line.',
      }
    : conflict(
        'in content/links.lock.json',
        `It says ${recorded.to ?? `gone since ${recorded.gone}`}. Change it there, or delete this line.`,
      );
}

// An anchor is found on the page that its link opens, so that page needs a line too.
function checkBases(lines: Import['lines'], file: string, { ledger, addresses }: Home): Problem[] {
  const bases = new Set(
    [...lines.keys(), ...addresses].filter((key) => !key.includes('#')).map(toPlace),
  );
  return [...lines].flatMap(([key, { entry, line }]): Problem[] => {
    const { base, anchor } = toParts(key);
    if (anchor === undefined || bases.has(toPlace(base)) || findEntry(ledger, base) !== undefined)
      return [];
    return [
      {
        file,
        line,
        code: 'broken-redirect',
        message: `nothing stands at ${base} itself`,
        hint: `Add a line for it: ${base},${toParts(entry.to ?? GONE).base}`,
      },
    ];
  });
}

function findRecorded(ledger: Ledger, key: string): LedgerEntry | undefined {
  const { anchor } = toParts(key);
  return anchor === undefined ? findEntry(ledger, key) : ledger.get(key);
}

// What was gone before stays gone since that day.
function isSame(a: LedgerEntry, b: LedgerEntry): boolean {
  return a.to === b.to && (a.gone === undefined) === (b.gone === undefined);
}

function toWhole(key: string): string {
  const { base, anchor } = toParts(key);
  return `${toPlace(base)}#${anchor ?? ''}`;
}

// A whole address without its scheme and host.
function toRooted(address: string): string {
  const rest = /^(?:https?:)?\/\/[^/?#]*(.*)$/i.exec(address)?.[1];
  if (rest === undefined) return address;
  return rest.startsWith('/') ? rest : `/${rest}`;
}
