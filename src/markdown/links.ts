import { defineHastPlugin, type HastNode, type HastVisitorContext } from 'satteri';
import { toHref } from '../domain/permalink.ts';

const TAGS = ['a', 'img'];
const IN_HTML = /(<(?:a|img)\b[^>]*?\s(?:href|src)\s*=\s*["']?)(\/[^\s"'>]*)/gi;

/**
 * Authors write links and pictures from the root of the site, in Markdown, in HTML and in MDX; a site below a base path gets them with it.
 */
export const baseLinks = defineHastPlugin({
  name: 'base-links',
  element: { filter: TAGS, visit: (node, context) => setAddresses(node, Object.entries(node.properties), context) },
  mdxJsxFlowElement: { filter: TAGS, visit: (node, context) => setAddresses(node, node.attributes.map(toEntry), context) },
  mdxJsxTextElement: { filter: TAGS, visit: (node, context) => setAddresses(node, node.attributes.map(toEntry), context) },
  raw(node, context) {
    const value = node.value.replace(IN_HTML, (_, before: string, address: string) => before + toBased(address));
    if (value !== node.value) context.replaceNode(node, { type: 'raw', value });
  },
});

type Entry = [name: string, value: unknown];

function setAddresses(node: Readonly<HastNode>, entries: readonly Entry[], context: HastVisitorContext): void {
  for (const [name, value] of entries)
    if ((name === 'href' || name === 'src') && typeof value === 'string') context.setProperty(node, name, toBased(value));
}

function toEntry(attribute: { name?: string; value?: unknown }): Entry {
  return [attribute.name ?? '', attribute.value];
}

function toBased(address: string): string {
  return /^\/(?!\/)/.test(address) ? toHref(address) : address;
}
