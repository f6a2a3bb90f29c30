import { decode } from './decode.ts';

/** A path that people have, as a host is asked for it. */
export interface Address {
  /** Without the base path, decoded; with or without a slash at its end, as it is written. */
  path: string;
  /** The parameters that a request must have, decoded; a parameter without a sign of equality has no value. */
  parameters: readonly Parameter[];
}

/** A parameter of a query, such as `id=12`. */
export type Parameter = readonly [name: string, value: string | undefined];

/** What keeps an address from being recorded. */
export interface AddressFault {
  why: string;
  hint: string;
}

// What no file system takes, a server's configuration or the file of a host cannot name, or browsers never send.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const FORBIDDEN = /[\u0000-\u001F\u007F"*<>\\^`{|}]/;
const ID = /^[A-Z][A-Z0-9]*-\d+$/;
// No file system takes a name of more than 255 bytes, of which `.html.br` may be a part.
const LONGEST = 240;
const NUMBERED = /^(.*\/\d{5,})(?:-[^/]*)?\/?$/;

/** The page and the anchor of an address as the ledger writes it. */
export function toParts(address: string): { base: string; anchor: string | undefined } {
  const at = address.indexOf('#');
  return at === -1
    ? { base: address, anchor: undefined }
    : { base: address.slice(0, at), anchor: address.slice(at + 1) };
}

/** Reads a path with its query, encoded or not. */
export function parseAddress(base: string): Address {
  const at = base.indexOf('?');
  const path = at === -1 ? base : base.slice(0, at);
  const query = at === -1 ? '' : base.slice(at + 1);
  return {
    path: decode(path) ?? path,
    parameters: query
      .split('&')
      .filter((parameter) => parameter !== '')
      .map((parameter): Parameter => {
        const [name = '', ...value] = parameter.split('=').map(toText);
        return [name, value.length === 0 ? undefined : value.join('=')];
      }),
  };
}

/** Stands for all ways to write one address: with or without the slash at its end or `index.html`, encoded or not. */
export function toPlace(base: string): string {
  if (!base.startsWith('/')) return base;
  const { path, parameters } = parseAddress(base);
  return JSON.stringify([trimPath(path), parameters]);
}

/** A path without what says nothing: `index.html`, and the slash at its end. */
export function trimPath(path: string): string {
  return path.replace(/\/(index\.html\/?)?$/, '');
}

/** The path up to the number that its last part begins with, if that has five digits or more: help desks ignore the words that follow. */
export function findNumbered(path: string): string | undefined {
  return NUMBERED.exec(path)?.[1];
}

/** The name that an element has for links to this anchor. */
export function toElementId(anchor: string): string {
  return decode(anchor) ?? anchor;
}

/** An address as a browser sends it, whether or not it is encoded already. */
export function encodeAddress(address: string): string {
  const { base, anchor } = toParts(address);
  const { path, parameters } = parseAddress(base);
  const query = parameters.map((parameter) => formatParameter(parameter)).join('&');
  return (
    encodePath(path) +
    (query === '' ? '' : `?${query}`) +
    (anchor === undefined ? '' : `#${encodeURI(toElementId(anchor))}`)
  );
}

/** A decoded path as a browser sends it. */
export function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}

/** A decoded parameter as a browser sends it. */
export function formatParameter([name, value]: Parameter): string {
  const encoded = encodeURIComponent(name);
  return value === undefined ? encoded : `${encoded}=${encodeURIComponent(value)}`;
}

/** Finds what keeps a key of the ledger from being an address. */
export function findAddressFault(key: string, idPrefix = 'KB'): AddressFault | undefined {
  const { base, anchor } = toParts(key);
  const fault = (why: string, hint: string) => ({ why, hint });
  if (anchor !== undefined && (anchor === '' || /[\s#<>"]/.test(toElementId(anchor))))
    return fault(
      'has no anchor that an element can have',
      'Write it without spaces, such as #old_words, or delete the #.',
    );
  if (ID.test(base)) return undefined;
  if (!base.startsWith('/'))
    return fault(
      'is no address',
      `Write it from the root of the site, such as /a/path, /page.html or /article?id=12, or an id such as ${idPrefix}-1001; #anchor may follow.`,
    );
  const [path = ''] = base.split('?');
  const decoded = decode(base);
  if (decoded === undefined) return fault('is wrongly encoded', 'Write %25 for a percent sign.');
  if (FORBIDDEN.test(decoded))
    return fault(
      'holds a sign that no address has',
      'Write it as the address bar of a browser shows it, without control characters and " * < > \\ ^ ` { | }.',
    );
  const steps = (decode(path) ?? path).replace(/^\/|\/$/g, '').split('/');
  if (path !== '/' && steps.some((step) => step.trim() === ''))
    return fault('has an empty part', 'Write one / between the parts.');
  if (steps.some((step) => step.startsWith('.')))
    return fault('leads upwards or to a hidden file', 'Write the parts without a dot before them.');
  if (steps.some((step) => toSize(step) > LONGEST))
    return fault(
      `has a part of more than ${LONGEST} bytes`,
      'No file can have such a name, so it could not be kept. Leave it out.',
    );
  return undefined;
}

function toSize(text: string): number {
  return new TextEncoder().encode(text).length;
}

// In a query, a plus sign is a space.
function toText(part: string): string {
  const spaced = part.replaceAll('+', ' ');
  return decode(spaced) ?? spaced;
}
