import type { Chooser } from '#schemas/chooser.ts';
import { choose } from '../chooser.ts';
import { checkKnown, checkUnique, type Located, type Names, type Problem } from '../problem.ts';

// Each way to answer is tried; nobody reads a form of that size.
const MOST_ANSWERS = 100_000;

/** Finds references to nothing, rules that can never win, and a chooser that may end without an answer. */
export function checkChooser(
  { data, at }: Located<Chooser>,
  known: { articles: Names; rows: Names },
): Problem[] {
  const problems = checkKnown('article', data.article, known.articles, at(['article']));
  const options = new Map(
    data.questions.map(({ id, options: own }) => [id, own.map((option) => option.id)]),
  );
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
      const place = at([...path, 'when', question]);
      problems.push(
        ...(own === undefined
          ? checkKnown('question', question, options, place)
          : checkKnown('option', option, own, place)),
      );
    }
    for (const [item, row] of rule.rows.entries())
      problems.push(...checkKnown('criterion', row, known.rows, at([...path, 'rows', item])));
    for (const [item, slug] of rule.articles.entries())
      problems.push(
        ...checkKnown('article', slug, known.articles, at([...path, 'articles', item])),
      );
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
      code: 'too-many-answers',
      message: `there are more than ${MOST_ANSWERS} ways to answer the questions`,
      hint: 'Make two choosers of it.',
    });
  if (problems.length > 0) return problems;
  const won = new Set(listAnswers(data).map((answers) => choose(data.rules, answers)?.rule?.id));
  for (const [index, rule] of data.rules.entries()) {
    if (!won.has(rule.id))
      problems.push({
        ...at(['rules', index, 'id']),
        code: 'broken-rules',
        message: `the rule ${rule.id} can never win`,
        hint: 'An earlier rule always matches first; move it up or change its conditions.',
      });
  }
  if (won.has(undefined))
    problems.push({
      ...at(['rules']),
      code: 'broken-rules',
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
