import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openLibrary } from '#cli/library.ts';
import { readOptions } from '#cli/options.ts';
import { type Answer, Engine } from '#search/engine.ts';
import { config } from '#site.config.ts';
import { FLOORS, formatMeasures, measure } from './measure.ts';

// npm run relevance: how well the golden queries are answered. With a query: why each result stands where it stands.
const usage = `npm run relevance [-- "a query"]
    a query  says why its results stand where they do; else all golden queries are measured`;
const options = readOptions(usage, () => parseArgs({ allowPositionals: true }));
const query = options?.positionals.join(' ');

if (query !== undefined && !existsSync('dist/pagefind/lexicon.txt')) {
  console.error('There is no search index in dist/. Run npm run build first.');
  process.exitCode = 1;
} else if (query !== undefined) {
  const engine = new Engine(await openLibrary('dist', config.idPrefix));
  if (query === '') await report(engine);
  else await explain(engine, query);
}

async function report(engine: Engine): Promise<void> {
  const measures = await measure(engine);
  for (const { missed, kind } of measures) {
    for (const entry of missed)
      console.log(
        `${kind.padEnd(18)} rank ${entry.rank || '–'}  ${[entry.article ?? []].flat().join(' or ')}\n                   ${entry.query}`,
      );
  }
  console.log(`\n${formatMeasures(measures)}`);
  const below = measures.flatMap((found) =>
    Object.entries(FLOORS[found.kind]).flatMap(([figure, floor]) =>
      found[figure as 'first'] < floor
        ? [`${found.kind}: ${figure} is below ${100 * floor} %`]
        : [],
    ),
  );
  if (below.length === 0) return;
  console.error(below.join('\n'));
  process.exitCode = 1;
}

async function explain(engine: Engine, query: string): Promise<void> {
  const isTicket = query.split(/\s+/).length > 14;
  const answer = isTicket ? await engine.suggest(query) : await engine.find(query);
  console.log(isTicket ? 'Read as the text of a ticket.' : 'Read as a query.');
  printReading(answer);
  for (const [i, result] of answer.results.entries()) {
    const { card, candidate, reasons } = result;
    console.log(`\n${i + 1}. ${card.id} ${card.title}`);
    if (reasons === undefined) {
      console.log('   asked for by its id');
      continue;
    }
    const { total, words, likeness, topicality, closest } = reasons;
    console.log(
      `   ${total.toFixed(2)} = words ${words.toFixed(2)}, likeness ${likeness.toFixed(2)}, topicality ${topicality.toFixed(2)}, weighted`,
    );
    console.log(`   most alike: ${closest}`);
    const found = candidate.found.map(
      ({ probe, hit }) =>
        `${probe.word} ${hit.score.toFixed(1)} × ${probe.trust} (on ${probe.hits.length} pages)`,
    );
    console.log(`   words: ${found.join(', ')}`);
    for (const { title } of await engine.findSections(result)) console.log(`   › ${title}`);
  }
}

function printReading({
  corrections,
  ignored,
  namings,
  definition,
  unknownId,
  nearest,
  total,
}: Answer): void {
  for (const { from, to } of corrections) console.log(`"${from}" is read as "${to.join(' ')}".`);
  if (ignored.length > 0) console.log(`No article has: ${ignored.join(', ')}.`);
  for (const { alias, term } of namings)
    if (alias !== undefined) console.log(`"${alias}" is an alias of "${term}".`);
  if (definition !== undefined) console.log(`The query names the term "${definition.term}".`);
  if (unknownId !== undefined) console.log(`There is no article ${unknownId}.`);
  console.log(total === 0 ? 'Nothing found.' : `${total} found.`);
  for (const { card } of nearest) console.log(`Nearest: ${card.id} ${card.title}`);
}
