import { existsSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { extendLedger } from '#domain/linking/ledger.ts';
import { articlePath } from '#domain/linking/permalink.ts';
import { count, formatPlace } from '#domain/problem.ts';
import { planImport, type Plan, type State } from '#importing/plan.ts';
import type { Remark, Shelf } from '#importing/shelf.ts';
import { findSystem } from '#importing/systems.ts';
import { recordAddresses, writeImport } from '#importing/write.ts';
import { checkContent } from '#reader/check.ts';
import { readContent } from '#reader/content.ts';
import { writeLedger } from '#reader/ledger.ts';
import { readOptions, runCommand } from './options.ts';
import { site } from './site.ts';

// npm run import -- FOLDER: makes articles of the pages of another system, and leads their old addresses on.
// --plan writes nothing and says what would be written; --publish makes articles where else there are drafts.
const usage = `npm run import -- FOLDER [--plan] [--publish] [--from grav] [--url https://old.example/kb/]
    --plan     writes nothing, and says what would be written
    --publish  makes articles where else there are drafts
    --from     the system that FOLDER was written for, where its files do not tell
    --url      the address at which the shelf stood, where its files do not tell`;
const root = process.cwd();
const today = new Date().toISOString().slice(0, 10);

await runCommand(() => {
  const options = readOptions(usage, () =>
    parseArgs({
      allowPositionals: true,
      options: {
        plan: { type: 'boolean', default: false },
        publish: { type: 'boolean', default: false },
        from: { type: 'string' },
        url: { type: 'string' },
      },
    }),
  );
  if (options === undefined) return;
  const { values, positionals } = options;
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0)
    throw new Error(`one folder must be named\n  Usage: ${usage}`);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Error(`there is no folder ${folder}`);
  const system = findSystem(folder, values.from);
  const language = site.locale.split('-')[0] ?? site.locale;
  const shelf = system.read(folder, { language, url: values.url });
  const order = { root, folder, isPublished: values.publish, idPrefix: site.idPrefix, today };
  const plan = planImport(shelf, readContent(root), order);
  if (!values.plan) writeImport(root, plan);
  const ledger = values.plan ? undefined : recordAddresses(root, plan, site, today);
  console.log(formatRemarks([...plan.remarks, ...(ledger?.remarks ?? [])]));
  console.log(formatPlan(system.name, plan));
  console.log(formatHome(shelf, values.url));
  if (ledger === undefined) {
    console.log(formatPages(plan));
    console.log('Nothing was written.');
    return;
  }
  console.log(
    `Old addresses recorded in content/links.lock.json: ${count(ledger.pages, 'page')} and ${count(ledger.anchors, 'anchor')}.`,
  );
  if (ledger.waiting > 0)
    console.log(
      `${ledger.waiting} more wait for drafts: run the command again when these are published.`,
    );
  const content = readContent(root);
  const isWhole = checkContent(content, today, site).problems.length === 0;
  if (isWhole) writeLedger(root, extendLedger(content.ledger, content.addresses));
  const hasFiles = [...plan.copies.keys()].some((path) => path.startsWith('public/'));
  console.log(`
Next:
  1. npm run check:content tells what is left to mend; npm run dev shows it.
  2. ${isWhole ? '' : 'npm run links records the new addresses, once nothing is wrong. '}Commit ${hasFiles ? 'content/ and public/' : 'content/'}.`);
});

// What could not be carried comes first, since it is the smaller part, and nothing else tells of it.
function formatRemarks(remarks: readonly Remark[]): string {
  const lines = remarks
    .toSorted(
      (a, b) =>
        a.kind.localeCompare(b.kind) ||
        a.file.localeCompare(b.file, 'en', { numeric: true }) ||
        (a.line ?? 0) - (b.line ?? 0),
    )
    .map((remark) => `${formatPlace(remark)}  ${remark.kind}: ${remark.message}`);
  return lines.join('\n');
}

function formatPlan(system: string, { articles, copies, left, newTopics, remarks }: Plan): string {
  const states = Map.groupBy(articles, ({ state }) => state);
  const words: Record<State, string> = {
    new: 'new',
    changed: 'written anew, since something is another',
    same: 'as before',
    kept: 'left as an author has them',
    deleted: 'left deleted',
  };
  const told = [...states].map(([state, list]) => `${list.length} ${words[state]}`).join(', ');
  const kinds = (kind: Remark['kind']) => remarks.filter((remark) => remark.kind === kind).length;
  return [
    `${system}: ${count(articles.length, 'article')} (${told}), ${count(newTopics.length, 'new topic')}, ${count(copies.size, 'file')} beside them.`,
    ...(left.length === 0
      ? []
      : [`${count(left.length, 'picture')} that no page shows: left behind.`]),
    `${count(kinds('lost'), 'line')} above with lost: what could not be carried.`,
    `${count(kinds('open'), 'line')} above with open: what is left to you.`,
  ].join('\n');
}

function formatHome({ origins, base, reason }: Shelf, url: string | undefined): string {
  const home = `${origins[0] ?? ''}${base}/`;
  if (url !== undefined) return `Old site: ${home}, as --url says.`;
  return home === '/'
    ? 'Old site: its files do not say where it stood; --url https://old.example/kb/ does.'
    : `Old site: ${home} (from ${reason ?? 'its settings'}); --url changes that.`;
}

// Each page with what becomes of it, and the addresses that it had with those that they lead to.
function formatPages({ articles, addresses, left }: Plan): string {
  const files = new Map(articles.map(({ id, file }) => [id, file]));
  const toNow = (to: string) => {
    const file = files.get(to);
    return file === undefined ? to : articlePath(basename(file, extname(file)));
  };
  const pages = new Map(
    articles.map(({ source, state, differences, file }) => [
      source,
      `  ${[state, ...differences].join(' ')}  ${source} → ${file}`,
    ]),
  );
  const old = Map.groupBy(
    addresses.filter((address) => !address.old.includes('#')),
    ({ source }) => source,
  );
  return [
    ...[...new Set([...pages.keys(), ...old.keys()])].flatMap((source) => [
      pages.get(source) ?? `  no article  ${source}`,
      ...(old.get(source) ?? []).map((address) => `    ${address.old} → ${toNow(address.to)}`),
    ]),
    ...left.map((path) => `  left behind  ${path}`),
  ].join('\n');
}
