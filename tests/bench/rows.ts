import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { toFingerprint } from '#release/tree.ts';
import { browserArguments, findBrowser } from '../browser.ts';
import { makeArticles, type MadeArticle } from './articles.ts';
import { type Cost, measure } from './measure.ts';
import { readQuarry } from './quarry.ts';
import { toChance } from './random.ts';
import { clean, makeBare, makeOurs, makeStarlight, type Site, sumPages } from './sites.ts';

/** One line of the table: what was measured, what it was, and what it should be. */
export interface Row {
  what: string;
  figure: string;
  goal: string;
}

/** How and where to measure. */
export interface Setting {
  folder: string;
  /** How often what is compared is built; the median counts. */
  runs: number;
  /** How many articles; the goals are for 1,000. */
  articles: number;
}

const FLAGSHIP = 'articles/vms-vs-containers/index.html';
const PORT = 4398;

const make = (count: number, plain = 0): MadeArticle[] =>
  makeArticles(readQuarry('.'), count, plain, toChance(7));
const buildSite = (site: Site) => measure(site.root, ...site.build);
const kb = (bytes: number) => `${(bytes / 1024).toFixed(2)} KB`;
const brotli = (file: string) => brotliCompressSync(readFileSync(file)).length;
const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const toCost = (costs: readonly Cost[]): Cost => ({
  seconds: median(costs.map(({ seconds }) => seconds)),
  mebibytes: median(costs.map(({ mebibytes }) => mebibytes ?? Number.NaN)),
});
const show = ({ seconds, mebibytes }: Cost) =>
  `${seconds.toFixed(1)} s, ${mebibytes?.toFixed(0)} MiB`;
const compare = (own: Cost, other: Cost) =>
  `${(own.seconds / other.seconds).toFixed(2)} × time, ${((own.mebibytes ?? 0) / (other.mebibytes ?? 0)).toFixed(2)} × memory`;

/** What can be measured, by the name that selects it. */
export const rows: Record<string, (setting: Setting) => Promise<Row[]>> = {
  page,
  build,
  again,
  pack,
  dev,
  search,
  large,
};

// The first view of the article with the largest table, and what it costs before the reader does anything.
async function page({ folder }: Setting): Promise<Row[]> {
  const site = makeOurs(folder, []);
  await buildSite(site);
  const dist = join(site.root, 'dist');
  const html = readFileSync(join(dist, FLAGSHIP), 'utf8');
  const linked = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(([, path = '']) => join(dist, path));
  const styles = linked(/<link rel="stylesheet" href="([^"]+)"/g);
  const scripts = withImports(linked(/<script[^>]* src="([^"]+)"/g));
  const sum = (files: readonly string[]) => files.reduce((bytes, file) => bytes + brotli(file), 0);
  const own = brotli(join(dist, FLAGSHIP));
  return [
    { what: 'flagship article, HTML, Brotli', figure: kb(own), goal: '≤ 14.7 KB' },
    {
      what: `its CSS in ${styles.length} file(s)`,
      figure: kb(sum(styles)),
      goal: '≤ 5.8 KB in one',
    },
    { what: 'both', figure: kb(own + sum(styles)), goal: '≤ 18 KB' },
    {
      what: `its JavaScript before any action, ${scripts.length} files`,
      figure: kb(sum(scripts)),
      goal: '≤ 2 KB',
    },
    ...(await load(site)),
  ];
}

// What moves, and what keeps the browser from answering, while the same page loads on a slow phone and on a slow computer.
async function load(site: Site): Promise<Row[]> {
  const shifts: number[] = [];
  const tasks: number[] = [];
  await withServer(site, 'preview', async (url, browser) => {
    for (const width of [320, 1440, 320, 1440, 320, 1440]) {
      const context = await browser.newContext({ viewport: { width, height: 800 } });
      const tab = await context.newPage();
      await (await context.newCDPSession(tab)).send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await tab.goto(`${url}/${FLAGSHIP.replace('index.html', '')}`, { waitUntil: 'networkidle' });
      const [shift, task] = await tab.evaluate(async () => {
        const observe = (type: string) =>
          new Promise<PerformanceEntry[]>((done) => {
            const observer = new PerformanceObserver((list) => done(list.getEntries()));
            observer.observe({ type, buffered: true });
            setTimeout(() => done(observer.takeRecords()), 1000);
          });
        const [moved, long] = await Promise.all([observe('layout-shift'), observe('longtask')]);
        return [
          moved.reduce(
            (sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value,
            0,
          ),
          Math.max(0, ...long.map(({ duration }) => duration)),
        ] as const;
      });
      shifts.push(shift);
      tasks.push(task);
      await context.close();
    }
  });
  return [
    {
      what: 'its layout shift, worst of 6 loads',
      figure: Math.max(...shifts).toFixed(3),
      goal: '0',
    },
    {
      what: 'its longest task at 4 × CPU slowdown, median of 6 loads',
      figure: median(tasks) === 0 ? 'none over 50 ms' : `${median(tasks).toFixed(0)} ms`,
      goal: 'none over 50 ms',
    },
  ];
}

function withImports(files: readonly string[]): string[] {
  const found = new Set(files);
  for (const file of found)
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:^|[;}\s])import\s*(?:[^"'();]*?from\s*)?["'](\.[^"']+)["']/g,
    ))
      found.add(resolve(file, '..', path));
  return [...found];
}

