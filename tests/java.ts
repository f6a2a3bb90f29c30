import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fetchProgram, run, toDebianWay, type Way } from './fetch.ts';

const require = createRequire(import.meta.url);
const DOWNLOADER = require.resolve('vnu-jar/vnu-java-downloader.js');
const OLDEST = 11;

/** The Nu HTML checker. */
export const checker = require.resolve('vnu-jar/build/dist/vnu.jar');

/** A Java that runs the checker: JAVA_HOME's, the system's, or one fetched by `npm test` before. */
export function findJava(): string | undefined {
  const { findCachedJava } = require(DOWNLOADER) as { findCachedJava: () => string | null };
  const home = process.env['JAVA_HOME'];
  const cached = findCachedJava();
  return [
    ...(home === undefined ? [] : [join(home, 'bin/java')]),
    'java',
    ...(cached === null ? [] : [cached]),
  ].find(isNewEnough);
}

function isNewEnough(java: string): boolean {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0) >= OLDEST;
}

const ways: Way[] = [
  toDebianWay('default-jre-headless'),
  // Knows where a Java for this platform lies, and puts it into node_modules/.cache.
  {
    name: "the checker's own download",
    possible: () => true,
    run: () => run(process.execPath, [DOWNLOADER], 300_000),
  },
];

if (import.meta.main && !(await fetchProgram('Java', ways, () => findJava() !== undefined)))
  console.warn(
    `No Java ${OLDEST} or newer: the Nu HTML checker is ${process.env['CI'] ? 'a failure here' : 'skipped'}.`,
  );
