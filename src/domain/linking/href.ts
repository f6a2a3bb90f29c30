import { isRelative } from './beside.ts';
import { decode } from './decode.ts';

/** What is wrong with an address, and what to do about it. */
export interface HrefFault {
  why: string;
  hint: string;
}

const SCHEMES = ['https:', 'http:', 'mailto:', 'tel:'];
const ALLOWED =
  'Use https:, mailto:, tel: or an address on this site; http: where the other site has no more.';
const PICTURE = 'Put the file beside this one and write its name, such as picture.png.';

/** Finds what is wrong with the form of an address that a text names; whether it leads somewhere is another question. */
export function findHrefFault(href: string, use: 'link' | 'image'): HrefFault | undefined {
  const fault = (why: string, hint: string) => ({ why, hint });
  if (href === '' || href === '#')
    return fault('it is empty', 'Write where it leads, such as /articles/slug/.');
  // A browser skips control characters, also within a scheme, and takes a backslash for a slash.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if ((isRelative(href) ? /[\u0000-\u001F\u007F]/ : /[\u0000-\u0020\u007F]/).test(href))
    return fault('it holds a space or a control character', 'Write %20 for a space.');
  if (href.includes('\\')) return fault('it holds a backslash', 'Write / between the parts.');
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(href)?.[0].toLowerCase();
  const isForeign = scheme !== undefined || href.startsWith('//');
  if (use === 'image' && isForeign) return fault('nothing is loaded from another origin', PICTURE);
  if (isForeign) return findForeignFault(href, scheme);
  const [path = ''] = href.split(/[?#]/);
  if (path === '') return undefined;
  if (/^www\./i.test(path)) return fault('it names a host and no scheme', `Write https://${href}`);
  const steps = path.split('/').map(decode);
  if (steps.includes(undefined))
    return fault('it is wrongly encoded', 'Write %25 for a percent sign.');
  // From the place of a file, what it leads to is looked at.
  if (!path.startsWith('/')) return undefined;
  if (steps.some((step) => step === '.' || step === '..' || step?.includes('/')))
    return fault('it leads upwards', 'Write the whole path from the root of the site.');
  return undefined;
}

function findForeignFault(href: string, scheme: string | undefined): HrefFault | undefined {
  if (scheme === undefined) return { why: 'it names a host and no scheme', hint: ALLOWED };
  if (!SCHEMES.includes(scheme)) return { why: `${scheme} is no scheme for links`, hint: ALLOWED };
  if (scheme === 'tel:') return undefined;
  if (scheme === 'mailto:')
    return /^mailto:[^@\s]+@[^@\s]+$/i.test(href)
      ? undefined
      : { why: 'it names nobody', hint: 'Write mailto:name@example.org.' };
  if (!/^https?:\/\/[^/]/i.test(href) || !URL.canParse(href))
    return { why: 'it is no address', hint: 'Write https://, a host and a path.' };
  const { username, password } = new URL(href);
  return username + password === ''
    ? undefined
    : { why: 'it carries the name of a user', hint: 'Delete what stands before the @.' };
}
