/** What is wrong with an address, and what to do about it. */
export interface HrefFault {
  why: string;
  hint: string;
}

const SCHEMES = ['https:', 'http:', 'mailto:', 'tel:'];
const OWN = 'Use https:, mailto: or an address on this site.';

/** Finds what is wrong with the form of an address that a link or an image of a text names; whether it leads somewhere is another question. */
export function findHrefFault(href: string, use: 'link' | 'image'): HrefFault | undefined {
  const fault = (why: string, hint: string) => ({ why, hint });
  // A browser skips white space and control characters in a scheme, and takes a backslash for a slash.
  if (href === '' || href === '#') return fault('it is empty', 'Write where it leads, such as /articles/what-is-a-container/.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a browser skips them
  if (/[\u0000-\u0020\u007F]/.test(href)) return fault('it holds a space or a control character', 'Write %20 for a space.');
  if (href.includes('\\')) return fault('it holds a backslash', 'Write / between the parts.');
  if (href.startsWith('//')) return fault('it names a host and no scheme', OWN);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(href)?.[0].toLowerCase();
  if (scheme !== undefined) {
    if (use === 'image')
      return fault(
        'images of other origins are not loaded',
        'Put the file into public/ and write its address from the root, such as /picture.png.',
      );
    if (!SCHEMES.includes(scheme)) return fault(`${scheme} is no scheme for links`, OWN);
    if (scheme === 'mailto:')
      return /^mailto:[^@\s]+@[^@\s]+$/i.test(href) ? undefined : fault('it names nobody', 'Write mailto:name@example.org.');
    if (scheme === 'tel:') return undefined;
    if (!/^https?:\/\/[^/]/i.test(href) || !URL.canParse(href)) return fault('it is no address', 'Write https://, a host and a path.');
    const { username, password } = new URL(href);
    return username + password === '' ? undefined : fault('it carries the name of a user', 'Delete what stands before the @.');
  }
  const [path = ''] = href.split(/[?#]/);
  const steps = path.split('/').map(decode);
  if (path.startsWith('/') && steps.some((step) => step === undefined))
    return fault('it is wrongly encoded', 'Write %25 for a percent sign.');
  if (path.startsWith('/') && steps.some((step) => step === '.' || step === '..' || step?.includes('/')))
    return fault('it leads upwards', 'Write the whole path from the root of the site.');
  if (use === 'image' && !path.startsWith('/'))
    return fault('it is relative', 'Put the file into public/ and write its address from the root, such as /picture.png.');
  return undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
