import { type Parameter, parseAddress, toElementId, toParts, toPlace } from './address.ts';
import { isId, type Ledger, toTarget } from './ledger.ts';
import { findEntry } from './lookup.ts';
import { articlePath, permalinkPath } from './permalink.ts';
import type { Place, Problem } from '../problem.ts';

/** The slug of each article that has a page, by its id. */
export type Slugs = ReadonlyMap<string, string>;

/** Where an old address leads: a page, and the section that took its place; none when links to anchors of the old address are out, which a redirect to a section would lose. */
export interface Goal {
  path: string;
  anchor: string | undefined;
}

/** A path that a page had before, and the page. */
export interface MovedPath {
  /** Its line in the ledger. */
  key: string;
  /** Decoded. */
  from: string;
  /** What a request must ask for besides, as in `?id=12`. */
  parameters: readonly Parameter[];
  to: Goal;
}

/** An anchor that a page had before. */
export interface OldAnchor {
  /** Its line in the ledger. */
  key: string;
  /** The path of the page that people are on who follow the old link. */
  page: string;
  id: string;
  /** The path of the page where it is now, with its anchor there; none for the page as a whole. */
  to: { page: string; anchor: string | undefined };
}

/** The paths that pages had before, and the permalinks of articles that became part of others. */
export function listMovedPaths(ledger: Ledger, slugs: Slugs): MovedPath[] {
  const sections = new Set(
    [...ledger.keys()].filter((key) => key.includes('#')).map((key) => toPlace(toParts(key).base)),
  );
  return [...ledger].flatMap(([key, { to }]) => {
    const path = to === undefined || key.includes('#') ? undefined : toPage(key, ledger, slugs);
    if (path === undefined) return [];
    const anchor = sections.has(toPlace(key)) ? undefined : toParts(to ?? '').anchor;
    const { path: from, parameters } = parseAddress(isId(key) ? permalinkPath(key) : key);
    return [{ key, from, parameters, to: { path, anchor } }];
  });
}

/** The anchors that need an element of their own, since links to them are out. */
export function listOldAnchors(ledger: Ledger, slugs: Slugs): OldAnchor[] {
  // One element is enough for all lines that mean the same.
  const placed = new Set<string>();
  return [...ledger].flatMap(([key, entry]) => {
    const { base, anchor } = toParts(key);
    if (anchor === undefined || entry.to === undefined) return [];
    const id = toElementId(anchor);
    const target = toParts(toTarget(key, entry.to));
    const [page, newPage] = [toPage(base, ledger, slugs), toPage(target.base, ledger, slugs)];
    // An article that took another one in may have kept the anchor.
    if (page === undefined || newPage === undefined || (page === newPage && id === target.anchor))
      return [];
    const place = JSON.stringify([page, id, newPage, target.anchor]);
    if (placed.has(place)) return [];
    placed.add(place);
    return [{ key, page, id, to: { page: newPage, anchor: target.anchor } }];
  });
}

/** Finds old anchors that cannot have an element: another thing has this name on the same page. */
export function checkOldAnchors(
  ledger: Ledger,
  slugs: Slugs,
  addresses: ReadonlySet<string>,
  at: (key: string) => Place,
): Problem[] {
  // What has each place already, as a line may name it.
  const taken = new Map<string, string>();
  for (const address of addresses) {
    const { base, anchor } = toParts(address);
    if (anchor !== undefined)
      taken.set(`${toPage(base, ledger, slugs) ?? base}#${anchor}`, address);
  }
  return listOldAnchors(ledger, slugs).flatMap(({ key, page, id }) => {
    const to = ledger.get(key)?.to ?? '';
    const target = toTarget(key, to);
    const other = taken.get(`${page}#${id}`) ?? target;
    taken.set(`${page}#${id}`, other);
    // What exists although it is recorded as moved is a problem of the ledger itself.
    if (other === target || other === key) return [];
    return [
      {
        ...at(key),
        code: 'address-conflict' as const,
        message: `${key} cannot lead to ${to}: on the page ${page} the anchor #${id} leads to ${other}`,
        hint: `Set the line to: ${JSON.stringify(key)}: ${JSON.stringify({ to: other })}`,
      },
    ];
  });
}

/** Finds recorded addresses that the built site does not have; `pages` holds the ids of each built page by its path. */
export function checkBuilt(
  ledger: Ledger,
  slugs: Slugs,
  pages: ReadonlyMap<string, ReadonlySet<string>>,
  at: (key: string) => Place,
): Problem[] {
  const stands = (address: string) => {
    const { base, anchor } = toParts(address);
    const ids = pages.get(toPage(base, ledger, slugs) ?? '');
    return ids !== undefined && (anchor === undefined || ids.has(toElementId(anchor)));
  };
  return [...ledger].flatMap(([key, { to, gone }]) => {
    if (gone !== undefined) return [];
    const missing = [key, ...(to === undefined ? [] : [toTarget(key, to)])].find(
      (address) => !stands(address),
    );
    if (missing === undefined) return [];
    const line = `${JSON.stringify(key)}: ${JSON.stringify({ gone: 'YYYY-MM-DD' })}`;
    return [
      {
        ...at(key),
        code: 'lost-address' as const,
        message: `${key} is recorded, but the built site has no ${missing}`,
        hint: `Bring it back, or set the line to where it is now, or to: ${line}`,
      },
    ];
  });
}

// The path of the page on which an address stands, after one hop; undefined when it stands nowhere.
function toPage(base: string, ledger: Ledger, slugs: Slugs): string | undefined {
  const entry = findEntry(ledger, base);
  if (entry?.gone !== undefined) return undefined;
  const now = entry?.to === undefined ? base : toParts(toTarget(base, entry.to)).base;
  if (!isId(now)) return now;
  const slug = slugs.get(now);
  return slug === undefined ? undefined : articlePath(slug);
}
