import { expect, test } from 'vitest';
import type { SiteConfig } from '#schemas/site.ts';
import { readSite } from '#reader/site.ts';
import { config } from '#site.config.ts';
import { formatProblems } from '#domain/problem.ts';
import { makeFolder, writeTree } from '../../fixtures/folder.ts';

const list = (...parameters: Parameters<typeof readSite>) =>
  readSite(...parameters).problems.map(({ message }) => message);

test('the settings of this site are right', () => expect(list(config, {})).toEqual([]));

test.each([
  [{ PUBLIC_SITE_URL: 'help.example' }, 'PUBLIC_SITE_URL is "help.example"'],
  [{ PUBLIC_SITE_URL: 'ftp://help.example' }, 'PUBLIC_SITE_URL is "ftp://help.example"'],
  [
    { PUBLIC_SITE_URL: 'https://help.example/k b/' },
    'PUBLIC_SITE_URL is "https://help.example/k b/"',
  ],
  [{ PUBLIC_SITE_URL: 'https://help.example/k%20b/' }, 'the path of PUBLIC_SITE_URL is "/k%20b/"'],
  [{ PUBLIC_BASE_PATH: '/k b/' }, 'PUBLIC_BASE_PATH is "/k b/"'],
  [{ PUBLIC_BASE_PATH: '/../' }, 'PUBLIC_BASE_PATH is "/../"'],
  [{ PUBLIC_FEEDBACK: 'editors@drinks.example' }, 'PUBLIC_FEEDBACK is "editors@drinks.example"'],
])('%o is told', (env, message) => expect(list(config, env)).toEqual([message]));

test('no feedback at all is right', () =>
  expect(list(config, { PUBLIC_FEEDBACK: '' })).toEqual([]));

test('a site whose drawings have no roles leaves them out', () => {
  const { roles, ...others } = config;
  const { site, problems } = readSite(others, {});
  expect(roles?.length).toBeGreaterThan(0);
  expect({ roles: site.roles, problems }).toEqual({ roles: [], problems: [] });
});

test('all that is wrong in the file is told at once, each at its line', () => {
  const root = makeFolder();
  const wrong = {
    ...config,
    name: '',
    url: 'help.example',
    feedback: 'nobody',
    idPrefix: 'kb-',
    locale: 'de-DE',
    roles: ['host', 'host'],
    footer: [{ label: 'Search', path: 'search' }],
    colour: 'red',
  } as SiteConfig;
  const lines = Object.keys(wrong).map((field) => `  ${field}: 0,`);
  writeTree(root, { 'src/site.config.ts': `export const config = {\n${lines.join('\n')}\n};\n` });
  expect(formatProblems(readSite(wrong, {}, root).problems)).toMatchInlineSnapshot(`
    "src/site.config.ts:2:3  \`name\` is empty  [wrong-value]
    src/site.config.ts:4:3  \`url\` is "help.example"  [wrong-setting]
      Set it to an address such as https://help.example/kb/
    src/site.config.ts:5:3  \`feedback\` is "nobody"  [wrong-setting]
      Set it to mailto:editors@example.org, https://github.com/owner/repository, https://gitlab.com/owner/repository, or to nothing.
    src/site.config.ts:6:3  \`idPrefix\` must be capital letters and digits, starting with a letter, such as KB  [wrong-value]
      Found: kb-
    src/site.config.ts:8:3  \`locale\` must be a kind of English, such as en-GB  [wrong-value]
      Found: de-DE
    src/site.config.ts:9:3  \`roles\` holds host twice  [wrong-value]
    src/site.config.ts:11:3  \`path\` must be a path from the root of the site, such as /sources/  [wrong-value]
      Found: search
    src/site.config.ts:12:3  unknown key \`colour\`  [unknown-key]
      Known are: description, feedback, footer, idPrefix, locale, name, requires, roles, sections, url
    8 problems in 1 file."
  `);
});
