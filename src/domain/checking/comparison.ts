import type { Cell, Comparison, Criterion } from '#schemas/comparison.ts';
import {
  checkFuture,
  checkKnown,
  type Located,
  type Names,
  type Place,
  type Problem,
  suggest,
} from '../problem.ts';

/** What a comparison may refer to. */
export interface Known {
  articles: Names;
  sources: Names;
  today: string;
}

/** Finds what the schema of one cell cannot see: references to nothing, missing cells, mixed units, equal ids, dates. */
export function checkComparison(comparison: Located<Comparison>, known: Known): Problem[] {
  const { data, at } = comparison;
  const subjects = data.subjects.map(({ id }) => id);
  const criteria = data.groups.flatMap((group, g) =>
    group.criteria.map((criterion, c) => ({ criterion, path: ['groups', g, 'criteria', c] })),
  );
  const ids = criteria.map(({ criterion }) => criterion.id);
  const problems = checkKnown('article', data.article, known.articles, at(['article'])).map(
    (problem): Problem => ({
      ...problem,
      hint: [problem.hint, 'Or delete this table, or name another article as its home.']
        .filter((part) => part !== undefined)
        .join('\n  '),
    }),
  );
  for (const [index, { article }] of data.subjects.entries()) {
    if (article !== undefined)
      problems.push(
        ...checkKnown('article', article, known.articles, at(['subjects', index, 'article'])),
      );
  }
  problems.push(...checkFuture(at, ['asOf'], data.asOf, known.today));
  if (data.reviewBy <= data.asOf)
    problems.push({
      ...at(['reviewBy']),
      code: 'date-order',
      message: `reviewBy ${data.reviewBy} does not lie after asOf ${data.asOf}`,
      hint: 'Set the day of the next review.',
    });
  problems.push(
    ...checkIds(subjects, 'subject', (index) => at(['subjects', index, 'id'])),
    ...checkIds(
      data.groups.map(({ id }) => id),
      'group',
      (index) => at(['groups', index, 'id']),
    ),
    ...checkIds(ids, 'criterion', (index) => at([...(criteria[index]?.path ?? []), 'id'])),
  );
  for (const [index, id] of (data.telling ?? []).entries())
    problems.push(...checkKnown('criterion', id, ids, at(['telling', index])));
  for (const subject of Object.keys(data.verdicts))
    problems.push(...checkKnown('subject', subject, subjects, at(['verdicts', subject])));
  // With two subjects of one id, nobody knows whose cells these are.
  if (new Set(subjects).size < subjects.length) return problems;
  for (const { criterion, path } of criteria)
    problems.push(...checkCriterion(criterion, subjects, known, (rest) => at([...path, ...rest])));
  return problems;
}

function checkCriterion(
  criterion: Criterion,
  subjects: string[],
  known: Known,
  at: Located<unknown>['at'],
): Problem[] {
  const problems: Problem[] = [];
  if (/^(caption|question|source-\d+[a-z]*)$/.test(criterion.id)) {
    problems.push({
      ...at(['id']),
      code: 'reserved-anchor',
      message: `the id ${criterion.id} is kept for the table's own parts`,
      hint: 'Name what the row compares.',
    });
  }
  problems.push(...checkFuture(at, ['asOf'], criterion.asOf, known.today));
  if ((criterion.kind === 'choice') !== (criterion.options !== undefined)) {
    problems.push({
      ...at(['kind']),
      code: 'wrong-options',
      message: `kind ${criterion.kind} ${criterion.options ? 'takes no' : 'needs'} options`,
      hint: 'Only a choice has options: the values that its cells may take.',
    });
  }
  for (const subject of subjects) {
    if (!Object.hasOwn(criterion.cells, subject)) {
      problems.push({
        ...at(['cells']),
        code: 'missing-cell',
        message: `criterion ${criterion.id} has no cell for ${subject}`,
        hint: `If nobody knows, write ${subject}: { unknown: why, sources: [the source that is silent] }.`,
      });
    }
  }
  for (const [subject, cell] of Object.entries(criterion.cells)) {
    problems.push(
      ...checkKnown('subject', subject, subjects, at(['cells', subject])),
      ...checkCell(criterion, cell, known, (rest) => at(['cells', subject, ...rest])),
    );
  }
  const units = new Set(
    Object.values(criterion.cells).flatMap((cell) =>
      'value' in cell && isQuantity(cell.value) ? [cell.value.unit] : [],
    ),
  );
  if (criterion.kind === 'quantity' && units.size > 1) {
    problems.push({
      ...at(['cells']),
      code: 'mixed-units',
      message: `criterion ${criterion.id} mixes the units ${[...units].join(' and ')}`,
      hint: 'Convert to one unit and keep the original figure in the note.',
    });
  }
  return problems;
}

function checkCell(
  criterion: Criterion,
  cell: Cell,
  known: Known,
  at: Located<unknown>['at'],
): Problem[] {
  const problems: Problem[] = [];
  for (const [index, { source }] of cell.sources.entries())
    problems.push(...checkKnown('source', source, known.sources, at(['sources', index])));
  problems.push(...checkFuture(at, ['checked'], cell.checked, known.today, 'the check date'));
  if ('text' in cell && criterion.kind !== 'quantity') {
    problems.push({
      ...at(['text']),
      code: 'wrong-cell',
      message: '`text` stands for a figure and belongs in a quantity row',
      hint: 'Use `value`.',
    });
  }
  if ('value' in cell) problems.push(...checkValue(criterion, cell, at));
  return problems;
}

function checkValue(
  { kind, options }: Criterion,
  cell: Extract<Cell, { value: unknown }>,
  at: Located<unknown>['at'],
): Problem[] {
  const { value } = cell;
  const wrong = (allowed: string, hint?: string): Problem[] => {
    const shown =
      typeof value === 'string' ? value : Array.isArray(value) ? 'a list' : 'a quantity';
    return [
      {
        ...at(['value']),
        code: 'wrong-cell',
        message: `${shown} is no value of a ${kind} row`,
        hint: hint ?? `Allowed is ${allowed}.`,
      },
    ];
  };
  switch (kind) {
    case 'state':
      if (value !== 'yes' && value !== 'no' && value !== 'partial')
        return wrong('yes, no or partial; or { unknown: why } instead of a value');
      if (value === 'partial' && cell.note === undefined)
        return [
          {
            ...at(['value']),
            code: 'missing-field',
            message: '`partial` without a note',
            hint: 'Add note: what holds and what does not.',
          },
        ];
      return [];
    case 'choice':
      if (typeof value !== 'string') return wrong('one of its options');
      return options === undefined || options.includes(value)
        ? []
        : wrong('', suggest(value, options));
    case 'text':
      return typeof value === 'string' ? [] : wrong('text of at most 160 characters');
    case 'quantity':
      return isQuantity(value)
        ? []
        : wrong(
            'a figure with its unit, such as { n: 14, unit: capabilities }; or text: with a note:',
          );
    case 'list':
      return Array.isArray(value) ? [] : wrong('a list of at most five items');
  }
}

function isQuantity(value: unknown): value is { unit: string } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkIds(ids: string[], noun: string, at: (index: number) => Place): Problem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            ...at(index),
            code: 'used-twice',
            message: `the ${noun} id ${id} is used twice`,
            hint: 'Choose another.',
          },
        ],
  );
}
