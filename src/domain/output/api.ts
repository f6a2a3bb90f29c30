import type { ApiArticle, ApiArticles, ApiComparison, ApiLinks } from '#schemas/api.ts';
import type { Article } from '#schemas/article.ts';
import type { Comparison } from '#schemas/comparison.ts';
import type { Source } from '#schemas/source.ts';
import type { Section, Topic } from '#schemas/topic.ts';
import { stateLabels } from '../comparing/cell.ts';
import { encodeAddress, toParts } from '../linking/address.ts';
import { isId, type Ledger, toTarget } from '../linking/ledger.ts';
import {
  apiPath,
  articlePath,
  comparisonPath,
  markdownPath,
  permalinkPath,
  sectionPath,
  topicPath,
} from '../linking/permalink.ts';
import { type TableCell, toTable } from '../comparing/table.ts';
import type { Links, Site } from '../site.ts';

/** An article in the list of all: what is known of it besides its text. */
export type ArticleSummary = ApiArticles['articles'][number];

/** The address of the JSON Schema of a document, such as `article`. */
export const schemaUrl = (document: string, { toUrl }: Pick<Links, 'toUrl'>) =>
  toUrl(apiPath(`schema/${document}`));

/** What the list of all articles says of one. */
export function toArticleSummary(
  slug: string,
  article: Article,
  { topic, section }: { topic: Topic | undefined; section: Section | undefined },
  headings: readonly { depth: number; text: string; anchor: string }[],
  { toUrl }: Pick<Links, 'toUrl'>,
): ArticleSummary {
  const { id, title, short, summary, answer, kind, owner } = article;
  const { published, updated, reviewed, reviewBy } = article;
  const url = toUrl(articlePath(slug));
  const permalink = toUrl(permalinkPath(id));
  return {
    id,
    url,
    permalink,
    json: toUrl(apiPath(`articles/${id}`)),
    markdownUrl: toUrl(markdownPath(slug)),
    title,
    short,
    summary,
    answer,
    topic: {
      id: article.topic,
      title: topic?.title ?? article.topic,
      url: toUrl(topicPath(article.topic)),
      ...(section && {
        section: {
          id: section.id,
          title: section.title,
          url: toUrl(sectionPath(article.topic, section.id)),
        },
      }),
    },
    kind,
    published,
    updated,
    reviewed,
    reviewBy,
    owner,
    headings: headings.map((heading) => ({
      ...heading,
      url: `${url}#${heading.anchor}`,
      permalink: `${permalink}#${heading.anchor}`,
    })),
  };
}

/** The document of one article; `ids` are those of all articles, by slug. */
export function toApiArticle(
  summary: ArticleSummary,
  { retired }: Article,
  ids: ReadonlyMap<string, string>,
  text: { html: string; markdown: string },
  links: Pick<Links, 'toUrl'>,
): ApiArticle {
  const successor = ids.get(retired?.successor ?? '');
  return {
    $schema: schemaUrl('article', links),
    ...summary,
    ...(retired && {
      retired: {
        on: retired.on,
        reason: retired.reason,
        ...(successor !== undefined && { successor }),
      },
    }),
    ...text,
  };
}

/** The ledger with every address followed to where it is now; `ids` are those of all articles, by slug. */
export function toApiLinks(
  ledger: Ledger,
  ids: ReadonlyMap<string, string>,
  site: Pick<Links, 'toUrl'>,
): ApiLinks {
  const slugs = new Map([...ids].map(([slug, id]) => [id, slug]));
  const toAddress = (key: string, toPage: (id: string) => string) => {
    const { base, anchor } = toParts(key);
    const path = isId(base) ? toPage(base) : base;
    return site.toUrl(encodeAddress(anchor === undefined ? path : `${path}#${anchor}`));
  };
  const toArticle = (key: string) => {
    const { base: page } = toParts(key);
    return isId(page) ? page : ids.get(/^\/articles\/([^/]+)\/$/.exec(page)?.[1] ?? '');
  };
  const links = [...ledger]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { to, gone }]): [string, ApiLinks['links'][string]] => {
      const url = toAddress(key, permalinkPath);
      if (gone !== undefined) return [key, { state: 'gone', url, gone }];
      const target = to === undefined ? key : toTarget(key, to);
      const article = toArticle(target);
      const now = toAddress(target, (id) => articlePath(slugs.get(id) ?? id));
      return [
        key,
        {
          state: to === undefined ? 'here' : 'moved',
          url,
          to: now,
          ...(article !== undefined && { article }),
        },
      ];
    });
  return { $schema: schemaUrl('links', site), links: Object.fromEntries(links) };
}