async function build({ folder, runs, articles: count }: Setting): Promise<Row[]> {
  const articles = make(count);
  const sites = [
    makeOurs(folder, articles),
    makeStarlight(folder, articles),
    makeBare(folder, articles),
  ];
  const costs: Cost[][] = sites.map(() => []);
  // In turn, so that a machine that slows down slows all of them.
  for (let run = 0; run < runs; run++) {
    for (const [index, site] of sites.entries()) {
      clean(site);
      costs[index]?.push(await buildSite(site));
    }
  }
  const [ours, starlight, bare] = costs.map(toCost) as [Cost, Cost, Cost];
  const [site] = sites as [Site];
  const article = readFileSync(join(site.root, 'dist', FLAGSHIP)).length;
  return [
    { what: `build, ${count} MDX articles`, figure: show(ours), goal: '' },
    {
      what: 'against Starlight',
      figure: `${compare(ours, starlight)} (${show(starlight)})`,
      goal: '≤ 0.75 × time, ≤ 0.65 × memory',
    },
    {
      what: 'against bare Astro + MDX + Pagefind',
      figure: `${compare(ours, bare)} (${show(bare)})`,
      goal: '',
    },
    {
      what: `HTML of ${count} articles and their lists, no copies`,
      figure: `${(sumPages(site) / 2 ** 20).toFixed(1)} MiB`,
      goal: '≤ 25 MiB',
    },
    { what: 'flagship article, HTML, not compressed', figure: kb(article), goal: 'see large' },
  ];
}

// After `build`: one article changes.
async function again({ folder, articles: count }: Setting): Promise<Row[]> {
  const articles = make(count);
  const sites = [makeOurs(folder, articles), makeStarlight(folder, articles)] as const;
  const costs: Cost[] = [];
  for (const site of sites) {
    clean(site);
    await buildSite(site);
    appendFileSync(site.toFile(articles[0] as MadeArticle), '\nOne more sentence.\n');
    costs.push(await buildSite(site));
  }
  const [ours, starlight] = costs as [Cost, Cost];
  const second = toFingerprint(join(sites[0].root, 'dist'));
  clean(sites[0]);
  await buildSite(sites[0]);
  return [
    {
      what: 'build again after one edit',
      figure: `${(ours.seconds / starlight.seconds).toFixed(2)} × Starlight (${show(ours)})`,
      goal: '≤ 0.6 ×',
    },
    {
      what: 'the same as a clean build',
      figure: second === toFingerprint(join(sites[0].root, 'dist')) ? 'byte for byte' : 'DIFFERENT',
      goal: 'byte for byte',
    },
  ];
}

async function pack(setting: Setting): Promise<Row[]> {
  const site = await getBuilt(setting);
  // The folder of installed packages is the project's own, and with it what was packed before.
  rmSync(join(site.root, 'node_modules/.cache/pack'), { recursive: true, force: true });
  const first = await measure(site.root, process.execPath, 'src/cli/pack.ts');
  const second = await measure(site.root, process.execPath, 'src/cli/pack.ts');
  return [
    { what: 'npm run pack', figure: show(first), goal: '' },
    { what: 'npm run pack again', figure: show(second), goal: '' },
  ];
}

async function getBuilt({ folder, articles: count }: Setting): Promise<Site> {
  const site = makeOurs(folder, make(count));
  await buildSite(site);
  return site;
}

// The time from saving an article to its text in an open browser.
async function dev({ folder, articles: count }: Setting): Promise<Row[]> {
  const articles = make(count);
  const site = makeOurs(folder, articles);
  const article = articles[0] as MadeArticle;
  const times: number[] = [];
  await withServer(site, 'dev', async (url, browser) => {
    const tab = await browser.newPage();
    await tab.goto(`${url}/articles/${article.slug}/`, { timeout: 120_000 });
    await tab.waitForTimeout(5000);
    for (let edit = 0; edit < 5; edit++) {
      const start = performance.now();
      appendFileSync(site.toFile(article), `\nSentence number ${edit} is new.\n`);
      await tab.getByText(`Sentence number ${edit} is new.`).waitFor({ timeout: 60_000 });
      times.push((performance.now() - start) / 1000);
      await tab.waitForTimeout(2000);
    }
  });
  return [
    {
      what: `dev, ${count} articles: edit → seen, median of 5`,
      figure: `${median(times).toFixed(2)} s`,
      goal: '≤ 1 s',
    },
  ];
}

