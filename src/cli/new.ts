import { parseArgs } from 'node:util';
import { checkWish, toDraft, toNextId } from '#domain/checking/draft.ts';
import { permalinkPath } from '#domain/linking/permalink.ts';
import { formatMessage, formatProblems } from '#domain/problem.ts';
import { readTaken, writeDraft } from '#reader/draft.ts';
import { readOptions } from './options.ts';
import { site } from './site.ts';

// npm run new -- "Title" [--topic id] [--kind concept]: starts an article with the next free id, as a draft.
const root = process.cwd();
const today = new Date().toISOString().slice(0, 10);
const options = readOptions('npm run new -- "Title" [--topic id] [--kind concept]', () =>
  parseArgs({
    allowPositionals: true,
    options: { topic: { type: 'string' }, kind: { type: 'string', default: 'concept' } },
  }),
);

if (options !== undefined) {
  const taken = readTaken(root);
  const { positionals, values } = options;
  const wish = {
    title: positionals.join(' ').replace(/\s+/g, ' ').trim(),
    topic: values.topic ?? taken.topics[0] ?? '',
    kind: values.kind,
  };
  if (taken.problems.length > 0) {
    console.error(formatProblems(taken.problems));
    process.exitCode = 1;
  } else {
    const problems = checkWish(wish, taken);
    if (problems.length > 0) {
      console.error(problems.map(formatMessage).join('\n'));
      process.exitCode = 1;
    } else {
      const id = toNextId(taken, site.idPrefix);
      const file = writeDraft(root, toDraft(wish, id, today));
      console.log(`${id} is ${file}, a draft, last in the topic ${wish.topic} of content/topics.yaml. Its permalink will be ${permalinkPath(id)}.

Next:
  1. Replace each TODO in the file; npm run dev shows the page and what is wrong with it.
  2. Move its slug in content/topics.yaml to where it belongs in the reading order.
  3. Set status: published, run npm run links, and commit content/ with the ledger.`);
    }
  }
}
