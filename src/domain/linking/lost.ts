import { distance } from 'fastest-levenshtein';
import { count, type Problem, suggest } from '../problem.ts';
import { toParts } from './address.ts';
import { formatEntry, isId, type Ledger, toTarget } from './ledger.ts';
import { articlePath } from './permalink.ts';

/** What is wrong, without its place. */
type Fault = Omit<Problem, 'file'>;

/** The lines and what the site has, as far as lost addresses go. */
interface Known {
  ledger: Ledger;
  addresses: ReadonlySet<string>;
  /** The slug of each article by its id. */
  slugs: ReadonlyMap<string, string>;
}

/** The id of the article that has another slug than the one on record, if it is the only one. */
export function findRenamed(
  ledger: Ledger,
  slugs: ReadonlyMap<string, string>,
): string | undefined {
  const renamed = [...slugs].filter(
    ([id, slug]) => ledger.has(id) && !ledger.has(articlePath(slug)),
  );
  return renamed.length === 1 ? renamed[0]?.[0] : undefined;
}

/** What may be recorded: nothing new of a page on which something is lost, since it may have taken that one's place, and nobody could tell any more. */
export function listReady({ ledger, addresses, slugs }: Known): Set<string> {
  const lost = [...ledger.keys()].filter((key) => isLost(key, { ledger, addresses }));
  const bases = new Set(lost.filter((key) => key.includes('#')).map((key) => toParts(key).base));
  const renamed = lost.some(isArticle) ? findRenamed(ledger, slugs) : undefined;
  const path = articlePath(slugs.get(renamed ?? '') ?? '');
  return new Set(
    [...addresses].filter(
      (key) => !(key.includes('#') ? bases.has(toParts(key).base) : key === path),
    ),
  );
}

/** Says of each lost address what to do about it; a lost page speaks for its sections, and an article for its id. */
export function explainLost(lost: readonly string[], known: Known): Map<string, Fault> {
  const { ledger, addresses, slugs } = known;
  const pages = Map.groupBy(
    lost.filter((key) => key.includes('#')),
    (key) => toParts(key).base,
  );
  const renamed = slugs.get(findRenamed(ledger, slugs) ?? '');
  const whole = new Set(lost);
  const articles = renamed === undefined ? lost.filter(isArticle) : [];
  const ids = lost.filter((key) => isId(key) && !key.includes('#'));
  const [id] = articles.length === 1 && ids.length === 1 ? ids : [];
  const told = lost.filter((key) => {
    const { base, anchor } = toParts(key);
    return key !== id && (anchor === undefined || !whole.has(base));
  });
  return new Map(
    told.map((key) => {
      const { base, anchor } = toParts(key);
      const own = articles[0] === key ? id : undefined;
      const sections = [key, own].flatMap((each) => pages.get(each ?? '') ?? []).length;
      const more = [
        ...(own === undefined ? [] : [own]),
        ...(sections === 0 ? [] : [count(sections, 'section')]),
      ].join(' and ');
      const ways = articles.includes(key)
        ? `Bring its file back, as by: git restore ':(glob)content/articles/**/${toSlug(key)}.md*'\n  Then npm run retire -- ${toSlug(key)} --to other ends it; npm run move -- ${toSlug(key)} new-slug renames it.`
        : ids.includes(key) && articles.length > 0
          ? `Bring its article back: ${articles.join(' or ')}`
          : isArticle(key) && renamed !== undefined
            ? `It is ${renamed} now, as it seems: npm run move -- ${toSlug(key)} ${renamed} leads it there.`
            : anchor === undefined || !hasPage(base, addresses)
              ? `Bring it back, or set the line to where it is now: ${formatChoice(key, toAnyPage(addresses))}`
              : toHint(key, matchSections(pages.get(base) ?? [], listNew(base, known)), known);
      return [
        key,
        {
          code: 'lost-address',
          message: `${key} was published and is no longer on the site${more === '' ? '' : `, with ${more}`}`,
          hint: ways,
        },
      ];
    }),
  );
}

/** Finds everything that keeps a lost address from leading to another. */
export function checkLead(
  key: string,
  target: string,
  { ledger, addresses }: Known,
  pages: ReadonlySet<string>,
): Fault[] {
  const lost = [...ledger.keys()].filter((each) => isLost(each, { ledger, addresses }));
  return [
    ...(addresses.has(key)
      ? [
          {
            code: 'revived-address' as const,
            message: `${key} is on the site`,
            hint: 'Reword its heading first, or take it away.',
          },
        ]
      : ledger.has(key)
        ? []
        : [
            {
              code: 'wrong-address' as const,
              message: `${key} was never recorded, so that no link leads there`,
              hint: suggest(key, lost),
            },
          ]),
    ...(addresses.has(target) || pages.has(target)
      ? []
      : [
          {
            code: 'broken-redirect' as const,
            message: `${target} is not on the site`,
            hint: suggest(target, listSections(toParts(target).base, addresses)),
          },
        ]),
  ];
}

