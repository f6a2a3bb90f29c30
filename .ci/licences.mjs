// npm run licences: lists the packages of package-lock.json with their licences in LICENCES.md. With --check it writes nothing, and
// fails when the list is out of date. Fails in any case when a licence is not allowed. Checkers from npm read what is installed, so that
// the list would be another one on each platform: license-checker-rseidelsohn 5.0.1 sees 571 of 743 packages on x64 Linux.
import { readFileSync, writeFileSync } from 'node:fs';
import { readerPackages as READERS } from '#domain/licences.ts';

const FILE = 'LICENCES.md';
const FREE =
  '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT PSF-2.0 Python-2.0 WTFPL'.split(
    ' ',
  );
// These ask something of those who pass the package itself on, which the site does not.
const TOOLS = [...FREE, 'CC BY-SA 4.0', 'LGPL-3.0', 'LGPL-3.0-or-later', 'MPL-2.0'];
// Packages that say it in words instead of by a name.
const NAMED = { 'dejavu-fonts-ttf': 'Bitstream Vera' };

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const toName = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
// A package for another platform may be known by name alone; it has the licence of the one that asks for it.
const lenders = new Map(
  Object.values(packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}).map((name) => [name, entry.license]),
  ),
);
const found = new Map();
for (const [path, entry] of Object.entries(packages)) {
  if (path === '') continue;
  const name = toName(path);
  const licence = NAMED[name] ?? entry.license ?? lenders.get(name) ?? 'none';
  const key = `${name} | ${licence}`;
  found.set(key, {
    name,
    licence,
    versions: new Set([...(found.get(key)?.versions ?? []), entry.version]),
  });
}
const rows = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));

const isAllowed = ({ name, licence }) => {
  const allowed = name in READERS ? [...FREE, 'Bitstream Vera'] : TOOLS;
  const parts = licence.replace(/[()]/g, '').split(/ OR | AND /);
  // Where a package offers several, one is enough.
  return licence.includes(' OR ')
    ? parts.some((part) => allowed.includes(part))
    : parts.every((part) => allowed.includes(part));
};
const toTable = (head, list) => [
  `| ${head.join(' | ')} |`,
  `|${' --- |'.repeat(head.length)}`,
  ...list.map((row) => `| ${row.join(' | ')} |`),
];
const toRow = ({ name, versions, licence }) => [name, [...versions].sort().join(', '), licence];
const text = [
  '# Licences',
  '',
  'The licences of the project itself are in [README.md](README.md#licence). Below are the packages',
  'that it uses, written by `npm run licences` from `package-lock.json`.',
  '',
  '## What readers get',
  '',
  'Their licences stand in `/licences.txt` of the site, whole.',
  '',
  ...toTable(
    ['package', 'version', 'licence', 'what of it'],
    rows.filter(({ name }) => name in READERS).map((row) => [...toRow(row), READERS[row.name]]),
  ),
  '',
  '## What only builds and tests',
  '',
  ...toTable(
    ['package', 'version', 'licence'],
    rows.filter(({ name }) => !(name in READERS)).map(toRow),
  ),
  '',
].join('\n');

const faults = rows
  .filter((row) => !isAllowed(row))
  .map(
    ({ name, licence }) =>
      `${name}: the licence "${licence}" is not allowed\n  Take another package, or allow the licence in .ci/licences.mjs.`,
  );
for (const name of Object.keys(READERS))
  if (!rows.some((row) => row.name === name))
    faults.push(`${name} is no package any more\n  Take it out of src/domain/licences.ts.`);
if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text)
  faults.push(`${FILE} is out of date\n  Run npm run licences.`);
if (faults.length > 0) console.error(faults.join('\n'));
process.exitCode = faults.length > 0 ? 1 : 0;
