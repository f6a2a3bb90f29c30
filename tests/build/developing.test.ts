import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CUP } from '../fixtures/broken.ts';
import { startDevelopment } from '../fixtures/development.ts';
import { makeSite } from '../fixtures/project.ts';

let project: ReturnType<typeof makeSite>;
let server: Awaited<ReturnType<typeof startDevelopment>>;
const removals: (() => void)[] = [];

beforeAll(async () => {
  project = makeSite((remove) => removals.push(remove));
  server = await startDevelopment(project.root);
  await see('/articles/tea/', 'Tea vs coffee', 60_000);
}, 140_000);

afterAll(() => {
  server.stop();
  for (const remove of removals) remove();
});

/** Waits until a page holds a text; `404 ` for none. What a busy machine leaves in Astro's caches goes when the author saves once more. */
async function see(path: string, text: string, timeout = 20_000): Promise<void> {
  const wait = () =>
    vi.waitFor(async () => expect(await server.ask(path)).toContain(text), {
      timeout,
      interval: 200,
    });
  await wait().catch(async () => {
    const file = join(project.root, 'content/topics.yaml');
    writeFileSync(file, readFileSync(file, 'utf8'));
    await wait();
  });
}

test('an edit of each kind of file is seen', { timeout: 240_000 }, async () => {
  for (const [file, from, to, path] of [
    ['articles/tea.mdx', 'title: Tea vs coffee', 'title: Tea or coffee', '/articles/tea/'],
    ['articles/tea.mdx', 'comes from leaves', 'comes from a bush', '/articles/tea/'],
    ['articles/water.md', 'From the tap.', 'From the well.', '/articles/water/'],
    ['topics.yaml', 'summary: What to drink.', 'summary: What to sip.', '/topics/drinks/'],
    ['glossary.yaml', 'A brew of leaves.', 'A brew of green leaves.', '/glossary/'],
    ['sources.yaml', 'The book of drinks', 'The book of all drinks', '/sources/'],
    [
      'comparisons/tea-vs-coffee.yaml',
      'label: Caffeine',
      'label: What wakes you',
      '/comparisons/tea-vs-coffee/',
    ],
  ] as const) {
    project.edit(file, from, to);
    await see(path, to.replace(/^\w+: /, ''));
  }
});

test(
  'an article is seen when it comes, moves, is renamed and goes',
  { timeout: 240_000 },
  async () => {
    const articles = join(project.root, 'content/articles');
    const text = readFileSync(join(articles, 'water.md'), 'utf8')
      .replace('KB-1002', 'KB-1003')
      .replace('What is water?', 'What is milk?')
      .replace('status: published', 'status: draft');
    writeFileSync(join(articles, 'milk.md'), text);
    project.edit('topics.yaml', '[tea, water]', '[tea, water, milk]');
    await see('/articles/milk/', 'What is milk?');
    await see('/articles/milk/', 'Draft: not on the site yet.');
    await see('/topics/drinks/', 'What is milk?');
    mkdirSync(join(articles, 'cold'));
    renameSync(join(articles, 'milk.md'), join(articles, 'cold/oat.mdx'));
    await see('/articles/oat/', 'What is milk?');
    await see('/articles/milk/', '404 ');
    rmSync(join(articles, 'cold/oat.mdx'));
    await see('/articles/oat/', '404 ');
  },
);

test(
  'an article that is replaced twice within moments, while it is read, is there',
  { timeout: 240_000 },
  async () => {
    const file = join(project.root, 'content/articles/water.md');
    const text = readFileSync(file, 'utf8');
    for (const [round, gap] of [400, 900, 600, 0].entries()) {
      rmSync(file);
      const asked = server.ask('/articles/water/');
      await new Promise((resolve) => setTimeout(resolve, gap));
      writeFileSync(file, text);
      writeFileSync(file, `${text}\nRound ${round}.\n`);
      await see('/articles/water/', `Round ${round}.`);
      await asked;
    }
    writeFileSync(file, text);
  },
);

test('a file that is broken is told of, and shows as it was', { timeout: 240_000 }, async () => {
  for (const [file, from, to, problem, path, text] of [
    [
      'topics.yaml',
      'title: Drinks',
      'title: "Drinks and more',
      'content/topics.yaml:2:10  broken YAML',
      '/topics/drinks/',
      'Drinks</h1>',
    ],
    [
      'articles/water.md',
      'title: What is water?',
      'tilte: What is wine?',
      'content/articles/water.md:3:1  unknown key `tilte`',
      '/articles/water/',
      'What is water?',
    ],
  ] as const) {
    project.edit(file, from, to);
    await vi.waitFor(() => expect(server.output()).toContain(problem), { timeout: 45_000 });
    expect(await server.ask(path)).toContain(text);
    project.edit(file, to, from.replace('title: ', 'title: Once more, '));
    await see(path, 'Once more, ');
  }
});

