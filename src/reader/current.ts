import { type Content, readContent } from './content.ts';

// Astro runs content.config.ts in modules of its own, where a variable of this one would be another.
const KEY = Symbol.for('content that was read');
const shared = globalThis as { [KEY]?: Map<string, Content> };
shared[KEY] ??= new Map();
const contents = shared[KEY];

/** The content of a project, read once for all that has to do with its build or its server. */
export function getContent(root: string): Content {
  return contents.get(root) ?? rereadContent(root);
}

/** Reads the content of a project again, since its files have changed. */
export function rereadContent(root: string): Content {
  const content = readContent(root);
  contents.set(root, content);
  return content;
}