/** The document of a comparison; `articleId` is the number of its home. */
export function toApiComparison(
  id: string,
  comparison: Comparison,
  articleId: string,
  sources: ReadonlyMap<string, Source>,
  site: Pick<Site, 'toUrl' | 'locale'>,
): ApiComparison {
  const { title, question, asOf, reviewBy, subjects, verdicts } = comparison;
  const url = site.toUrl(articlePath(comparison.article));
  const permalink = site.toUrl(permalinkPath(articleId));
  return {
    $schema: schemaUrl('comparison', site),
    id,
    url: site.toUrl(comparisonPath(id)),
    title,
    question,
    article: { id: articleId, url, permalink },
    asOf,
    reviewBy,
    subjects: subjects.map((subject) => ({
      id: subject.id,
      label: subject.label,
      summary: subject.summary,
      chooseWhen: verdicts[subject.id] ?? [],
    })),
    groups: toTable({ id, data: comparison }, sources, site.locale).groups.map((group) => ({
      id: group.id,
      label: group.label,
      ...(group.why !== undefined && { why: group.why }),
      criteria: group.rows.map(({ id: row, anchor, criterion, cells }) => ({
        id: row,
        label: criterion.label,
        ...(criterion.why !== undefined && { why: criterion.why }),
        kind: criterion.kind,
        ...(criterion.better !== undefined && { better: criterion.better }),
        ...(criterion.scope !== undefined && { scope: criterion.scope }),
        asOf: criterion.asOf ?? asOf,
        anchor,
        url: `${url}#${anchor}`,
        permalink: `${permalink}#${anchor}`,
        // The cells of a row stand in the order of the subjects, and none is missing.
        cells: cells.map((cell, index) =>
          toApiCell(cell, subjects[index]?.id ?? '', criterion.cells[subjects[index]?.id ?? '']),
        ),
      })),
    })),
  };
}

/** The same as rows of a spreadsheet: for each subject what its cell says, its note, and its sources. */
export function toComparisonRows({ subjects, groups }: ApiComparison): string[][] {
  const head = [
    'Group',
    'Criterion',
    ...subjects.flatMap(({ label }) => [label, `${label}: note`, `${label}: sources`]),
    'Link',
  ];
  const rows = groups.flatMap(({ label: group, criteria }) =>
    criteria.map(({ label, cells, permalink }) => [
      group,
      label,
      ...cells.flatMap(({ state, text, note, sources }) => [
        state === 'unknown' || state === 'not-applicable' ? `${stateLabels[state]}: ${text}` : text,
        note ?? '',
        sources
          .map((source) => [source.title, source.section, source.url].filter(Boolean).join(', '))
          .join('; '),
      ]),
      permalink,
    ]),
  );
  return [head, ...rows];
}

type ApiCell = ApiComparison['groups'][number]['criteria'][number]['cells'][number];

function toApiCell(
  { state, words, note, reportedBy, marks }: TableCell,
  subject: string,
  cell: Comparison['groups'][number]['criteria'][number]['cells'][string] | undefined,
): ApiCell {
  const value = cell !== undefined && 'value' in cell ? cell.value : undefined;
  return {
    subject,
    ...(state !== undefined && { state }),
    text: [words].flat().join('; '),
    ...(Array.isArray(words) && { items: words }),
    ...(typeof value === 'object' && !Array.isArray(value) && { quantity: value }),
    ...(note !== undefined && { note }),
    ...(reportedBy !== undefined && { reportedBy }),
    sources: marks.map(({ reference: { source, checked, places }, place }) => ({
      id: source.id,
      title: source.title,
      publisher: source.publisher,
      ...(source.url !== undefined && { url: source.url }),
      ...(places[place] && { section: places[place] }),
      checked,
    })),
  };
}
