import type { Article } from '#schemas/article.ts';
import type { Requirement } from '#schemas/site.ts';
import type { Topic } from '#schemas/topic.ts';
import { listSlugs } from '../topic.ts';
import { toFreeId } from '../linking/ledger.ts';
import { toNumber } from '../linking/permalink.ts';
import { findNearest } from '../nearest.ts';
import {
  checkFuture,
  checkKnown,
  checkUnique,
  type Located,
  type Names,
  type Problem,
} from '../problem.ts';

/** Finds references to nothing, dates out of order, and ids, titles and short titles used twice. */
export function checkArticles(
  articles: readonly Located<Article>[],
  known: { articles: Names; topics: Names; recorded: Iterable<string>; idPrefix: string },
  today: string,
): Problem[] {
  const freeId = toFreeId(
    [...known.recorded, ...articles.map(({ data }) => data.id)],
    known.idPrefix,
  );
  return [
    ...articles.flatMap((article) => checkReferences(article, known)),
    ...articles.flatMap((article) => checkPrefix(article, known.idPrefix)),
    ...articles.flatMap((article) => checkDates(article, today)),
    ...checkUnique(
      articles,
      'id',
      (article) => article.data.id,
      `The next free one: id: ${freeId}`,
    ),
    ...(['title', 'short'] as const).flatMap((field) =>
      checkUnique(articles, field, ({ data }) => data[field].toLowerCase().replace(/\s+/g, ' ')),
    ),
    ...checkUnique(articles, 'slug', (article) => article.id.toLowerCase()),
  ];
}

/** The fields that a site may require of its articles, each with what to write. */
export const requirable = {
  owner: [['owner', 'Name the team that answers for it']],
  review: [
    ['reviewed', 'Write the day on which its facts were last checked, as YYYY-MM-DD'],
    ['reviewBy', 'Write the day by which its facts must be checked again, as YYYY-MM-DD'],
  ],
  sources: [],
} as const satisfies Record<Requirement, readonly (readonly [keyof Article, string])[]>;

/** Finds articles that lack what the site requires of them; `citations` has what each cites, by slug. */
export function checkRequired(
  articles: readonly Located<Article>[],
  citations: ReadonlyMap<string, readonly unknown[]>,
  requires: readonly Requirement[],
): Problem[] {
  const toHint = (what: string, requirement: Requirement) =>
    `${what}, or take \`${requirement}\` out of \`requires\` in src/site.config.ts.`;
  return articles.flatMap(({ id, data, at }) =>
    requires.flatMap((requirement): Problem[] =>
      requirement === 'sources'
        ? (citations.get(id) ?? []).length > 0
          ? []
          : [
              {
                ...at([]),
                code: 'missing-sources',
                message: 'cites no source',
                hint: toHint('Say with <Cite> where its facts come from', requirement),
              },
            ]
        : requirable[requirement]
            .filter(([field]) => data[field] === undefined)
            .map(([field, what]) => ({
              ...at([field]),
              code: 'missing-field',
              message: `\`${field}\` is missing`,
              hint: toHint(what, requirement),
            })),
    ),
  );
}

/** Finds titles that are cut where they are shown: a warning, since they may be the very words of readers. */
export function checkTitles(
  articles: readonly Located<Article>[],
  topics: readonly Located<Topic>[],
): Problem[] {
  const check = (entries: readonly Located<{ title: string }>[], max: number, why: string) =>
    entries
      .filter(({ data }) => data.title.length > max)
      .map(({ data, at }): Problem => ({
        ...at(['title']),
        code: 'long-title',
        message: `\`title\` is ${data.title.length} characters long; ${why} ${max}`,
        hint: 'Shorten it if it loses nothing.',
      }));
  return [
    ...check(articles, 75, 'chat programs cut it after'),
    ...check(topics, 40, 'lists of topics have room for'),
  ];
}

function checkPrefix({ data: { id }, at }: Located<Article>, idPrefix: string): Problem[] {
  const wanted = `${idPrefix}-${toNumber(id)}`;
  return id === wanted
    ? []
    : [
        {
          ...at(['id']),
          code: 'wrong-value',
          message: `the id ${id} does not begin with ${idPrefix}-`,
          hint: `Write ${wanted}, or set \`idPrefix\` in src/site.config.ts.`,
        },
      ];
}

