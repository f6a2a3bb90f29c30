import type { ShikiConfig } from 'astro';
import { formatDate } from '#domain/date.ts';
import { proofsPath } from '#domain/linking/permalink.ts';
import { type FindRun, isShell, parseMeta } from '#domain/proof.ts';
import { isSession, parseLines } from '#domain/session.ts';
import type { Site } from '#domain/site.ts';

type ShikiTransformer = NonNullable<ShikiConfig['transformers']>[number];
type HastElement = Parameters<NonNullable<ShikiTransformer['code']>>[0];

// How the languages of the articles are called above a block; plain text needs no name.
const names: Record<string, string> = {
  dockerfile: 'Dockerfile',
  yaml: 'YAML',
  json: 'JSON',
  ini: 'Settings',
  text: '',
  plaintext: '',
};

/** Turns Shiki's inline styles into classes, since the policy forbids styles in attributes; says of commands when and on what they were run. */
export const toCode = (
  { toHref, locale }: Pick<Site, 'toHref' | 'locale'>,
  findRun: FindRun,
): ShikiTransformer => ({
  name: 'code',
  span(node) {
    const classes = String(node.properties['style'] ?? '')
      .split(';')
      .flatMap(
        (declaration) => /var\(--astro-code-(?:token-)?([a-z-]+)\)/.exec(declaration)?.[1] ?? [],
      )
      .filter((token) => token !== 'foreground')
      .map((token) => `token-${token}`);
    delete node.properties['style'];
    if (classes.length > 0) node.properties['class'] = classes.join(' ');
  },
  // The code scrolls within its block, so that name and button stay; only while it is too wide is it a stop for the keyboard.
  code(node) {
    node.properties['tabindex'] = '0';
    dropStyles(node);
    if (!isSession(this.source, this.options.lang)) return;
    const lines = node.children.filter((child) => child.type === 'element');
    // Only what was typed is copied, without the letters of its prompt.
    for (const [index, { prompt }] of parseLines(this.source).entries())
      if (prompt !== undefined)
        Object.assign(lines[index]?.properties ?? {}, { 'data-typed': String(prompt.length) });
  },
  pre(node) {
    const { lang, meta } = this.options;
    const isCommands = isShell({ language: lang });
    const { title } = parseMeta(meta?.__raw ?? '');
    const name = title ?? (isCommands ? 'Shell' : (names[lang] ?? lang));
    node.properties = { 'data-language': lang };
    node.children.unshift({
      type: 'element',
      tagName: 'span',
      // What an author names is a part of the text; a language only says how to read it.
      properties: title === undefined ? { 'data-pagefind-ignore': '', 'data-export': 'none' } : {},
      children: [{ type: 'text', value: name }],
    });
    const run = isCommands ? findRun(this.source) : undefined;
    if (run === undefined) return;
    const value = `Run on Docker Engine ${run.engine}, ${formatDate(run.on, locale)}`;
    node.children.push({
      type: 'element',
      tagName: 'a',
      properties: { href: toHref(proofsPath), 'data-pagefind-ignore': '' },
      children: [{ type: 'text', value }],
    });
  },
});

// Of a diff, Astro keeps the signs from being selected, by a style in an attribute.
function dropStyles(node: HastElement): void {
  delete node.properties['style'];
  for (const child of node.children) if (child.type === 'element') dropStyles(child);
}
