import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageSize } from 'image-size';
import {
  assetPath,
  type FindTarget,
  isPicture,
  isProgram,
  type Target,
} from '#domain/linking/asset.ts';
import { resolveBeside, toFragment, toPagePath, toRelative } from '#domain/linking/beside.ts';
import { decode } from '#domain/linking/decode.ts';
import { findNearest } from '#domain/nearest.ts';
import { type Problem, suggest } from '#domain/problem.ts';
import type { Link } from './body.ts';
import { listFiles } from './entries.ts';
import { readBytes } from './text.ts';

/** What a text has of the files beside it. */
interface Text {
  file: string;
  links: readonly Link[];
}

/** Why a file cannot be published, and what to do. */
interface Fault {
  why: string;
  hint: string;
}

const FOLDERS = /^content\/(?:articles|pages)\//;
const UNREADABLE: Fault = {
  why: 'it is no picture, or has no size',
  hint: 'Export it again from a program for pictures; an SVG says width and height, or viewBox.',
};
// As a picture it would not run; at its own address the policy alone would keep it from running.
const SCRIPT = /<(?:[\w-]+:)?script|<[^>]*\son\w+\s*=|javascript:/i;

// While developing, everything is checked after each edit.
const known = new Map<string, { stamp: string; found: Target | Fault }>();

/** The files beside texts that these texts name, each once, with the addresses that pages have of them. */
export function listAssets(root: string, texts: readonly Text[]): Map<string, string> {
  const files = new Set(texts.flatMap(({ links }) => links.flatMap(toNamed)));
  return new Map(
    [...files].flatMap((file): [string, string][] => {
      const asset = find(root, file);
      return asset === undefined ? [] : [[asset.path, file]];
    }),
  );
}

/** Finds where addresses in the texts of a project lead. */
export function toFindTarget(root: string): FindTarget {
  return (url, href) => {
    if (href.startsWith('/')) {
      const file = `public${decode(href.replace(/[?#].*/, '')) ?? ''}`;
      const asset = isPicture(file) ? find(root, file) : undefined;
      return asset && { ...asset, path: href };
    }
    if (url === undefined) return undefined;
    const file = resolveBeside(relative(root, fileURLToPath(url)).split(sep).join('/'), href);
    if (file === undefined || !FOLDERS.test(file)) return undefined;
    const page = toPagePath(file);
    const found = page === undefined ? find(root, file) : { path: page };
    return found && { ...found, path: found.path + toFragment(href) };
  };
}

