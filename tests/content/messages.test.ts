import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMessage } from '#domain/message.ts';
import { readContent } from '#reader/content.ts';
import { recognise, toKnownMessages } from '#search/messages.ts';

const { articles, reading } = readContent(process.cwd());
const files = new Map(reading.collections.errors.entries.map(({ id, data }) => [id, data]));
const pages = new Map([...articles.keys()].map((slug) => [slug, slug]));
const known = toKnownMessages(files, pages);

// What stands in the changing places, by their names; of several kinds, since they are what differs.
const VALUES = ['web-1', '/var/lib/data/app.sock', '10.20.0.7:5000', 'sha256:3f0a9c', '17'];
const fill = (message: string) =>
  parseMessage(message)
    .map(({ text, changes }, i) => (changes ? (VALUES[i % VALUES.length] ?? '') : text))
    .join('');

// How messages arrive: in a log, in a mail that wraps and quotes, in a program's own words, in a terminal.
const FRAMES: Record<string, (message: string) => string> = {
  'a log': (message) =>
    `Nov 28 09:14:02 host-3 dockerd[1187]: time="2026-11-28T09:14:02.118Z" level=error msg="${message.replaceAll('"', '\\"')}" spanID=8c1f`,
  'a mail': (message) =>
    `Hi,\nsince this morning we get this:\n\n> ${message.replace(/(.{40,60}) /g, '$1\n> ')}\n\nWhat can we do?\nThanks, Ada`,
  'a pipeline': (message) =>
    `\u001B[31m#12 ERROR: docker: Error response from daemon: ${message}.\u001B[0m\nSee 'docker run --help'.\nCleaning up project directory and file based variables`,
};

const written = [...files].flatMap(([slug, { errors }]) => (pages.has(slug) ? errors : []));

describe.each(written)('$id', ({ id, message, also }) => {
  test.each(Object.keys(FRAMES))('is the first that is found in %s', (frame) => {
    for (const wording of [message, ...also])
      expect(recognise(FRAMES[frame]?.(fill(wording)) ?? '', known).messages[0]?.id, wording).toBe(
        id,
      );
  });
});

// Lines of programs that this site says nothing of, with words in common.
const foreign = readFileSync('tests/content/foreign-messages.tsv', 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));

test.each(foreign)('no message is found in what %s says: %s', (_program, line = '') => {
  expect(recognise(line, known).messages.map(({ id }) => id)).toEqual([]);
});
