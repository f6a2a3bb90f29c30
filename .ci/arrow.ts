import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

/** What the files of a room may import: rooms that stand above theirs, and of what is no file only what the pattern matches. */
interface Room {
  folder: string;
  rooms: readonly string[];
  packages: RegExp;
}

const none = /^$/;
const any = /./;
// Neither Astro's virtual modules nor the system.
const portable = /^(?!astro:|node:)/;
const noAstro = /^(?!astro:)/;
const noSystem = /^(?!node:)/;

const ground = ['schemas', 'domain'];
const rules = [
  'domain/linking',
  'domain/comparing',
  'domain/checking',
  'domain/hosting',
  'domain/output',
];
const domain = [...ground, ...rules];
const behaviour = ['client/copying', 'client/search', 'client/table', 'client/reading'];
const view = [...domain, 'links.ts', 'site.ts', 'styles', 'client', 'client/page.ts', ...behaviour];
const leaf = [...domain, 'search', 'markdown', 'reader', 'release', 'proving', 'desk', 'importing'];

/** The arrow. A room names only rooms above its own, so that no circle of rooms can be written down. */
export const ROOMS: readonly Room[] = [
  { folder: 'schemas', rooms: [], packages: /^astro\/zod$/ },
  { folder: 'site.config.ts', rooms: ['schemas'], packages: none },
  { folder: 'domain', rooms: ['schemas'], packages: portable },
  // The settings as values: domain, reader and all that is built of them are given theirs.
  { folder: 'links.ts', rooms: ['domain'], packages: none },
  { folder: 'site.ts', rooms: ['site.config.ts', 'domain', 'links.ts'], packages: none },
  { folder: 'domain/linking', rooms: ground, packages: portable },
  { folder: 'domain/comparing', rooms: [...ground, 'domain/linking'], packages: portable },
  { folder: 'domain/checking', rooms: [...ground, 'domain/linking'], packages: portable },
  { folder: 'domain/hosting', rooms: [...ground, 'domain/linking'], packages: portable },
  {
    folder: 'domain/output',
    rooms: [...ground, 'domain/linking', 'domain/comparing', 'domain/checking'],
    packages: portable,
  },
  { folder: 'search', rooms: domain, packages: portable },
  { folder: 'markdown', rooms: domain, packages: portable },
  { folder: 'reader', rooms: domain, packages: noAstro },
  { folder: 'release', rooms: domain, packages: noAstro },
  { folder: 'proving', rooms: domain, packages: noAstro },
  { folder: 'desk', rooms: [...domain, 'reader', 'search'], packages: noAstro },
  { folder: 'importing', rooms: [...domain, 'reader'], packages: noAstro },
  { folder: 'env.d.ts', rooms: domain, packages: none },
  { folder: 'content.config.ts', rooms: [...domain, 'reader'], packages: any },
  { folder: 'queries', rooms: [...domain, 'site.ts'], packages: noSystem },
  { folder: 'styles', rooms: [], packages: /^tailwindcss/ },
  // Of schemas not even types: Zod stays out of the browser.
  {
    folder: 'client',
    rooms: ['domain', ...rules, 'links.ts', 'search', 'styles'],
    packages: portable,
  },
  {
    folder: 'client/copying',
    rooms: ['domain', ...rules, 'links.ts', 'client'],
    packages: portable,
  },
  {
    folder: 'client/search',
    rooms: ['domain', ...rules, 'links.ts', 'search', 'styles', 'client', 'client/copying'],
    packages: portable,
  },
  {
    folder: 'client/table',
    rooms: ['domain', ...rules, 'links.ts', 'client', 'client/copying'],
    packages: portable,
  },
  {
    folder: 'client/reading',
    rooms: ['domain', ...rules, 'links.ts', 'client', 'client/copying', 'client/search'],
    packages: portable,
  },
  { folder: 'client/page.ts', rooms: ['client', ...behaviour], packages: none },
  { folder: 'components/site', rooms: view, packages: portable },
  {
    folder: 'components/article',
    rooms: [...view, 'queries', 'components/site'],
    packages: portable,
  },
  { folder: 'layouts', rooms: [...view, 'queries', 'components/site'], packages: portable },
  {
    folder: 'pages',
    rooms: [...view, 'search', 'queries', 'components/site', 'components/article', 'layouts'],
    packages: noSystem,
  },
  { folder: 'integrations', rooms: leaf, packages: noAstro },
  { folder: 'cli', rooms: [...leaf, 'site.config.ts'], packages: noAstro },
];

