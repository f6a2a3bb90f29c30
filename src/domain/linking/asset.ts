import { toAnchor } from './anchor.ts';

/** What an address in a text leads to on the site. */
export interface Target {
  /** The address for pages, without the base path. */
  path: string;
  /** Of a picture, in pixels. */
  width?: number;
  height?: number;
}

/** Finds what an address in the text of `file` leads to, as far as the content knows more of it than the address says. */
export type FindTarget = (file: URL | undefined, href: string) => Target | undefined;

/** The title of an image that is there for its looks alone, so that nothing is read aloud for it. */
export const DECORATIVE = 'decorative';

/** The address of a file beside a text: it holds a hash of the content, so that browsers may keep it for ever. */
export function assetPath(file: string, hash: string): string {
  const [, name = '', ending = ''] = /([^/]*?)(?:\.([^./]+))?$/.exec(file) ?? [];
  const type = toAnchor(ending)
    .replace(/^section-/, '')
    .replace(/^jpeg$/, 'jpg');
  return `/_astro/${[toAnchor(name) || 'file', hash, ...(type === '' ? [] : [type])].join('.')}`;
}

/** Whether a file is a picture by its name. */
export function isPicture(file: string): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(file);
}

/** Whether a browser would take a file, by its name, for a page or a program of this site. */
export function isProgram(file: string): boolean {
  return /\.(?:x?html?|xml|xsl|[mc]?js|wasm|css)$/i.test(file);
}
