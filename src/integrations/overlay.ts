import { parse } from 'node:path';
import type { ViteDevServer } from 'vite';
import { escapeXml } from '#domain/output/xml.ts';
import { count, formatPlace, formatProblems, type Problem, sortProblems } from '#domain/problem.ts';

/** How long a page may take to come, in milliseconds. */
const FRESH = 5000;

/** Shows problems over the pages that are open in a browser, until there are none. */
export interface Overlay {
  show: (problems: readonly Problem[]) => void;
  /** Tells of a page that is opened: over one that cannot be shown, or whose file has a problem, they lie too. */
  open: (path: string, status: number) => void;
}

/**
 * The overlay of a server for development. What Astro says of an article that cannot be shown sends its author into code, so the
 * problems in content take its place: https://github.com/withastro/astro/blob/main/packages/astro/src/core/errors/overlay.ts
 */
export function makeOverlay({ environments }: ViteDevServer, root: string): Overlay {
  const { hot } = environments.client;
  const send = hot.send.bind(hot) as (payload: unknown) => void;
  let shown: readonly Problem[] = [];
  let since = 0;
  hot.send = ((...parameters: [{ type?: string; err?: unknown }]) => {
    const [{ type, err }] = parameters;
    const isOurs = type === 'error' && shown.length > 0 && tells(err, `${root}content/`);
    return isOurs ? send(toPayload(shown, root)) : send(...parameters);
  }) as typeof hot.send;
  // A page that the edit reloads connects anew; others may be read all the same.
  hot.on('vite:client:connect', () => {
    if (shown.length > 0 && Date.now() - since < FRESH) send(toPayload(shown, root));
  });
  return {
    show: (problems) => {
      const wasShown = shown.length > 0;
      shown = problems;
      since = Date.now();
      if (problems.length > 0) send(toPayload(problems, root));
      else if (wasShown) send({ type: 'full-reload', path: '*' });
    },
    open: (path, status) => {
      const slug = path.split('/').findLast(Boolean);
      const isMeant = shown.some(({ file }) => parse(file).name === slug);
      if (status >= 400 || isMeant) since = Date.now();
    },
  };
}

function tells(err: unknown, folder: string): boolean {
  const { message, stack, id, loc } = (err ?? {}) as Record<string, unknown>;
  return JSON.stringify([message, stack, id, loc]).includes(folder);
}

function toPayload(problems: readonly Problem[], root: string): object {
  const sorted = sortProblems(problems);
  const [first] = sorted;
  const text = formatProblems(problems);
  return {
    type: 'error',
    __isEnhancedAstroErrorPayload: true,
    err: {
      name: 'Content',
      title: `${count(problems.length, 'problem')} in content/`,
      message: sorted
        .map((problem) =>
          [
            `<b>${escapeXml(formatPlace(problem))}</b>`,
            escapeXml(`${problem.message}  [${problem.code}]`),
            ...(problem.hint === undefined ? [] : [escapeXml(problem.hint)]),
          ].join('<br>'),
        )
        .join('<br><br>'),
      stack: text,
      loc: first && { file: `${root}${first.file}`, line: first.line, column: first.column },
    },
  };
}
