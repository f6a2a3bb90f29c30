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

test('an address with a path says both, and a wrong one says what is right', async () => {
  vi.stubEnv('PUBLIC_SITE_URL', 'https://help.example:8443/docs/kb');
  const { toUrl } = await import('../../../src/domain/permalink.ts');
  expect(toUrl('/search/')).toBe('https://help.example:8443/docs/kb/search/');
  for (const [name, value, message] of [
    ['PUBLIC_SITE_URL', 'help.example', 'must be an address such as https://help.example/kb/'],
    ['PUBLIC_SITE_URL', 'ftp://help.example', 'must be an address such as https://help.example/kb/'],
    ['PUBLIC_BASE_PATH', '/k b/', 'The base path is /k b/, it must be made of'],
    ['PUBLIC_BASE_PATH', '/../', 'The base path is /../'],
  ] as const) {
    vi.resetModules();
    vi.unstubAllEnvs();
    vi.stubEnv(name, value);
    await expect(import('../../../src/site.ts')).rejects.toThrow(message);
  }
});