/** The ledger with a lost address leading to another, in one hop also for what led there. */
export function leadOn(ledger: Ledger, key: string, target: string): Ledger {
  return new Map(
    [...ledger].map(([each, entry]) =>
      each === key || (entry.to !== undefined && toTarget(each, entry.to) === key)
        ? [each, { to: shorten(each, target) }]
        : [each, entry],
    ),
  );
}

/** The sections of a page. */
export function listSections(base: string, addresses: ReadonlySet<string>): string[] {
  return [...addresses].filter((address) => address.startsWith(`${base}#`));
}

/** A line that leads on, and one that does not. */
export function formatChoice(key: string, to: string): string {
  return `${formatEntry(key, { to })} or ${formatEntry(key, { gone: 'YYYY-MM-DD' })}`;
}

/** A target on the page of its key, written as the anchor alone. */
export function shorten(key: string, target: string): string {
  const { base, anchor } = toParts(target);
  return anchor !== undefined && base === toParts(key).base ? `#${anchor}` : target;
}

/** What stands for the page, where nobody can know it. */
export function toAnyPage(addresses: ReadonlySet<string>): string {
  return addresses.values().find(isId)?.replace(/\d.*/, '…') ?? '/…/';
}

function isLost(key: string, { ledger, addresses }: Omit<Known, 'slugs'>): boolean {
  const { to, gone } = ledger.get(key) ?? {};
  return to === undefined && gone === undefined && !addresses.has(key);
}

function isArticle(key: string): boolean {
  return key.startsWith(articlePath('').slice(0, -1)) && !key.includes('#');
}

function toSlug(key: string): string {
  return key.slice(articlePath('').length - 1).replace(/\/$/, '');
}

function hasPage(base: string, addresses: ReadonlySet<string>): boolean {
  return addresses.has(base) || listSections(base, addresses).length > 0;
}

function listNew(base: string, { ledger, addresses }: Known): string[] {
  return listSections(base, addresses).filter((key) => !ledger.has(key));
}

function toHint(
  key: string,
  { matches, others }: ReturnType<typeof matchSections>,
  { slugs, addresses }: Known,
): string {
  const { base } = toParts(key);
  const toName = (address: string) => address.replace(base, slugs.get(base) ?? base);
  const move = (to: string) => `npm run move -- ${toName(key)} ${to}`;
  const match = matches.get(key);
  const way =
    match !== undefined
      ? `Perhaps it is #${toParts(match).anchor} now: ${move(toName(match))} leads it there.`
      : others.length > 0
        ? `New there are ${others.map((each) => `#${toParts(each).anchor}`).join(', ')}: ${move(toName(`${base}#…`))} leads it to one of them.`
        : addresses.has(base)
          ? `${move(toName(base))} leads it to the page as a whole.`
          : `${move('…')} leads it to another address.`;
  return `${way} Else bring it back, or set its line to: ${formatEntry(key, { gone: 'YYYY-MM-DD' })}`;
}

// The likest come together first; what is left alone on both sides has most likely become the other.
function matchSections(
  lost: readonly string[],
  added: readonly string[],
): { matches: Map<string, string>; others: string[] } {
  const matches = new Map<string, string>();
  const taken = new Set<string>();
  const pairs = lost
    .flatMap((from) => added.map((to) => ({ from, to, likeness: toLikeness(from, to) })))
    .filter(({ likeness }) => likeness >= 0.5)
    .toSorted((a, b) => b.likeness - a.likeness);
  for (const { from, to } of pairs)
    if (!matches.has(from) && !taken.has(to)) {
      matches.set(from, to);
      taken.add(to);
    }
  const others = added.filter((to) => !taken.has(to));
  const left = lost.filter((from) => !matches.has(from));
  const [from = '', to = ''] = [left[0], others[0]];
  if (left.length === 1 && others.length === 1) matches.set(from, to);
  return { matches, others };
}

function toLikeness(a: string, b: string): number {
  const [from, to] = [a, b].map((key) => toParts(key).anchor ?? '') as [string, string];
  // Of the anchor of a row, the first half is its table.
  const [one, other] = [from, to].map((anchor) => anchor.split('--').at(-1) ?? '') as [
    string,
    string,
  ];
  const [words, more] = [new Set(one.split('-')), new Set(other.split('-'))];
  const shared = words.intersection(more).size / words.union(more).size;
  return Math.max(shared, 1 - distance(one, other) / Math.max(one.length, other.length, 1));
}
