import { createServer } from 'node:net';
import { type Browser as Chromium, chromium } from '@playwright/test';
import { preview } from 'astro';
import lighthouse from 'lighthouse';
import { browserArguments, findBrowser } from './browser.ts';
import { BUDGETS } from './content/budgets.ts';

/** The pages that are audited: those that are read most, and those that every site has. */
export const AUDITED = ['/', ...BUDGETS.map(({ page }) => page), '/glossary/', '/search/'];

/** Categories whose scores are the same on every machine. */
export const STEADY = ['accessibility', 'best-practices', 'seo'];
const ALL = ['performance', ...STEADY];

/** What Lighthouse says of one page. */
export interface Audit {
  /** The score of each category, of 100. */
  scores: Record<string, number>;
  /** The audits that took points away. */
  faults: string[];
}

/** A Chromium that Lighthouse can steer through its port; the caller closes it. */
export async function openBrowser(): Promise<{ browser: Chromium; port: number }> {
  const port = await findPort();
  const browser = await chromium.launch({
    ...findBrowser(),
    args: [...browserArguments, `--remote-debugging-port=${port}`],
  });
  return { browser, port };
}

/** Audits a page with Lighthouse's own defaults: a slow phone on a slow line. */
export async function audit(url: string, port: number, categories: string[] = ALL): Promise<Audit> {
  // The search page asks search engines to leave it out, and loses points for nothing else.
  const skipAudits = new URL(url).pathname === '/search/' ? ['is-crawlable'] : null;
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: categories,
    skipAudits,
  });
  if (result === undefined || result.lhr.runtimeError !== undefined)
    throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
  const { categories: found, audits } = result.lhr;
  const weighed = Object.values(found).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  );
  return {
    scores: Object.fromEntries(
      Object.values(found).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
    ),
    faults: weighed
      .filter(({ id }) => (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id}: ${audits[id]?.displayValue ?? audits[id]?.title}`),
  };
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      );
    });
  });
}

// npm run lighthouse: the scores of the build in dist/ behind its real headers; fails below 100.
if (import.meta.main) {
  const server = await preview({
    root: process.cwd(),
    logLevel: 'error',
    server: { port: await findPort() },
  });
  const { browser, port } = await openBrowser();
  const audits = new Map<string, Audit>();
  for (const path of AUDITED)
    audits.set(path, await audit(`http://localhost:${server.port}${path}`, port));
  console.table(Object.fromEntries([...audits].map(([path, { scores }]) => [path, scores])));
  for (const [path, { faults }] of audits)
    for (const fault of faults) console.log(`${path}  ${fault}`);
  await browser.close();
  await server.stop();
  process.exitCode = [...audits.values()].every(({ scores }) =>
    Object.values(scores).every((score) => score === 100),
  )
    ? 0
    : 1;
}
