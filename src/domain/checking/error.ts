import type { ErrorMessage, ErrorMessages } from '#schemas/error.ts';
import type { Proofs } from '#schemas/proof.ts';
import { countFixed, parseMessage } from '../message.ts';
import {
  checkFuture,
  checkKnown,
  checkUnique,
  type Located,
  type Names,
  type Place,
  type Problem,
} from '../problem.ts';
import type { ComponentUse } from './component.ts';
import { toProofIds } from './proof.ts';

/** What error messages refer to. */
interface Vocabulary {
  articles: Names;
  sources: Names;
  /** The articles in which nothing is wrong, by slug. */
  homes: ReadonlyMap<string, { components: readonly ComponentUse[]; anchors: readonly string[] }>;
  /** The files of proofs that can be read, by the slug of their article. */
  proofs: ReadonlyMap<string, Proofs>;
  /** The names of all files of proofs. */
  proofFiles: Names;
  /** `YYYY-MM-DD`. */
  today: string;
}

// With less, everyday sentences would hold it.
const FEWEST_LETTERS = 12;

/** Finds messages that stand twice or hold too little to be known by, that their article does not show, and references to nothing. */
export function checkErrors(
  files: readonly Located<ErrorMessages>[],
  known: Vocabulary,
): Problem[] {
  const all = files.flatMap(({ data, at }) =>
    data.errors.map((error, index) => ({
      id: error.id,
      data: error,
      at: (path: readonly PropertyKey[]) => at(['errors', index, ...path]),
    })),
  );
  const wordings = all.flatMap(({ id, data, at }) =>
    [data.message, ...data.also].map((text, index) => ({
      id,
      data: text,
      at: () => at(index === 0 ? ['message'] : ['also', index - 1]),
    })),
  );
  return [
    ...files.flatMap(({ id, at }) => checkKnown('article', id, known.articles, at(['errors']))),
    ...checkUnique(all, 'id', ({ id }) => id),
    ...checkUnique(wordings, 'message', ({ data }) => toPattern(data)),
    ...wordings.flatMap(checkFixed),
    ...files.flatMap((file) => checkFile(file, known)),
  ];
}

// Two messages are the same when they differ in the names of what changes.
function toPattern(message: string): string {
  return parseMessage(message)
    .map(({ text, changes }) => (changes ? '{…}' : text.toLowerCase()))
    .join('');
}

function checkFixed({ data: message, at }: Located<string>): Problem[] {
  const letters = countFixed(message);
  if (letters >= FEWEST_LETTERS) return [];
  return [
    {
      ...at([]),
      code: 'wrong-value',
      message: `the message ${message} has ${letters} letters that do not change, at least ${FEWEST_LETTERS} are needed`,
      hint: 'Write more of what stands beside it, or it would be found in any text.',
    },
  ];
}

function checkFile({ id: slug, data, at }: Located<ErrorMessages>, known: Vocabulary): Problem[] {
  const home = known.homes.get(slug);
  const proofIds = toProofIds(slug, known.proofs, known.proofFiles);
  const shown = home && listShownErrors(home.components, data.errors);
  return data.errors.flatMap((error, index): Problem[] => {
    const place = (...path: PropertyKey[]) => at(['errors', index, ...path]);
    return [
      ...checkFuture(at, ['errors', index, 'checked'], error.checked, known.today),
      ...(error.section === undefined || home === undefined
        ? []
        : checkKnown('section', error.section, home.anchors, place('section'))),
      ...(error.proof === undefined
        ? []
        : checkKnown('proof', error.proof, proofIds, place('proof'))),
      ...error.sources.flatMap(({ source }, item) =>
        checkKnown('source', source, known.sources, place('sources', item)),
      ),
      ...checkShown(slug, error, shown, place('id')),
    ];
  });
}

function checkShown(
  slug: string,
  error: ErrorMessage,
  shown: readonly ErrorMessage[] | undefined,
  place: Place,
): Problem[] {
  const times = shown?.filter((own) => own === error).length ?? 1;
  if (times === 1) return [];
  return [
    times === 0
      ? {
          ...place,
          code: 'not-shown',
          message: `its article ${slug} does not show it`,
          hint: `Write there: <Errors ids={['${error.id}']} />`,
        }
      : {
          ...place,
          code: 'used-twice',
          message: `its article ${slug} shows it ${times} times`,
          hint: 'Keep one, to which links lead.',
        },
  ];
}

/** The messages that an article shows, in the order of its text. */
export function listShownErrors(
  uses: readonly ComponentUse[],
  errors: readonly ErrorMessage[],
): ErrorMessage[] {
  return uses.flatMap((use) =>
    use.name === 'Errors'
      ? errors.filter(({ id }) => use.props.ids === undefined || use.props.ids.includes(id))
      : [],
  );
}
