import { expect, test } from 'vitest';
import { toLinks, toSite } from '#domain/site.ts';
import { config } from '#site.config.ts';

const url = 'https://help.example';

test('links are root-relative and canonical links are whole', () => {
  const { toHref, toPath, toUrl } = toLinks({ url, base: '/' });
  expect(toHref('/search/')).toBe('/search/');
  expect(toUrl('/search/')).toBe('https://help.example/search/');
  expect(toPath('/search/')).toBe('/search/');
});

test.each(['/kb/', '/kb', 'kb'])('everything follows the base path %s', (path) => {
  const { base, toHref, toPath, toUrl } = toSite({ ...config, url }, { PUBLIC_BASE_PATH: path });
  expect(base).toBe('/kb/');
  expect(toHref('/search/')).toBe('/kb/search/');
  expect(toUrl('/')).toBe('https://help.example/kb/');
  expect(toPath('/kb/search/')).toBe('/search/');
  expect(toPath('/search/')).toBeUndefined();
});

test('an address with a path says both', () => {
  const site = toSite({ ...config, url: 'https://help.example:8443/docs/kb' }, {});
  expect(site.toUrl('/search/')).toBe('https://help.example:8443/docs/kb/search/');
});

test('the environment takes the place of the configuration, and empty feedback is nowhere', () => {
  const env = { PUBLIC_SITE_URL: 'https://other.example/', PUBLIC_FEEDBACK: '' };
  const site = toSite({ ...config, url, feedback: 'mailto:a@b.example' }, env);
  expect(site.toUrl('/')).toBe('https://other.example/');
  expect(site.feedback).toBeUndefined();
});
