import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function load(base: string) {
  vi.stubEnv('PUBLIC_BASE_PATH', base);
  vi.stubEnv('PUBLIC_SITE_URL', 'https://help.example/');
  return import('#domain/linking/permalink.ts');
}

test('links are root-relative and canonical links are whole', async () => {
  const { articlePath, rowPath, toHref, toPath, toUrl } = await load('/');
  expect(toHref(articlePath('image-layers'))).toBe('/articles/image-layers/');
  expect(toUrl(articlePath('image-layers'))).toBe('https://help.example/articles/image-layers/');
  expect(toPath('/articles/image-layers/')).toBe('/articles/image-layers/');
  expect(rowPath('vms', 'vms-vs-containers', 'kernel')).toBe(
    '/articles/vms/#vms-vs-containers--kernel',
  );
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
  const { toUrl } = await import('#domain/linking/permalink.ts');
  expect(toUrl('/search/')).toBe('https://help.example:8443/docs/kb/search/');
  for (const [name, value, message] of [
    ['PUBLIC_SITE_URL', 'help.example', 'PUBLIC_SITE_URL is "help.example"'],
    ['PUBLIC_SITE_URL', 'ftp://help.example', 'PUBLIC_SITE_URL is "ftp://help.example"'],
    [
      'PUBLIC_SITE_URL',
      'https://help.example/k b/',
      'PUBLIC_SITE_URL is "https://help.example/k b/"',
    ],
    ['PUBLIC_SITE_URL', 'https://help.example/k%20b/', 'the path of PUBLIC_SITE_URL is "/k%20b/"'],
    ['PUBLIC_BASE_PATH', '/k b/', 'PUBLIC_BASE_PATH is "/k b/"'],
    ['PUBLIC_BASE_PATH', '/../', 'PUBLIC_BASE_PATH is "/../"'],
  ] as const) {
    vi.resetModules();
    vi.unstubAllEnvs();
    vi.stubEnv(name, value);
    const { checkSettings } = await import('#domain/checking/settings.ts');
    expect(checkSettings().map((problem) => problem.message)).toEqual([message]);
  }
});
