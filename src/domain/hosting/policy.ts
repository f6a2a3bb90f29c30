import type { Links } from '../site.ts';
import { themeHash } from '../theme.ts';
import { speculationPath } from './speculation.ts';

const directives = {
  'default-src': "'none'",
  'script-src': `'self' 'wasm-unsafe-eval' '${themeHash}'`,
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'require-trusted-types-for': "'script'",
};

/** The Content Security Policy of every page, as its meta tag holds it. */
export const policy = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');

/** The headers of every answer; a meta tag cannot forbid framing, so the header's policy says more. */
export const toCommonHeaders = ({ toHref }: Pick<Links, 'toHref'>) => ({
  'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Programs that show previews fetch the picture themselves; this keeps other sites from putting files of this one into their pages.
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Two years. Browsers heed it over HTTPS alone. It names no subdomains, which may be the affair of others.
  'Strict-Transport-Security': 'max-age=63072000',
  'Speculation-Rules': `"${toHref(speculationPath)}"`,
});
