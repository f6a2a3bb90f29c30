import { bytes, caching, hashedFolders, missingPath, ownTypes, types } from './headers.ts';
import { type Host, quote, toLocation } from './web-server.ts';
import { toCommonHeaders } from './policy.ts';

/** The configuration for nginx: a file for its `conf.d`. */
export function toNginx({ site, root, listen, redirects }: Host): string {
  const { toHref } = site;
  const at = [listen?.address, listen?.port ?? 80].filter((part) => part !== undefined).join(':');
  const home = toHref('/').slice(0, -1);
  const missing = toHref(missingPath);
  // What an answer is for everybody stands in the server alone: a location that adds a header of its own would lose all others.
  return `# ${site.name} for nginx, printed by "npm run host -- nginx". Save it as a file in /etc/nginx/conf.d/.
# The modules http_gzip_static and brotli_static are needed (Debian: nginx, libnginx-mod-http-brotli-static).
# For HTTPS add listen 443 ssl, ssl_certificate and ssl_certificate_key, or leave that to a proxy in front.

map $uri $kb_caching {
  default ${quote(caching.other)};
${hashedFolders.map((folder) => `  "~^${toPattern(toHref(folder))}" ${quote(caching.hashed)};`).join('\n')}
}

map $request_method $kb_allowed {
  default "GET, HEAD";
  GET "";
  HEAD "";
}

server {
  listen ${at};
  server_name ${new URL(site.url).hostname};
  server_tokens off;
  absolute_redirect off;

${Object.entries(toCommonHeaders(site))
  .map(([name, value]) => `  add_header ${name} ${quote(value)} always;`)
  .join('\n')}
  add_header Cache-Control $kb_caching always;
  add_header Allow $kb_allowed always;

  types {
${Object.entries(types)
  .map(([ending, type]) => `    ${quote(type)} ${ending};`)
  .join('\n')}
  }
  default_type ${bytes};
  gzip_static on;
  gzip_proxied any;
  gzip_vary on;
  brotli_static on;

  if ($request_method !~ "^(GET|HEAD)$") {
    return 405;
  }

  # A folder without a page is not there either.
  error_page 403 =404 ${quote(missing)};
  error_page 404 410 ${quote(missing)};
  location = ${quote(missing)} {
    internal;
    alias ${quote(root + missingPath)};
  }

  location ${quote(toHref('/'))} {
    alias ${quote(`${root}/`)};
    index index.html;
  }
${home === '' ? '' : `  location / {\n    return 404;\n  }\n  location = ${quote(home)} {\n    return 301 ${quote(`${home}/$is_args$args`)};\n  }\n`}
  location ~ "/\\.(?!well-known/)|^${toPattern(toHref('/'))}_(headers|redirects)$" {
    return 404;
  }

${Object.entries(ownTypes)
  .map(
    ([path, type]) =>
      `  location = ${quote(toHref(path))} {\n    alias ${quote(root + path)};\n    types {}\n    default_type ${type};\n  }`,
  )
  .join('\n')}

  # Pages that moved or are gone, as content/links.lock.json has them; print this file again when it changes.
${redirects
  .map(({ from, to }) => {
    const answer =
      to === undefined ? '410' : `301 ${quote(toLocation(to, toHref, '$is_args$args'))}`;
    return `  location = ${quote(toHref(from))} {\n    return ${answer};\n  }`;
  })
  .join('\n')}
}
`;
}

function toPattern(path: string): string {
  return path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
