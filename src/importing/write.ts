import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toParts } from '#domain/linking/address.ts';
import { readOldAddresses } from '#domain/linking/import.ts';
import type { Ledger, LedgerEntry } from '#domain/linking/ledger.ts';
import { findEntry } from '#domain/linking/lookup.ts';
import { checkOldAnchors } from '#domain/linking/moved.ts';
import type { Site } from '#domain/site.ts';
import { readContent } from '#reader/content.ts';
import { writeLedger } from '#reader/ledger.ts';
import type { Plan } from './plan.ts';
import { toHash, writeRecord } from './record.ts';
import type { Remark } from './shelf.ts';

/** Writes what is planned, and leaves alone what an author has touched. */
export function writeImport(root: string, plan: Plan): void {
  const { record } = plan;
  const articles = { ...record.articles };
  for (const { source, id, file, text, state } of plan.articles) {
    if (state === 'kept' || state === 'deleted') continue;
    articles[source] = { id, file, hash: toHash(text) };
    if (state !== 'same') put(root, file, text);
  }
  const files = { ...record.files };
  for (const [to, from] of plan.copies) {
    const path = join(root, to);
    const known = files[to];
    if (known !== undefined && (!existsSync(path) || toHash(readFileSync(path)) !== known))
      continue;
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(from, path);
    files[to] = toHash(readFileSync(from));
  }
  put(root, 'content/topics.yaml', plan.topics);
  writeRecord(root, {
    ...record,
    articles,
    files,
    topics: [...new Set([...record.topics, ...plan.newTopics])],
  });
}

function put(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** Records where old addresses lead now; those of drafts wait until these are published. */
export function recordAddresses(
  root: string,
  plan: Pick<Plan, 'addresses'>,
  site: Site,
  today: string,
): { pages: number; anchors: number; waiting: number; remarks: Remark[] } {
  const content = readContent(root);
  const { ledger, slugs, addresses } = content;
  const isShown = ({ to }: Plan['addresses'][number]) => to.startsWith('/') || slugs.has(to);
  const shown = plan.addresses.filter(isShown);
  const rows = shown.map(({ old, to, anchor }, index) => {
    const target =
      anchor === undefined || !addresses.has(`${to}#${anchor}`) ? to : `${to}#${anchor}`;
    return { line: index + 2, cells: [toWritten(old), target] };
  });
  const fresh = rows.filter(({ cells: [old = ''] }) => !isRecorded(ledger, old));
  const { lines, problems } = readOldAddresses(
    [{ line: 1, cells: ['old', 'new'] }, ...fresh],
    'import',
    { ...content, site, today },
  );
  const entries = new Map([...lines].map(([key, { entry }]) => [key, entry]));
  const clashes = checkOldAnchors(new Map([...ledger, ...entries]), slugs, addresses, (key) => ({
    file: 'import',
    line: lines.get(key)?.line,
  }));
  const wrong = [...problems, ...clashes];
  const wrongLines = new Set(wrong.map(({ line }) => line));
  const kept = [...lines].filter(([, { line }]) => !wrongLines.has(line));
  // Without its page, an anchor would lead nowhere.
  const pages = new Map<string, LedgerEntry>([
    ...ledger,
    ...kept.map(([key, { entry }]) => [key, entry] as const),
  ]);
  const whole = [...kept].filter(
    ([key]) => !key.includes('#') || findEntry(pages, toParts(key).base) !== undefined,
  );
  if (whole.length > 0)
    writeLedger(
      root,
      new Map([...ledger, ...whole.map(([key, { entry }]) => [key, entry] as const)]),
    );
  const anchors = whole.filter(([key]) => key.includes('#')).length;
  return {
    pages: whole.length - anchors,
    anchors,
    waiting: plan.addresses.length - shown.length,
    remarks: wrong.map(({ line, message }) => ({
      file: shown[(line ?? 2) - 2]?.source ?? '',
      kind: 'lost',
      message: `the old address: ${message}`,
    })),
  };
}

function toWritten(address: string): string {
  return address.replace(/[%?](?=[^#]*(?:#|$))/g, (sign) => (sign === '%' ? '%25' : sign));
}

function isRecorded(ledger: Ledger, address: string): boolean {
  return address.includes('#') ? ledger.has(address) : findEntry(ledger, address) !== undefined;
}