/** Finds addresses of pictures and of files beside texts that lead to nothing, or to what cannot be published. */
export function checkAssets(root: string, texts: readonly Text[]): Problem[] {
  const beside = listBeside(root);
  const names = new Set([...beside, ...texts.map(({ file }) => file)]);
  let listed: string[] | undefined;
  const listPublic = () =>
    (listed ??= listFiles(root, 'public/**/*.*').map((file) => file.replace('public', '')));
  return texts.flatMap(({ file, links }) =>
    links.flatMap(({ href, use, beside: path, to, ...place }): Problem[] => {
      const tell = ({ why, hint }: { why: string; hint: string | undefined }): Problem[] => [
        { ...place, code: `broken-${use}`, message: `broken ${use} ${href}: ${why}`, hint },
      ];
      if (path === undefined) {
        if (use === 'link') return [];
        const name = decode(href.replace(/[?#].*/, '')) ?? '';
        if (listPublic().includes(name)) return toFault(readAsset(root, `public${name}`), tell);
        const hint =
          suggest(href, listPublic()) ?? 'Put the file beside this one, and write its name.';
        return tell({ why: 'there is no such file in public/', hint });
      }
      if (!names.has(path))
        return tell({ why: 'there is no such file', hint: toHint(file, path, names, use) });
      if (to !== undefined && use === 'link') return [];
      if (use === 'image' && !isPicture(path))
        return tell({ why: 'it is no picture', hint: 'Write a link to it: [words](address).' });
      return toFault(readAsset(root, path), tell);
    }),
  );
}

/** Finds pictures beside texts that no text shows, told once for each folder: a warning, since they harm nobody. */
export function checkUnused(root: string, texts: readonly Text[]): Problem[] {
  const named = new Set(texts.flatMap(({ links }) => links.flatMap(toNamed)));
  const unused = listBeside(root).filter(
    (file) => isPicture(file) && !named.has(file) && !/\/_/.test(file),
  );
  return [...Map.groupBy(unused, (file) => posix.dirname(file)).values()].map(
    ([file = '', ...others]) => ({
      file,
      code: 'unused-picture',
      message: `no text shows it${others.length > 0 ? `, nor ${others.map((other) => posix.basename(other)).join(', ')}` : ''}`,
      hint: 'Show it with ![what it shows](its name), delete it, or begin its name with _ to keep it.',
    }),
  );
}

function toNamed({ beside, to }: Link): string[] {
  return beside === undefined || to !== undefined ? [] : [beside];
}

function toFault(found: Target | Fault, tell: (fault: Fault) => Problem[]): Problem[] {
  return 'why' in found ? tell(found) : [];
}

function find(root: string, file: string): Target | undefined {
  if (statSync(join(root, file), { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const found = readAsset(root, file);
  return 'why' in found ? undefined : found;
}

function readAsset(root: string, file: string): Target | Fault {
  const path = join(root, file);
  const { mtimeMs, size, ino } = statSync(path);
  const stamp = [mtimeMs, size, ino].join();
  const last = known.get(path);
  if (last?.stamp === stamp) return last.found;
  const found = toAsset(root, file);
  known.set(path, { stamp, found });
  return found;
}

function listBeside(root: string): string[] {
  return listFiles(root, ['content/articles/**/*', 'content/pages/**/*'])
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !/\.mdx?$/i.test(file))
    .filter((file) => statSync(join(root, file), { throwIfNoEntry: false })?.isFile() === true);
}

function toHint(
  file: string,
  path: string,
  names: ReadonlySet<string>,
  use: Link['use'],
): string | undefined {
  // What is written without an ending is meant as an article.
  const isMeant = use === 'image' ? isPicture : /\.\w+$/.test(path) ? () => true : toPagePath;
  const wanted = [...names].filter(isMeant);
  const toName = (each: string) =>
    each
      .replace(/^.*\//, '')
      .replace(/\.mdx?$/, '')
      .toLowerCase();
  const name = toName(path.replace(/\/$/, ''));
  // The name says more than the folder, which people get wrong.
  const nearest = findNearest(name, wanted.map(toName));
  const near =
    wanted.find((each) => toName(each) === name) ?? wanted.find((each) => toName(each) === nearest);
  if (near !== undefined) return `Did you mean ${toRelative(file, near)} ?`;
  if (/\.mdx?$/.test(path))
    return 'Only what stands in content/articles/ and content/pages/ has a page.';
  if (!FOLDERS.test(path)) return 'Put the file beside this one, and write its name.';
  return use === 'image'
    ? 'Put the file there, or correct the address.'
    : 'Correct the address, or delete the link.';
}

// The library reads the first thousand bytes of a drawing, where some programs put all that it was made of.
function toMeasured(file: string, bytes: Uint8Array): Uint8Array {
  if (!/\.svg$/i.test(file)) return bytes;
  const attribute = /\s([\w:-]+)\s*=\s*("[^"]*"|'[^']*')/g;
  const [tag = ''] =
    /<svg\s(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(new TextDecoder().decode(bytes)) ?? [];
  const sizes = [...tag.matchAll(attribute)].flatMap(([, name = '', value = '']) =>
    /^(?:width|height|viewBox)$/i.test(name) ? [` ${name}=${value}`] : [],
  );
  return new TextEncoder().encode(`<svg${sizes.join('')} >`);
}

function toAsset(root: string, file: string): Target | Fault {
  if (isProgram(file))
    return {
      why: 'a browser would run it as a part of this site',
      hint: 'Pack it into an archive, or show it as a block of code.',
    };
  const bytes = readBytes(root, file, file.startsWith('public/') ? 'public' : 'content');
  if (!(bytes instanceof Uint8Array))
    return { why: bytes.message.replace(/^(?=is )/, 'it '), hint: bytes.hint ?? '' };
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const path = assetPath(file, hash);
  if (!isPicture(file)) return { path };
  if (/\.svg$/i.test(file) && SCRIPT.test(new TextDecoder().decode(bytes)))
    return { why: 'it holds a script', hint: 'Export it again as plain SVG, or as PNG.' };
  try {
    const { width, height, orientation = 0 } = imageSize(toMeasured(file, bytes));
    // A camera may have been held upright.
    const sides = (orientation > 4 ? [height, width] : [width, height]).map(Math.round);
    const [across = 0, down = 0] = sides;
    return across > 0 && down > 0 ? { path, width: across, height: down } : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}
