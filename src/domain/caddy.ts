import { site } from '../site.ts';
import { bytes, caching, hashedFolders, missingPath, ownTypes, types } from './hosting.ts';
import { type Host, quote, toLocation } from './host.ts';
import { toHref } from './permalink.ts';
import { headers } from './policy.ts';

/** The configuration for Caddy: a whole Caddyfile. */
export function toCaddy({ root, listen, redirects }: Host): string {
  const home = toHref('').replace(/\/$/, '');
  const toTypeRule = (name: string, paths: string, type: string) =>
    `\t\t@${name} path ${paths}\n\t\theader @${name} Content-Type ${quote(type)}`;
  return `# ${site.name} for Caddy, printed by "npm run host -- caddy". Save it as /etc/caddy/Caddyfile.

${listen === undefined ? site.url : `http://:${listen.port}`} {
${listen?.address === undefined ? '' : `\tbind ${listen.address.replace(/[[\]]/g, '')}\n`}\troot * ${quote(root)}

	# What an answer carries whatever it is; set last, so that nothing adds a second one.
	header {
${Object.entries({ ...headers, Vary: 'Accept-Encoding' })
  .map(([name, value]) => `\t\t${name} ${quote(value)}`)
  .join('\n')}
		-Server
		defer
	}

	# One after the other, the last one holds.
	route {
		header Cache-Control ${quote(caching.other)}
		@hashed path ${hashedFolders.map((folder) => `${toHref(folder)}*`).join(' ')}
		header @hashed Cache-Control ${quote(caching.hashed)}
		header Content-Type ${quote(bytes)}
${Object.entries({ ...types })
  .map(([ending, type]) => toTypeRule(ending, ending === 'html' ? '*.html */' : `*.${ending}`, type))
  .join('\n')}
${Object.entries(ownTypes)
  .map(([path, type], index) => toTypeRule(`own${index}`, toHref(path), type))
  .join('\n')}

		@writing not method GET HEAD
		header @writing Allow "GET, HEAD"
		respond @writing 405

		@hidden {
			path */.* ${toHref('/_headers')} ${toHref('/_redirects')}
			not path /.well-known/*
		}
		error @hidden 404

		# Pages that moved or are gone, as content/links.lock.json has them; print this file again when it changes.
${redirects
  .map(({ from, to }) =>
    to === undefined
      ? `\t\terror ${quote(toHref(from))} 410`
      : `\t\tredir ${quote(toHref(from))} ${quote(toLocation(to, toHref, '{http.request.uri.prefixed_query}'))} 301`,
  )
  .join('\n')}
${home === '' ? '' : `\t\tredir ${home} ${home}/{http.request.uri.prefixed_query} 301\n\t\turi strip_prefix ${home}\n`}
		file_server {
			precompressed br gzip
		}
	}

	handle_errors {
		header Cache-Control ${quote(caching.other)}
		header Content-Type ${quote(types['html'] ?? bytes)}
		rewrite * ${missingPath}
		file_server {
			precompressed br gzip
		}
	}
}
`;
}