/** Finds articles that their topic does not list, and topics that list what is not theirs. */
export function checkTopics(
  topics: readonly Located<Topic>[],
  articles: ReadonlyMap<string, Article>,
  names: Names,
): Problem[] {
  const problems: Problem[] = [
    ...checkUnique(topics, 'topic', ({ id }) => id),
    ...topics.flatMap(({ data, at }) => checkSections(data, at)),
  ];
  const listed = new Map<string, string>();
  for (const { id, data, at } of topics) {
    for (const { slug, path } of listSlugs(data)) {
      const place = at(path);
      const article = articles.get(slug);
      if (!names.has(slug)) {
        problems.push(...checkKnown('article', slug, names, place));
        // The article that is meant is listed, under a wrong name.
        const near = findNearest(slug, names.keys());
        if (near !== undefined) listed.set(near, id);
      } else if (article !== undefined && article.topic !== id) {
        // An unknown topic is told where it is named.
        if (!topics.some((topic) => topic.id === article.topic)) continue;
        problems.push({
          ...place,
          code: 'topic-mismatch',
          message: `${slug} belongs to the topic ${article.topic}`,
          hint: `List it there, or set topic: ${id} in the article.`,
        });
      } else if (listed.has(slug)) {
        problems.push({
          ...place,
          code: 'listed-twice',
          message: `${slug} is listed twice`,
          hint: 'Remove one of the two.',
        });
      }
      listed.set(slug, id);
    }
  }
  for (const [slug, { topic }] of articles) {
    const home = topics.find(({ id }) => id === topic);
    if (home !== undefined && !listed.has(slug)) {
      problems.push({
        ...home.at(['articles']),
        code: 'topic-mismatch',
        message: `the topic ${topic} does not list its article ${slug}`,
        hint: `Add ${slug} where it belongs in the reading order.`,
      });
    }
  }
  return problems;
}

function checkSections({ sections }: Topic, at: Located<Topic>['at']): Problem[] {
  const located = sections.map((section, index) => ({
    id: section.id,
    data: section,
    at: (path: readonly PropertyKey[]) => at(['sections', index, ...path]),
  }));
  return checkUnique(located, 'id', ({ id }) => id);
}

function checkReferences(
  { id, data, at }: Located<Article>,
  { articles, topics }: { articles: Names; topics: Names },
): Problem[] {
  const problems = checkKnown('topic', data.topic, topics, at(['topic']));
  for (const [index, slug] of data.related.entries()) {
    const place = at(['related', index]);
    if (slug === id)
      problems.push({
        ...place,
        code: 'self-reference',
        message: 'an article is not related to itself',
        hint: 'Remove the line.',
      });
    else problems.push(...checkKnown('article', slug, articles, place));
  }
  const successor = data.retired?.successor;
  if (successor === id)
    problems.push({
      ...at(['retired', 'successor']),
      code: 'self-reference',
      message: 'an article does not succeed itself',
      hint: 'Remove the line.',
    });
  if (successor !== undefined)
    problems.push(...checkKnown('article', successor, articles, at(['retired', 'successor'])));
  return problems;
}

function checkDates({ data, at }: Located<Article>, today: string): Problem[] {
  const problems = (['published', 'updated', 'reviewed'] as const).flatMap((field) =>
    checkFuture(at, [field], data[field], today),
  );
  for (const field of ['updated', 'reviewed'] as const) {
    if ((data[field] ?? data.published) < data.published) {
      problems.push({
        ...at([field]),
        code: 'date-order',
        message: `${field} ${data[field]} lies before published ${data.published}`,
        hint: 'Correct one of the two.',
      });
    }
  }
  const retiredOn = data.retired?.on;
  problems.push(...checkFuture(at, ['retired', 'on'], retiredOn, today, 'retired on'));
  if (retiredOn !== undefined && retiredOn < data.published)
    problems.push({
      ...at(['retired', 'on']),
      code: 'date-order',
      message: `retired on ${retiredOn}, before it was published ${data.published}`,
      hint: 'Correct one of the two.',
    });
  if (
    data.reviewBy !== undefined &&
    data.reviewed !== undefined &&
    data.reviewBy <= data.reviewed
  ) {
    problems.push({
      ...at(['reviewBy']),
      code: 'date-order',
      message: `reviewBy ${data.reviewBy} does not lie after reviewed ${data.reviewed}`,
      hint: 'Set the day of the next review.',
    });
  }
  return problems;
}
