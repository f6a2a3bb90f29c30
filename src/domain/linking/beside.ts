import { articlePath, pagePath } from './permalink.ts';

/** Whether an address is meant from the place of the file that names it. */
export function isRelative(href: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|[/#?\\]|$)/i.test(href);
}

/** The file that a relative address in `file` names, both as paths from the root of the project; undefined for other addresses. */
export function resolveBeside(file: string, href: string): string | undefined {
  if (!isRelative(href)) return undefined;
  const base = `https://project.invalid/${file.split('/').map(encodeURIComponent).join('/')}`;
  try {
    return decodeURIComponent(new URL(href, base).pathname).slice(1);
  } catch {
    return undefined;
  }
}

/** How `file` names the file `to` from its own folder. */
export function toRelative(file: string, to: string): string {
  const from = file.split('/').slice(0, -1);
  const path = to.split('/');
  const shared = from.findIndex((folder, index) => folder !== path[index]);
  const common = shared === -1 ? from.length : shared;
  const steps = [...from.slice(common).fill('..'), ...path.slice(common)];
  return encodeURI(steps.join('/')).replace(/[#?()]/g, escapeSign);
}

// As Markdown needs it, and no more: people read it.
function escapeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The anchor of an address, with its sign. */
export function toFragment(href: string): string {
  return /#.*/.exec(href)?.[0] ?? '';
}

/** The page that a file of Markdown becomes; undefined for all other files. */
export function toPagePath(file: string): string | undefined {
  const [, folder, name = ''] =
    /^content\/(?:(articles)\/(?:.+\/)?|pages\/)([^/]+)\.mdx?$/.exec(file) ?? [];
  if (name === '') return undefined;
  return folder === undefined ? pagePath(name) : articlePath(name);
}