const QUERIES = [
  'image layers',
  'why is my container slow',
  'docker socket root',
  'overlay2',
  'how much memory does a vm need',
];

async function search(setting: Setting): Promise<Row[]> {
  return ask(await getBuilt(setting), setting.articles);
}

const TEXT = /\.(?:js|css|json|txt)$/;

// The bytes up to the first results, and the time from the last key to them; each query in a browser that knows nothing yet.
async function ask(site: Site, count: number): Promise<Row[]> {
  const bytes: number[] = [];
  const times: number[] = [];
  await withServer(site, 'preview', async (url, browser) => {
    for (const query of QUERIES) {
      const context = await browser.newContext();
      const tab = await context.newPage();
      let sum = 0;
      await tab.goto(`${url}/search/`);
      const field = tab.getByRole('searchbox').first();
      tab.on('response', (response) => {
        const file = join(site.root, 'dist', new URL(response.url()).pathname);
        // What hosts send: text compressed, and the index, which is compressed already, as it is.
        if (existsSync(file)) sum += TEXT.test(file) ? brotli(file) : readFileSync(file).length;
      });
      await field.fill(query.slice(0, -1));
      await tab
        .getByRole('list', { name: 'Search results' })
        .getByRole('listitem')
        .first()
        .waitFor();
      await tab.waitForTimeout(1000);
      times.push(
        await tab.evaluate(async (text) => {
          const input = document.querySelector<HTMLInputElement>('input[type=search]');
          const list = document.querySelector('[aria-label="Search results"]');
          if (input === null || list === null) throw new Error('There is no search on this page.');
          const start = performance.now();
          return new Promise<number>((done) => {
            new MutationObserver(() => done(performance.now() - start)).observe(list, {
              childList: true,
              subtree: true,
            });
            input.value = text;
            input.dispatchEvent(new Event('input', { bubbles: true }));
          });
        }, query),
      );
      bytes.push(sum);
      await context.close();
    }
  });
  return [
    {
      what: `search, ${count} articles: bytes to the first results, Brotli, median`,
      figure: kb(median(bytes)),
      goal: '≤ 250 KB',
    },
    {
      what: `search, ${count} articles: from the last key to its results, median`,
      figure: `${median(times).toFixed(0)} ms`,
      goal: '≤ 100 ms',
    },
  ];
}

// Ten times as many, nine in ten of them without components.
async function large({ folder, articles: count }: Setting): Promise<Row[]> {
  const small = makeOurs(folder, []);
  await buildSite(small);
  const size = (site: Site) => readFileSync(join(site.root, 'dist', FLAGSHIP)).length;
  const before = size(small);
  const articles = make(count * 10, 9);
  const site = makeOurs(folder, articles);
  const ours = await buildSite(site);
  const growth = size(site) - before;
  const asked = await ask(site, articles.length);
  const bare = await buildSite(makeBare(folder, articles));
  return [
    {
      what: `build, ${articles.length} articles, nine in ten plain`,
      figure: show(ours),
      goal: '< 6144 MiB',
    },
    {
      what: 'against bare Astro + MDX + Pagefind',
      figure: `${compare(ours, bare)} (${show(bare)})`,
      goal: '≤ 1.25 × time',
    },
    {
      what: `an article page grows from 20 to ${articles.length} articles by`,
      figure: `${growth} bytes`,
      goal: '< 1024 bytes',
    },
    ...asked.map((row) => ({ ...row, goal: 'reported' })),
  ];
}

async function withServer(
  site: Site,
  command: 'dev' | 'preview',
  work: (url: string, browser: Awaited<ReturnType<typeof chromium.launch>>) => Promise<void>,
): Promise<void> {
  const parameters = [site.astro, command, '--port', String(PORT), '--ignore-lock'];
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0' };
  const server = spawn(process.execPath, parameters, { cwd: site.root, env, stdio: 'ignore' });
  const { executablePath, env: browserEnv } = findBrowser() ?? {};
  const browser = await chromium.launch({
    args: browserArguments,
    ...(executablePath === undefined ? {} : { executablePath }),
    ...(browserEnv === undefined ? {} : { env: browserEnv }),
  });
  const url = `http://localhost:${PORT}`;
  try {
    for (let tries = 0; !(await fetch(url).catch(() => undefined))?.ok; tries++) {
      if (tries > 300) throw new Error(`astro ${command} does not answer.`);
      await new Promise((done) => setTimeout(done, 200));
    }
    await work(url, browser);
  } finally {
    await browser.close();
    server.kill();
  }
}
