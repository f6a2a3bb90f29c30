import type { Chooser } from '#schemas/chooser.ts';
import { checkUnique, type Located, type Names, type Problem, suggest } from './problem.ts';

// Each way to answer is tried; nobody reads a form of that size.
const MOST_ANSWERS = 100_000;

/** The part of a rule that decides: answers by question id, all of which must be given. */
export interface Condition {
  when: Readonly<Record<string, string>>;
}

/** What the answers lead to: the rule that won, or the question that must be answered next. */
export type Choice<R> = { rule: R; ask?: undefined } | { ask: string; rule?: undefined };

/** Finds the first rule that the answers (option by question id) fulfil, unless an earlier one is still open. */
export function choose<R extends Condition>(
  rules: readonly R[],
  answers: ReadonlyMap<string, string>,
): Choice<R> | undefined {
  for (const rule of rules) {
    const conditions = Object.entries(rule.when);
    if (
      conditions.some(
        ([question, option]) => answers.has(question) && answers.get(question) !== option,
      )
    )
      continue;
    const open = conditions.find(([question]) => !answers.has(question));
    return open === undefined ? { rule } : { ask: open[0] };
  }
  return undefined;
}

/** Finds references to nothing, rules that can never win, and a chooser that may end without an answer. */
export function checkChooser(
  { data, at }: Located<Chooser>,
  known: { articles: Names; rows: ReadonlySet<string> },
): Problem[] {
  const problems: Problem[] = [];
  const options = new Map(
    data.questions.map(({ id, options: own }) => [id, own.map((option) => option.id)]),
  );
  const unknown = (path: PropertyKey[], noun: string, id: string, names: Iterable<string>) =>
    problems.push({ ...at(path), message: `unknown ${noun} ${id}`, hint: suggest(id, names) });
  if (!known.articles.has(data.article))
    unknown(['article'], 'article', data.article, known.articles.keys());
  const entries = (list: 'questions' | 'rules') =>
    data[list].map(({ id }, index) => ({
      id,
      data: id,
      at: (path: readonly PropertyKey[]) => at([list, index, ...path]),
    }));
  problems.push(
    ...checkUnique(entries('questions'), 'id', ({ id }) => id),
    ...checkUnique(entries('rules'), 'id', ({ id }) => id),
  );
  for (const [index, rule] of data.rules.entries()) {
    const path = ['rules', index];
    for (const [question, option] of Object.entries(rule.when)) {
      const own = options.get(question);
      if (own === undefined)
        unknown([...path, 'when', question], 'question', question, options.keys());
      else if (!own.includes(option)) unknown([...path, 'when', question], 'option', option, own);
    }
    for (const [item, row] of rule.rows.entries())
      if (!known.rows.has(row)) unknown([...path, 'rows', item], 'row', row, known.rows);
    for (const [item, slug] of rule.articles.entries())
      if (!known.articles.has(slug))
        unknown([...path, 'articles', item], 'article', slug, known.articles.keys());
  }
  for (const [index, { options: own }] of data.questions.entries()) {
    const answers = own.map(({ id }, item) => ({
      id,
      data: id,
      at: (path: readonly PropertyKey[]) => at(['questions', index, 'options', item, ...path]),
    }));
    problems.push(...checkUnique(answers, 'id', ({ id }) => id));
  }
  if (data.questions.reduce((product, { options: own }) => product * own.length, 1) > MOST_ANSWERS)
    problems.push({
      ...at(['questions']),
      message: `there are more than ${MOST_ANSWERS} ways to answer the questions`,
      hint: 'Make two choosers of it.',
    });
  if (problems.length > 0) return problems;
  const won = new Set(listAnswers(data).map((answers) => choose(data.rules, answers)?.rule?.id));
  for (const [index, rule] of data.rules.entries()) {
    if (!won.has(rule.id))
      problems.push({
        ...at(['rules', index, 'id']),
        message: `the rule ${rule.id} can never win`,
        hint: 'An earlier rule always matches first; move it up or change its conditions.',
      });
  }
  if (won.has(undefined))
    problems.push({
      ...at(['rules']),
      message: 'some answers lead to no rule',
      hint: 'End with a rule that always matches: when: {}.',
    });
  return problems;
}

function listAnswers({ questions }: Chooser): Map<string, string>[] {
  return questions.reduce<Map<string, string>[]>(
    (all, { id, options }) =>
      all.flatMap((answers) => options.map((option) => new Map([...answers, [id, option.id]]))),
    [new Map()],
  );
}
