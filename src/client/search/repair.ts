import { decode } from '#domain/linking/decode.ts';
import { permalinkPath } from '#domain/linking/permalink.ts';
import { idPrefix, toPath } from '#links.ts';

/** What a broken address may have meant. */
export interface Repair {
  /** Paths without the site's base path that are worth asking for, the likeliest first. */
  paths: string[];
  /** The anchor that was taken for a part of the path, with its `#`, or nothing. */
  hash: string;
  /** The words of the path, to search for. */
  words: string;
}

// Names of folders, and ids, say nothing about what somebody was looking for.
const PREFIX = idPrefix.toLowerCase();
const FOLDERS = new RegExp(
  `^(k|${PREFIX}|articles|topics|comparisons|glossary|sources|search|index|404|(${PREFIX})?\\d+)$`,
);
const PAGE = /^(?:articles|topics|comparisons)\/./;
const ID = new RegExp(
  String.raw`(?:^\/*|(?:^|\/)(?:(?:k|${PREFIX}|articles)[\s/_-]+(?:(?:k|${PREFIX})[\s_-]*)?|(?:k|${PREFIX})[\s_-]*))0*([1-9]\d{3,5})(?!\d)`,
);

/** Reads an address as tickets mangle it: with a full stop or bracket behind it, with words run into it, in capitals, encoded twice. */
export function repairAddress(pathname: string): Repair {
  const [before = '', anchor = ''] = decodeAll(toPath(pathname) ?? pathname).split('#');
  const [path = ''] = before.split('?');
  // Invisible characters come along when text is copied out of a mail or a chat.
  const clean = path.replace(/\p{Cf}/gu, '').toLowerCase();
  const hash = /^[a-z0-9-]*[a-z0-9]/.exec(anchor.toLowerCase())?.[0];
  const id = ID.exec(clean)?.[1];
  return {
    paths: id === undefined ? listPaths(clean) : [permalinkPath(id)],
    hash: hash === undefined ? '' : `#${hash}`,
    words: (clean.replace(/\.html?\b/g, '').match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((word) => !FOLDERS.test(word))
      .join(' '),
  };
}

// The path without what hangs on behind it, then the page of ours that it begins with.
function listPaths(path: string): string[] {
  const whole = path
    .replaceAll('+', ' ')
    .replace(/[\s.,;:!?)\]}'"…”]+$/u, '')
    .replace(/(\/index)?\.html?$|\.md$/, '');
  const spaced = toSegments(/^[\p{L}\p{N}/ ~._-]*/u.exec(whole)?.[0] ?? '');
  const plain = toSegments(/^[a-z0-9/._-]*/.exec(whole)?.[0] ?? '');
  const hyphened = toSegments((/^[a-z0-9/ ._-]*/.exec(whole)?.[0] ?? '').replace(/[ _]+/g, '-'));
  // Below a page of this site stands nothing, so what does has run into its address. Of another page, such as an old chapter, nobody knows.
  const above = PAGE.test(plain.join('/')) ? [plain.slice(0, 2)] : [];
  const lists = [spaced, plain, hyphened, ...above].filter(({ length }) => length > 0);
  return [...new Set(lists.map((segments) => `/${segments.join('/')}/`))];
}

function toSegments(path: string): string[] {
  return path
    .split('/')
    .map((segment) => segment.replace(/^[\s._-]+|[\s._-]+$/g, ''))
    .filter((segment) => segment !== '');
}

// Some programs encode what is encoded already. What is not rightly encoded is taken as it stands.
function decodeAll(text: string): string {
  let decoded = text;
  for (let i = 0; i < 3; i++) decoded = decode(decoded) ?? decoded;
  return decoded;
}
