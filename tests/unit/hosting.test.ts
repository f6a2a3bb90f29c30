import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

// What docs/hosting.md tells people to copy.
const FOLDER = 'docs/hosting';
const recipes = readdirSync(FOLDER);
const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');
const guide = readFileSync('docs/hosting.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

test('the guide names each recipe, and no other', () => {
  const named = [...guide.matchAll(/\]\(hosting\/([^)]+)\)/g)].map(([, name]) => name);
  expect([...new Set([...named, 'nginx.conf'])].sort()).toEqual(recipes.sort());
  expect(read('Dockerfile')).toContain(`COPY ${FOLDER}/nginx.conf `);
});

test.each(['../hosting.md', ...recipes])('%s runs commands that there are', (name) => {
  const commands = [...read(name).matchAll(/npm run (?:-s )?([\w:]+)/g)].map(
    ([, script]) => script,
  );
  expect(commands.filter((script = '') => scripts[script] === undefined)).toEqual([]);
});

test('workflows build, pack and publish dist/', () => {
  const github = parse(read('github-pages.yml')) as {
    jobs: { publish: { steps: { run?: string; uses?: string; with?: Record<string, string> }[] } };
  };
  const { steps } = github.jobs.publish;
  expect(steps.flatMap(({ run = [] }) => run).join()).toContain('npm run build && npm run pack');
  expect(steps.find(({ uses }) => uses?.includes('upload-pages'))?.with).toEqual({ path: 'dist' });
  const gitlab = parse(read('gitlab-ci.yml')) as {
    publish: { script: string[]; pages: { publish: string } };
  };
  expect(gitlab.publish.script.join()).toMatch(/npm ci.*npm run build.*npm run pack/);
  expect(gitlab.publish.pages.publish).toBe('dist');
});

describe('the function for CloudFront', () => {
  const { handler } = runInNewContext(`${read('cloudfront.js')}\n({ handler })`) as {
    handler: (event: { request: object }) => unknown;
  };
  const ask = (uri: string, querystring = {}) => handler({ request: { uri, querystring } });

  test.each([
    ['/', '/index.html'],
    ['/k/1001/', '/k/1001/index.html'],
    ['/old.folder/', '/old.folder/index.html'],
    ['/feed.xml', '/feed.xml'],
    ['/Guide.html', '/Guide.html'],
  ])('finds the file of %s', (uri, file) => expect(ask(uri)).toMatchObject({ uri: file }));

  test('leads to the slash, with the query as it is', () => {
    const twice = { q: { value: 'a', multiValue: [{ value: 'a' }, { value: 'b%20c' }] } };
    expect(ask('/search', twice)).toMatchObject({
      statusCode: 301,
      headers: { location: { value: '/search/?q=a&q=b%20c' } },
    });
    expect(ask('/v1.2/k/1001')).toMatchObject({
      headers: { location: { value: '/v1.2/k/1001/' } },
    });
    expect(ask('//elsewhere')).toMatchObject({ headers: { location: { value: '/elsewhere/' } } });
  });
});
