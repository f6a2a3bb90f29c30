import { checkLead, leadOn, listReady } from '#domain/linking/lost.ts';
import { extendLedger } from '#domain/linking/ledger.ts';
import { toParts } from '#domain/linking/address.ts';
import { articlePath } from '#domain/linking/permalink.ts';
import type { Content } from '#reader/content.ts';
import { writeLedger } from '#reader/ledger.ts';
import { readText } from '#reader/text.ts';
import { applyEdits, type Edit } from './edits.ts';
import { listMentions } from './mentions.ts';
import { checkArticle, type Refusal } from './move.ts';

/** Whether a name is that of a part of a page, or an address: `slug#anchor`, `/glossary/#term`. */
export function isAddress(name: string): boolean {
  return /[#/]/.test(name);
}

/** Finds everything that keeps a lost address from leading to another. */
export function checkLeading(from: string, to: string, content: Content): Refusal[] {
  const unknown = [from, to]
    .filter((name) => !name.startsWith('/'))
    .flatMap((name) => checkArticle(toParts(name).base, content.articles));
  if (unknown.length > 0) return unknown;
  return checkLead(toKey(from, content), toKey(to, content), content, content.pages);
}

/** Says in the ledger where a lost address leads now, and writes the links to it anew; returns their files. */
export function leadAddress(from: string, to: string, content: Content): string[] {
  const { reading, addresses } = content;
  const ledger = leadOn(content.ledger, toKey(from, content), toKey(to, content));
  writeLedger(reading.root, extendLedger(ledger, listReady({ ...content, addresses, ledger })));
  const { base: slug, anchor = '' } = toParts(from);
  const target = toParts(to);
  const page = target.base.startsWith('/') ? target.base : articlePath(target.base);
  const rest = target.anchor === undefined ? '' : `#${target.anchor}`;
  const isSame = slug === target.base;
  const others = from.startsWith('/') ? [] : listMentions(reading, slug);
  return applyEdits(reading.root, [
    ...others
      .filter(({ of, value }) => of === 'text' && value.endsWith(`#${anchor}`))
      .map(({ file, start, end, value }): Edit => ({
        ...{ file, start, end },
        text: `${isSame ? value.split('#')[0] : page}${rest}`,
      })),
    ...listOwn(content, slug, `#${anchor}`, `${isSame && rest !== '' ? '' : page}${rest}`),
  ]);
}

// The links of a page to its own section.
function listOwn({ reading, articles }: Content, slug: string, href: string, to: string): Edit[] {
  const file = articles.get(slug)?.file;
  const text = file === undefined ? '' : (readText(reading.root, file).text ?? '');
  const links = reading.collections.articles.files.find((each) => each.file === file)?.links ?? [];
  return links
    .filter((link) => link.href === href)
    .map(({ file: where, line = 1, column = 1 }) => {
      const before = text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length;
      const start = text.indexOf(href, before + column - 1);
      return { file: where, start, end: start + href.length, text: to };
    });
}

// What the ledger calls it.
function toKey(name: string, { articles }: Content): string {
  const { base, anchor } = toParts(name);
  const id = base.startsWith('/') ? base : (articles.get(base)?.data.id ?? base);
  return anchor === undefined ? id : `${id}#${anchor}`;
}
