import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function load(base: string) {
  vi.stubEnv('PUBLIC_BASE_PATH', base);
  vi.stubEnv('PUBLIC_SITE_URL', 'https://help.example/');
  return import('../../../src/domain/permalink.ts');
}

test('links are root-relative and canonical links are whole', async () => {
  const { articlePath, rowPath, toHref, toPath, toUrl } = await load('/');
  expect(toHref(articlePath('image-layers'))).toBe('/articles/image-layers/');
  expect(toUrl(articlePath('image-layers'))).toBe('https://help.example/articles/image-layers/');
  expect(toPath('/articles/image-layers/')).toBe('/articles/image-layers/');
  expect(rowPath('vms', 'vms-vs-containers', 'kernel')).toBe('/articles/vms/#vms-vs-containers--kernel');
});

test.each(['/kb/', '/kb', 'kb'])('everything follows the base path %s', async (base) => {
  const { searchPath, toHref, toPath, toUrl } = await load(base);
  expect(toHref(searchPath)).toBe('/kb/search/');
  expect(toUrl('/')).toBe('https://help.example/kb/');
  expect(toPath('/kb/search/')).toBe('/search/');
  expect(toPath('/search/')).toBeUndefined();
});
