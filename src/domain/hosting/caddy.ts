import { type Host, quote, toLocation } from './web-server.ts';
import { bytes, caching, hashedFolders, missingPath, ownTypes, types } from './headers.ts';
import { toCommonHeaders } from './policy.ts';

/** The configuration for Caddy: a whole Caddyfile. */
export function toCaddy({ site, root, listen, redirects }: Host): string {
  const { toHref } = site;
  const home = toHref('/').slice(0, -1);
  const toTypeRule = (name: string, paths: string, type: string) =>
    `\t\t@${name} path ${paths}\n\t\theader @${name} Content-Type ${quote(type)}`;
  return `# ${site.name} for Caddy, printed by "npm run host -- caddy". Save it as /etc/caddy/Caddyfile.

${listen === undefined ? site.url : `http://:${listen.port}`} {
${listen?.address === undefined ? '' : `\tbind ${listen.address.replace(/[[\]]/g, '')}\n`}\troot * ${quote(root)}

	# The query with its question mark, if there is one.
	map {http.request.uri.query} {kb_query} {
		~^(.+)$ "?\${1}"
		default ""
	}

	# One after the other, the last one holds.
	route {
		header {
${Object.entries(toCommonHeaders(site))
  .map(([name, value]) => `\t\t\t${name} ${quote(value)}`)
  .join('\n')}
		}
		header {
			Vary Accept-Encoding
			defer
		}
		header Cache-Control ${quote(caching.other)}
		@hashed path ${hashedFolders.map((folder) => `${toHref(folder)}*`).join(' ')}
		header @hashed Cache-Control ${quote(caching.hashed)}
		header Content-Type ${quote(bytes)}
${Object.entries(types)
  .map(([ending, type]) =>
    toTypeRule(ending, ending === 'html' ? '*.html */' : `*.${ending}`, type),
  )
  .join('\n')}
${Object.entries(ownTypes)
  .map(([path, type], index) => toTypeRule(`own${index}`, toHref(path), type))
  .join('\n')}

		@writing not method GET HEAD
		header @writing Allow "GET, HEAD"
		respond @writing 405

		@hidden {
			path */.* ${['/_headers', '/_redirects', missingPath].map(toHref).join(' ')}
			not path /.well-known/*
		}
		error @hidden 404
		# No file has such a name, and to look for one would be a fault of the server.
		@unnameable path_regexp "\\x00|[^/]{256}|[^\\x00-\\x7f]{64}"
		error @unnameable 404

		# Pages that moved or are gone, as content/links.lock.json has them; print this file again when it changes.
${redirects
  .map(({ from, to }) =>
    to === undefined
      ? `\t\terror ${quote(toHref(from))} 410`
      : `\t\tredir ${quote(toHref(from))} ${quote(toLocation(to, toHref, '{kb_query}'))} 301`,
  )
  .join('\n')}

${home === '' ? '' : `\t\tredir ${home} ${home}/{kb_query} 301\n\t\t@outside not path ${home}/*\n\t\terror @outside 404\n\t\turi strip_prefix ${home}\n`}		@folder {
			not path */ //*
			file {path}/index.html
		}
		redir @folder {http.request.orig_uri.path}/{kb_query} 301
		file_server {
			precompressed br gzip
		}
	}

	handle_errors {
		header Cache-Control ${quote(caching.other)}
		header Content-Type ${quote(types['html'] ?? bytes)}
		header {
			Vary Accept-Encoding
			defer
		}
		rewrite * ${missingPath}
		file_server {
			precompressed br gzip
		}
	}
}
`;
}