const ENTRIES = [
  'astro.config.mjs',
  'src/content.config.ts',
  'src/env.d.ts',
  'src/pages/',
  'src/cli/',
];

interface Import {
  target: string;
  line: number;
  /** Whether it is gone when the types are. */
  isType: boolean;
}

/** Says of each wrong import below `root`, and of each file of `src/` that only tests use, where it stands and what to do. */
export function checkArrow(root: string): string[] {
  const files = globSync(['src/**/*.{ts,astro,mdx,css}', 'astro.config.mjs'], {
    cwd: root,
  }).toSorted();
  const imports = new Map(
    files.map((file) => [file, listImports(readFileSync(join(root, file), 'utf8'), file)]),
  );
  const wrong = files.flatMap((file) => {
    if (!file.startsWith('src/')) return [];
    const room = findRoom(file);
    if (room === undefined)
      return [`${file}  stands in no room\n  Name its folder in .ci/arrow.ts.`];
    return (imports.get(file) ?? []).flatMap(({ target, line }) => {
      const fault = findFault(room, target);
      return fault === undefined ? [] : [`${file}:${line}  ${fault}`];
    });
  });
  return [...wrong, ...listUnused(files, imports)];
}

function findFault(room: Room, target: string): string | undefined {
  if (/^(?:tests|content|public)\//.test(target)) return `src/ may not import ${target}`;
  if (!target.startsWith('src/'))
    return room.packages.test(target) ? undefined : `${room.folder} may not import ${target}`;
  const from = findRoom(target);
  if (from === undefined || from === room || room.rooms.includes(from.folder)) return undefined;
  const known = room.rooms.length === 0 ? 'no other room' : room.rooms.join(', ');
  return `${room.folder} may not import ${from.folder} (${target})\n  It may import ${known}. See src/README.md.`;
}

function findRoom(file: string): Room | undefined {
  const path = file.replace('src/', '');
  return ROOMS.findLast(({ folder }) => path === folder || path.startsWith(`${folder}/`));
}

function listUnused(
  files: readonly string[],
  imports: ReadonlyMap<string, readonly Import[]>,
): string[] {
  const used = new Set<string>();
  const visit = (file: string) => {
    if (used.has(file)) return;
    used.add(file);
    for (const { target } of imports.get(file) ?? []) visit(target);
  };
  for (const file of files) if (ENTRIES.some((entry) => file.startsWith(entry))) visit(file);
  return files
    .filter((file) => !used.has(file))
    .map(
      (file) =>
        `${file}  is used by nothing in src/\n  Delete it, or move it to tests/ if a test needs it.`,
    );
}

/** What a file imports, its paths resolved, so that it does not matter how they are spelled. */
export function listImports(text: string, file: string): Import[] {
  const code = file.endsWith('.astro')
    ? keepScripts(text)
    : file.endsWith('.css')
      ? toScript(text)
      : text;
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName, pos }) => {
    const [path = ''] = fileName.split('?');
    const target = path.startsWith('#')
      ? `src/${path.slice(1)}`
      : path.startsWith('.')
        ? posix.join(dirname(file), path)
        : path;
    const before = code.slice(0, pos);
    const isType = /^(?:import|export) type [^;]*$/.test(
      before.slice(before.search(/^(?:import|export)\b(?![\s\S]*^(?:import|export)\b)/m)),
    );
    return { target, line: before.split('\n').length, isType };
  });
}

// What is not script becomes blank, so that the lines stay.
function keepScripts(text: string): string {
  const scripts = /^---\n[\s\S]*?^---$|<script>[\s\S]*?<\/script>/gm;
  const blank = (part: string) => part.replace(/[^\n]/g, '');
  let end = 0;
  let code = '';
  for (const { 0: script, index } of text.matchAll(scripts)) {
    code += blank(text.slice(end, index)) + script.replace(/^---$|<\/?script>/gm, '');
    end = index + script.length;
  }
  return code;
}

function toScript(css: string): string {
  return [...css.matchAll(/^@import (['"].*?['"])/gm)]
    .map(([, path]) => `import ${path};`)
    .join('\n');
}

if (import.meta.main) {
  const faults = checkArrow('.');
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}
