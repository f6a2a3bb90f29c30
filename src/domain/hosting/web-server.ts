import { encodePath } from '../linking/address.ts';
import type { Goal } from '../linking/moved.ts';
import type { Redirects } from '../linking/redirect.ts';
import type { Site } from '../site.ts';

/** What a server is told besides what every host knows of the site. */
export interface Host {
  site: Pick<Site, 'name' | 'url' | 'toHref'>;
  /** The folder of the built site, as an absolute path. */
  root: string;
  /** The address, if any, and the port to answer at; without it, where a server of this kind would. */
  listen?: Listen | undefined;
  /** The folder of a certificate, with fullchain.pem and privkey.pem as certbot leaves them; without it nginx speaks plain HTTP, and Caddy fetches one. */
  certificates?: string | undefined;
  redirects: Redirects;
}

/** The files of a certificate in its folder. */
export const CERTIFICATE = { chain: 'fullchain.pem', key: 'privkey.pem' };

interface Listen {
  /** An address of the machine, such as `127.0.0.1` or `[::1]`; none for all. */
  address: string | undefined;
  port: number;
}

/** Reads `8080`, `127.0.0.1:8080` or `[::1]:8080`; undefined for anything else. */
export function parseListen(text: string): Listen | undefined {
  const [, address, digits = ''] = /^(?:([\w.-]+|\[[\da-f:.]+\])?:)?(\d{1,5})$/i.exec(text) ?? [];
  const port = Number(digits);
  return port > 0 && port < 65_536 ? { address, port } : undefined;
}

/** A value in the quotes that configurations of servers take. */
export function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** Where a redirect leads, as an answer names it; `query` stands for the query of the request. */
export function toLocation(
  { path, anchor }: Goal,
  toHref: (path: string) => string,
  query: string,
): string {
  return `${encodePath(toHref(path))}${query}${anchor === undefined ? '' : `#${anchor}`}`;
}
