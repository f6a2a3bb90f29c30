import { type Article, articleSchema } from '#schemas/article.ts';
import type { Requirement } from '#schemas/site.ts';
import { toAnchor } from '../linking/anchor.ts';
import { type Ledger, toFreeId } from '../linking/ledger.ts';
import { articlePath } from '../linking/permalink.ts';
import { type Located, type Place, type Problem, suggest } from '../problem.ts';

/** What an author asks for when starting an article. */
export interface Wish {
  title: string;
  topic: string;
  kind: string;
}

/** What a new article must keep clear of, and the topics that it may join. */
export interface Taken {
  /** The ids that files name, also those of drafts and of articles that cannot be read. */
  ids: Iterable<string>;
  /** The file of each article, by slug. */
  files: ReadonlyMap<string, string>;
  /** The slug of each article, by title in lower case. */
  titles: ReadonlyMap<string, string>;
  topics: readonly string[];
  ledger: Ledger;
}

/** An article that is only begun. */
export type Draft = Article & { slug: string };

const TODO = /^TODO\b/;

/** The id of the next article. */
export function toNextId(
  { ids, ledger }: Pick<Taken, 'ids' | 'ledger'>,
  idPrefix: string,
): Article['id'] {
  return toFreeId([...ids, ...ledger.keys()], idPrefix);
}

/** Finds everything that keeps an article from being started. */
export function checkWish({ title, topic, kind }: Wish, taken: Taken): Omit<Problem, 'file'>[] {
  const problems: Omit<Problem, 'file'>[] = [];
  const { success, error } = articleSchema.shape.title.safeParse(title);
  const slug = toAnchor(title);
  const path = articlePath(slug);
  const file = taken.files.get(slug);
  const namesake = taken.titles.get(title.toLowerCase());
  if (title === '')
    problems.push({
      code: 'missing-field',
      message: 'the title is missing',
      hint: 'npm run new -- "What is a container?"',
    });
  else if (!success)
    problems.push({
      code: 'wrong-value',
      message: `the title ${error.issues[0]?.message ?? 'is wrong'}`,
      hint: `Found: ${title}`,
    });
  if (title !== '' && slug === '')
    problems.push({
      code: 'wrong-value',
      message: `the title "${title}" has no letter or digit to make an address of`,
      hint: 'Give it words.',
    });
  else if (file !== undefined)
    problems.push({
      code: 'used-twice',
      message: `${path} exists already`,
      hint: `It is ${file}. Reword the title.`,
    });
  else if (taken.ledger.has(path))
    problems.push({
      code: 'used-twice',
      message: `${path} was the address of another article`,
      hint: 'Old links lead there. Reword the title.',
    });
  else if (namesake !== undefined)
    problems.push({
      code: 'used-twice',
      message: `${articlePath(namesake)} has this title already`,
      hint: 'Reword it.',
    });
  if (!taken.topics.includes(topic))
    problems.push({
      code: 'unknown-topic',
      message: `unknown topic ${topic}`,
      hint: suggest(topic, taken.topics),
    });
  const kinds: string[] = articleSchema.shape.kind.options;
  if (!kinds.includes(kind))
    problems.push({
      code: 'unknown-value',
      message: `unknown kind ${kind}`,
      hint: suggest(kind, kinds),
    });
  return problems;
}

/** A draft that passes the checks; its TODO texts are for the author to replace, and nobody has reviewed it yet. */
export function toDraft(
  { title, topic, kind }: Wish,
  id: string,
  today: string,
  requires: readonly Requirement[],
): Draft {
  return {
    slug: toAnchor(title),
    ...articleSchema.parse({
      id,
      title,
      // The id keeps two drafts apart.
      short: `TODO name of ${id}`,
      summary: 'TODO what the article tells, in one sentence for search results and previews.',
      answer: 'TODO the short answer, in at most two sentences.',
      topic,
      kind,
      questions: ['TODO a question that it answers, in words of a reader'],
      ...(requires.includes('owner') && { owner: 'TODO the team that answers for it' }),
      published: today,
      updated: today,
      status: 'draft',
    }),
  };
}

/** The text below the frontmatter of a new article. */
export const draftBody = `TODO what a reader should know first. Every statement names its source; content/README.md lists the components.

## TODO a heading, whose words make its anchor

TODO the section.
`;

/** Finds what an author has not written yet in data that readers see. */
export function checkUnwritten(
  { data, at }: Pick<Located<unknown>, 'data' | 'at'>,
  path: readonly PropertyKey[] = [],
): Problem[] {
  if (typeof data === 'string')
    return TODO.test(data)
      ? [
          {
            ...at(path),
            code: 'unfinished-text',
            message: `\`${String(path.findLast((step) => typeof step === 'string'))}\` is still to do`,
            hint: 'Write it.',
          },
        ]
      : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    checkUnwritten({ data: value, at }, [...path, Array.isArray(data) ? Number(key) : key]),
  );
}

/** Finds what an author has not written yet in an article that is no draft any more. */
export function checkTodos(
  data: Article,
  anchors: readonly string[],
  at: (path: readonly PropertyKey[]) => Place,
): Problem[] {
  const hint = 'Write it, or set status: draft.';
  const fields = (['short', 'summary', 'answer', 'owner'] as const).filter((field) =>
    TODO.test(data[field] ?? ''),
  );
  const questions = data.questions.flatMap((question, index) =>
    TODO.test(question) ? [['questions', index]] : [],
  );
  return [
    ...[...fields.map((field) => [field]), ...questions].map((path) => ({
      ...at(path),
      code: 'unfinished-text' as const,
      message: `\`${path[0]}\` is still to do`,
      hint,
    })),
    ...anchors
      .filter((anchor) => /^todo(-|$)/.test(anchor))
      .map((anchor) => ({
        ...at([]),
        code: 'unfinished-text' as const,
        message: `the section #${anchor} is still to do`,
        hint,
      })),
  ];
}
