import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import { toAnchor } from '#domain/linking/anchor.ts';
import type { Located } from '#domain/problem.ts';
import { collections } from '#reader/collections.ts';
import type { Content } from '#reader/content.ts';
import { readText } from '#reader/text.ts';
import { type Comparison, comparisonSchema } from '#schemas/comparison.ts';
import { type Term, termSchema } from '#schemas/glossary.ts';
import { type Source, sourceSchema } from '#schemas/source.ts';
import { checkArticle, type Refusal } from './move.ts';

/** What can be started beside an article. */
export type Kind = 'comparison' | 'term' | 'source';

/** What an author asks for when starting one of these. */
export interface Beginning {
  kind: Kind;
  /** The title of the table or of the text, or the term. */
  title: string;
  /** The slug of the article that shows the table, or that explains the term. */
  article: string | undefined;
  /** The address of the source. */
  url: string | undefined;
}

const MODELINE =
  '# yaml-language-server: $schema=../../.astro/collections/content-comparisons.schema.json\n';

/** The list that an entry is added to; a comparison has a file of its own. */
export function toListFile(kind: Kind): string | undefined {
  if (kind === 'comparison') return undefined;
  const { files } = kind === 'term' ? collections.terms : collections.sources;
  return `content/${'list' in files ? files.list : ''}`;
}

/** Finds everything that keeps an entry from being started. */
export function checkBeginning(
  { kind, title, article, url }: Beginning,
  { reading }: Content,
): Refusal[] {
  const all = reading.collections;
  const id = toAnchor(title);
  const schema = { comparison: comparisonSchema, term: termSchema, source: sourceSchema }[kind];
  const field =
    kind === 'term' ? termSchema.shape.term : (schema as typeof sourceSchema).shape.title;
  const fault = field.safeParse(title).error?.issues[0]?.message;
  const names = { comparison: all.comparisons, term: all.terms, source: all.sources }[kind].names;
  const namesake = findNamesake(kind, title, url, all);
  const wrongUrl = url !== undefined && !sourceSchema.shape.url.safeParse(url).success;
  return [
    ...(title === ''
      ? [
          refuse(
            'missing-field',
            'the title is missing',
            `npm run new -- --${kind} "${kind === 'term' ? 'microVM' : 'Tea vs coffee'}"`,
          ),
        ]
      : fault !== undefined || id === ''
        ? [
            refuse(
              'wrong-value',
              `the title ${fault ?? 'has no letter or digit'}`,
              `Found: ${title}`,
            ),
          ]
        : names.has(id)
          ? [
              refuse(
                'used-twice',
                `the ${kind} ${id} exists already`,
                'Reword the title, or use that one.',
              ),
            ]
          : []),
    ...(namesake === undefined || names.has(id)
      ? []
      : [refuse('used-twice', `the ${kind} ${namesake} is the same`, 'Use that one.')]),
    ...(wrongUrl
      ? [
          refuse(
            'wrong-value',
            '--url must be an address that starts with https://',
            `Found: ${url}`,
          ),
        ]
      : []),
    ...(kind === 'comparison' && article === undefined
      ? [
          refuse(
            'missing-field',
            'the article that shows the table is missing',
            'Name it: --article slug',
          ),
        ]
      : []),
    ...(article === undefined ? [] : checkArticle(article, all.articles.names)),
  ];
}

/** Writes a comparison as a file of its own, or a term or a source at the end of its list; returns its id and the place to go on. */
export function begin(
  beginning: Beginning,
  { reading }: Content,
): { id: string; file: string; line: number } {
  const { kind, title } = beginning;
  const id = toAnchor(title);
  const list = toListFile(kind);
  if (list === undefined) {
    const file = `content/comparisons/${id}.yaml`;
    mkdirSync(dirname(join(reading.root, file)), { recursive: true });
    // "wx": never over a file that is there.
    writeFileSync(
      join(reading.root, file),
      MODELINE + stringify(toComparison(beginning), { lineWidth: 0, aliasDuplicateObjects: false }),
      { flag: 'wx' },
    );
    return { id, file, line: 1 };
  }
  const text = append(
    readText(reading.root, list).text ?? '[]\n',
    kind === 'term' ? toTerm(id, beginning) : toSource(id, beginning),
  );
  writeFileSync(join(reading.root, list), text);
  return { id, file: list, line: text.split('\n').indexOf(`- id: ${id}`) + 1 };
}

/** The text of a list with an entry more, at its end; all else stays as it is. */
export function append(text: string, entry: object): string {
  const isFlow = /^\[/m.test(text.replace(/^#.*$/gm, '').trimStart());
  if (!isFlow) return `${text.trimEnd()}\n${stringify([entry], { lineWidth: 0 })}`;
  const document = parseDocument(text);
  const list = document.contents as { flow?: boolean } | null;
  if (list !== null) list.flow = false;
  document.add(document.createNode(entry));
  return document.toString({ lineWidth: 0 });
}

function refuse(code: Refusal['code'], message: string, hint: string): Refusal {
  return { code, message, hint };
}

// A term may be another's alias, and a text may have another title.
function findNamesake(
  kind: Kind,
  title: string,
  url: string | undefined,
  all: Content['reading']['collections'],
): string | undefined {
  const same = (a: string | undefined, b: string) =>
    a?.toLowerCase().replace(/\/$/, '') === b.toLowerCase().replace(/\/$/, '');
  const entries: readonly Located<Term | Source | Comparison>[] =
    kind === 'term' ? all.terms.entries : kind === 'source' ? all.sources.entries : [];
  return entries.find(({ data }) =>
    'term' in data
      ? [data.term, ...data.aliases].some((word) => same(word, title))
      : 'url' in data && url !== undefined && same(data.url, url),
  )?.id;
}

function toTerm(id: string, { title, article }: Beginning): Partial<Term> {
  return {
    id,
    term: title,
    definition: 'TODO what it means, in one sentence.',
    ...(article === undefined ? {} : { article }),
  };
}

function toSource(
  id: string,
  { title, url }: Beginning,
): Record<keyof Omit<Source, 'published'>, string> {
  return {
    ...{ id, title, publisher: 'TODO who answers for the text' },
    url: url ?? 'TODO its address, or delete this line.',
    ...{
      checked: 'TODO the day on which you read it',
      read: 'TODO full, part or second-hand',
      note: 'TODO what a reader should know before relying on it, or delete this line.',
    },
  };
}

function toComparison({ title, article = '' }: Beginning): object {
  const cell = {
    notApplicable:
      'TODO instead: value and sources; or unknown, why, and the sources that are silent',
  };
  return {
    title,
    question: 'TODO the one question that it answers?',
    article,
    asOf: 'TODO when its facts held',
    reviewBy: 'TODO when they must be checked again',
    subjects: ['first', 'second'].map((id) => ({
      id,
      label: `TODO head of the ${id} column`,
      summary: 'TODO what it is, in one sentence.',
    })),
    groups: [
      {
        id: 'all',
        label: 'TODO head of a group of rows',
        criteria: [
          {
            id: 'row',
            label: 'TODO head of the row',
            kind: 'state',
            cells: { first: cell, second: cell },
          },
        ],
      },
    ],
  };
}
