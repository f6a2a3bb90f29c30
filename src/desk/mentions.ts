import { isScalar, isSeq, parseDocument, visit, type YAMLSeq } from 'yaml';
import type { z } from 'astro/zod';
import { articlePath } from '#domain/linking/permalink.ts';
import type { Place } from '#domain/problem.ts';
import { collectionNames, collections } from '#reader/collections.ts';
import { exists, listEntryFiles } from '#reader/entries.ts';
import type { Reading } from '#reader/read.ts';
import { readText } from '#reader/text.ts';
import { references } from '#schemas/text.ts';
import type { Edit } from './edits.ts';

/** A place that names an article: by its slug in a field, or in the address of a link. */
export interface Mention extends Place {
  /** What it belongs to: the name of a collection, or the file of a list that is none. */
  of: string;
  /** The name of the field; none for a link in a text. */
  field: string | undefined;
  /** What stands there: the slug, or the address with its anchor. */
  value: string;
  start: number;
  end: number;
  /** In a list: what else stands in it. */
  beside: readonly string[];
  /** The edit that takes it out of its list. */
  without: Edit | undefined;
}

// Read by tests/content alone, so that no schema says what they name.
const LISTS = ['content/golden.yaml', 'content/budgets.yaml'];

/** Every place in `content/` that names this article: all but its own files and the ledger. */
export function listMentions({ root, collections: all }: Reading, slug: string): Mention[] {
  const fields = collectionNames.flatMap((name) => {
    const { files, schema } = collections[name];
    const whole = 'list' in files ? { element: schema } : schema;
    return listEntryFiles(root, files).flatMap((file) =>
      listFields(root, file, name, (path) => isReference(whole, path), slug),
    );
  });
  const lists = LISTS.filter((file) => exists(root, file)).flatMap((file) =>
    listFields(root, file, file, (path) => path.includes('article') || path.includes('page'), slug),
  );
  const links = [...all.articles.files, ...all.pages.files].flatMap(({ file, links: own }) => {
    const text = readText(root, file).text ?? '';
    return own.flatMap(({ href, to = href, line, column }): Mention[] => {
      if (!isLinkTo(to, slug)) return [];
      const start = text.indexOf(href, toOffset(text, line ?? 1, column ?? 1));
      const end = start + href.length;
      const place = { file, line, column, start, end, value: href };
      return [{ ...place, of: 'text', field: undefined, beside: [], without: undefined }];
    });
  });
  return [...fields, ...lists, ...links];
}

function isLinkTo(href: string, slug: string): boolean {
  const path = articlePath(slug);
  return href === path.slice(0, -1) || new RegExp(`^${path}(?:[?#]|$)`).test(href);
}

function listFields(
  root: string,
  file: string,
  of: string,
  isNamed: (path: readonly PropertyKey[]) => boolean,
  slug: string,
): Mention[] {
  const text = readText(root, file).text ?? '';
  const [, open = '', front] = /\.mdx?$/.test(file)
    ? (/^(---[ \t]*\n)([\s\S]*?)^---[ \t]*$/m.exec(text) ?? [])
    : ['', '', text];
  if (front === undefined) return [];
  const document = parseDocument(front);
  const found: Mention[] = [];
  visit(document, {
    Scalar: (_key, node, ancestors) => {
      const value = node.value;
      if (typeof value !== 'string' || !(value === slug || isLinkTo(value, slug))) return;
      const path = toPath([...ancestors, node]);
      if (!isNamed(path)) return;
      const [at = 0, to = 0] = node.range ?? [];
      const [start, end] = [open.length + at, open.length + to];
      const lines = text.slice(0, start).split('\n');
      const parent = ancestors.at(-1);
      const seq = isSeq(parent) ? parent : undefined;
      found.push({
        ...{ file, of, value, start, end, line: lines.length },
        column: (lines.at(-1)?.length ?? 0) + 1,
        field: path.findLast((step) => typeof step === 'string'),
        beside:
          seq?.items.flatMap((item) =>
            isScalar(item) && item !== node ? [String(item.value)] : [],
          ) ?? [],
        without:
          seq === undefined ? undefined : { file, ...cut(text, seq, start, end, open.length) },
      });
    },
  });
  return found;
}

// The path of the last of these nodes, which stand in one another.
function toPath(nodes: readonly unknown[]): PropertyKey[] {
  return nodes.flatMap((node, index): PropertyKey[] => {
    const within = nodes[index - 1];
    if (isSeq(within)) return [within.items.indexOf(node)];
    const key = (node as { key?: unknown } | null)?.key;
    return isScalar(key) ? [String(key.value)] : [];
  });
}

// A list keeps its form: with commas, or with a line for each item.
function cut(
  text: string,
  seq: YAMLSeq,
  start: number,
  end: number,
  offset: number,
): Omit<Edit, 'file'> {
  const [from = 0, to = 0] = seq.range ?? [];
  if (seq.items.length === 1)
    return { start: from + offset, end: seq.flow === true ? to + offset : end, text: '[]' };
  if (seq.flow !== true) {
    const line = text.lastIndexOf('\n', start) + 1;
    const next = text.indexOf('\n', end);
    return { start: line, end: next === -1 ? text.length : next + 1, text: '' };
  }
  const before = /,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = before > 0 ? 0 : (/^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0);
  return { start: start - before, end: end + after, text: '' };
}

interface Node {
  def?: {
    type: string;
    innerType?: unknown;
    out?: unknown;
    element?: unknown;
    valueType?: unknown;
    shape?: Record<string, unknown>;
    options?: unknown[];
  };
}

// Whether the schema says that the field at this path names an article.
function isReference(schema: unknown, path: readonly PropertyKey[]): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  if ('element' in schema && !('_zod' in schema)) return isReference(schema.element, path.slice(1));
  if (references.get(schema as z.core.$ZodType)?.collection === 'articles') return true;
  const { def } = schema as Node;
  const inner = def?.innerType ?? (def?.type === 'pipe' ? def.out : undefined);
  if (inner !== undefined) return isReference(inner, path);
  if (def?.type === 'union') return def.options?.some((each) => isReference(each, path)) ?? false;
  const [step, ...rest] = path;
  if (step === undefined) return false;
  return isReference(def?.element ?? def?.valueType ?? def?.shape?.[String(step)], rest);
}

function toOffset(text: string, line: number, column: number): number {
  const lines = text.split('\n').slice(0, line - 1);
  return lines.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}
