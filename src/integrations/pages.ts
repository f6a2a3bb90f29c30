import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Parser } from 'htmlparser2';
import { checkPages, type Page, type PageFault } from '../domain/link.ts';
import { checkBuilt } from '../domain/moved.ts';
import { articlePath, permalinkPath } from '../domain/permalink.ts';
import { count, formatProblems, type Problem } from '../domain/problem.ts';
import { themeScript } from '../domain/theme.ts';
import { readContent, toSlugs } from '../files/content.ts';
import { readLedger } from '../files/ledger.ts';

/** Checks the built pages, which are what readers get: links, anchors, ids, and markup that the policy forbids. */
export function pages(): AstroIntegration {
  let root = '';
  return {
    name: 'pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const files = globSync('**/*.*', { cwd: out });
        const built = new Map(
          files.filter((file) => file.endsWith('.html')).map((file) => toEntry(file, readFileSync(join(out, file), 'utf8'))),
        );
        const { articleFiles, articleIds } = readContent(root, '9999-12-31');
        const copies = new Map([...articleIds].map(([slug, id]) => [permalinkPath(id), articlePath(slug)]));
        const faults = checkPages(built, new Set(files.map((file) => `/${file}`)), copies);
        const { ledger, at } = readLedger(root);
        const ids = new Map([...built].map(([path, page]) => [path, new Set(page.ids)]));
        const lost = checkBuilt(ledger, toSlugs(articleIds), ids, at);
        if (faults.length + lost.length > 0) {
          const sources = new Map([...articleFiles].map(([slug, file]) => [articlePath(slug), file]));
          console.error(formatProblems([...faults.map((fault) => toProblem(fault, root, sources)), ...lost]));
          process.exit(1);
        }
        logger.info(`no broken link on ${count(built.size, 'page')}`);
      },
    },
  };
}

function toEntry(file: string, html: string): [string, Page] {
  const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
  const page: Page = { path, ids: [], links: [], forbidden: [] };
  let inline = false;
  const parser = new Parser({
    onopentag(tag, attributes) {
      for (const [name, value] of Object.entries(attributes)) {
        if (name === 'id') page.ids.push(value);
        else if (name === 'href' || name === 'src') page.links.push(value);
        else if (name === 'style' || name.startsWith('on')) page.forbidden.push(`${name}="${value}" on <${tag}>`);
      }
      if (tag === 'style') page.forbidden.push('<style>');
      inline = tag === 'script' && attributes['src'] === undefined && attributes['type'] !== 'application/ld+json';
    },
    ontext(text) {
      if (inline && text !== themeScript) page.forbidden.push('a <script> without src');
    },
    onclosetag() {
      inline = false;
    },
  });
  parser.end(html);
  return [path, page];
}

// An article's fault is shown where its author finds it: at the line of the source that holds the link.
function toProblem({ path, link, message, hint }: PageFault, root: string, sources: ReadonlyMap<string, string>): Problem {
  const file = sources.get(path);
  if (file === undefined) return { file: `the page ${path}`, message, hint };
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const index = link === undefined ? -1 : lines.findIndex((line) => line.includes(link));
  return { file, line: index === -1 ? undefined : index + 1, message, hint };
}
