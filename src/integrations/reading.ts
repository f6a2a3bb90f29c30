import type { Site } from '#domain/site.ts';
import { type Content, readContent } from '#reader/content.ts';

let content: Content | undefined;

/** The content that is built, read and checked once; all that has to do with the build asks here. */
export function getContent(root: string, site: Site): Content {
  content ??= readContent(root, new Date().toISOString().slice(0, 10), site);
  return content;
}