test(
  'problems lie over the open page in our words, until all are mended',
  { timeout: 240_000 },
  async () => {
    const { port } = new URL(server.origin);
    project.edit('topics.yaml', '[tea, water, milk]', '[tea, water]');
    const socket = new WebSocket(`ws://localhost:${port}/`, 'vite-hmr');
    const overlays: string[] = [];
    socket.addEventListener('message', ({ data }) => overlays.push(String(data)));
    await vi.waitFor(() => expect(overlays.join()).toContain('connected'), { timeout: 45_000 });
    project.edit('articles/tea.mdx', '## What is coffee?', '<Calout>\n\n## What is coffee?');
    project.edit('articles/water.md', '## Where it comes from', '## From where');
    const words = 'content/articles/tea.mdx:25:1</b><br>broken MDX: Expected a closing tag';
    await vi.waitFor(() => expect(overlays.join()).toContain(words), { timeout: 45_000 });
    project.edit('articles/tea.mdx', '<Calout>\n\n', '<Calout kind="note">A cup.</Calout>\n\n');
    const unknown = /"title":"\d+ problems? in content\/"[^\n]*unknown component &lt;?Calout/;
    await vi.waitFor(() => expect(overlays.join('\n')).toMatch(unknown), { timeout: 45_000 });
    // What Astro says of the page that cannot be shown is said in our words too.
    overlays.length = 0;
    expect(await server.ask('/articles/tea/')).toContain('/@vite/client');
    await vi.waitFor(() => expect(overlays.join('\n')).toMatch(unknown), { timeout: 45_000 });
    expect(overlays.join()).not.toContain('to be defined');
    // Who opens a page later sees them where they are its own, or why it cannot be shown.
    await new Promise((resolve) => setTimeout(resolve, 6000));
    const open = async (path: string) => {
      await fetch(server.origin + path, { headers: { accept: 'text/html' } });
      const told: string[] = [];
      const opened = new WebSocket(`ws://localhost:${port}/`, 'vite-hmr');
      opened.addEventListener('message', ({ data }) => told.push(String(data)));
      await vi.waitFor(() => expect(told.join()).toContain('connected'), { timeout: 45_000 });
      await new Promise((resolve) => setTimeout(resolve, 500));
      opened.close();
      return told.join('\n');
    };
    expect(await open('/glossary/')).not.toMatch(unknown);
    expect(await open('/articles/none/')).toMatch(unknown);
    project.edit('articles/tea.mdx', '<Calout kind="note">A cup.</Calout>\n\n', '');
    // The heading that was published is lost, which only the ledger knows.
    const lost = 'KB-1002#where-it-comes-from was published and is no longer on the site';
    await vi.waitFor(() => expect(server.output()).toContain(lost), { timeout: 45_000 });
    expect(server.output()).not.toContain('all mended');
    project.edit('articles/water.md', '## From where', '## Where it comes from');
    await vi.waitFor(() => expect(server.output()).toContain('all mended: nothing is wrong'), {
      timeout: 45_000,
    });
    socket.close();
  },
);

test(
  'a picture beside an article is shown, and another one when it is replaced',
  { timeout: 240_000 },
  async () => {
    const put = (width: number) =>
      writeFileSync(join(project.root, 'content/articles/cup.png'), CUP.with(19, width));
    const find = async (page: string, width: number) => {
      await see(page, `alt="A cup" width="${width}"`);
      return /\/_astro\/cup\.[0-9a-f]{8}\.png/.exec(await server.ask(page))?.[0] ?? '';
    };
    put(3);
    project.edit('articles/tea.mdx', 'comes from', '![A cup](cup.png) comes from');
    project.edit('articles/water.md', 'From the', '![A cup](cup.png) From the');
    const address = await find('/articles/water/', 3);
    expect(await find('/articles/tea/', 3)).toBe(address);
    const response = await fetch(server.origin + address);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(CUP);
    put(5);
    const another = await find('/articles/water/', 5);
    expect((await fetch(server.origin + another)).status).toBe(200);
    await find('/articles/tea/', 5);
  },
);

test('a permalink and an old address lead to the page', { timeout: 120_000 }, async () => {
  project.edit('links.lock.json', '{\n', '{\n  "/old/chai.html": {"to":"KB-1001"},\n');
  for (const path of ['/k/1001/', '/old/chai.html'])
    await vi.waitFor(
      async () => {
        const answer = await fetch(`${server.origin}${path}?x=1`, { redirect: 'manual' });
        expect(answer.headers.get('location')).toBe('/articles/tea/?x=1');
      },
      { timeout: 45_000, interval: 200 },
    );
  await see('/k/1009/', '404 ');
});

test('editors learn of a new id', { timeout: 120_000 }, async () => {
  const file = join(project.root, '.astro/collections/content-articles.schema.json');
  await vi.waitFor(() => expect(existsSync(file)).toBe(true), { timeout: 20_000 });
  project.edit(
    'topics.yaml',
    '- id: drinks',
    '- id: cold\n  title: Cold\n  summary: With ice.\n- id: drinks',
  );
  await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('"cold"'), {
    timeout: 20_000,
  });
});
