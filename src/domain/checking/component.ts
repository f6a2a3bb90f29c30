import type { Comparison } from '#schemas/comparison.ts';
import { type ComponentName, type ComponentProps, componentSchemas } from '#schemas/component.ts';
import { type Names, type Place, type Problem, suggest } from '../problem.ts';

/** A component as it stands in an article. */
export type ComponentUse = {
  [Name in ComponentName]: {
    name: Name;
    props: ComponentProps[Name];
    /** The place of a prop, or of the tag. */
    at: (path: readonly PropertyKey[]) => Place;
  };
}[ComponentName];

/** What components may refer to. */
export interface Vocabulary {
  articles: Names;
  /** Those that can be read. */
  comparisons: ReadonlyMap<string, Comparison>;
  comparisonNames: Names;
  choosers: Names;
  machines: Names;
  sources: Names;
  terms: Names;
  /** What boxes of drawings may stand for. */
  roles: Names;
}

/** Finds components that refer to nothing, and whole comparisons where they have no home. */
export function checkComponents(
  slug: string,
  uses: readonly ComponentUse[],
  vocabulary: Vocabulary,
): Problem[] {
  const problems = uses.flatMap((use) => checkUse(slug, use, vocabulary));
  const whole = new Set<string>();
  for (const { props, at } of uses.filter(isWholeComparison)) {
    if (whole.has(props.id))
      problems.push({
        ...at([]),
        message: `the whole comparison ${props.id} stands here twice`,
        hint: 'Keep one, or choose rows={[…]} for the other.',
      });
    whole.add(props.id);
  }
  return problems;
}

/** True for a comparison without a choice of rows or columns, which brings the anchors of its rows. */
export function isWholeComparison(
  use: ComponentUse,
): use is Extract<ComponentUse, { name: 'Comparison' }> {
  return (
    use.name === 'Comparison' && use.props.rows === undefined && use.props.subjects === undefined
  );
}

/** Whether authors may use a component of this name. */
export function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(componentSchemas, name);
}

function checkUse(slug: string, use: ComponentUse, vocabulary: Vocabulary): Problem[] {
  const { name, props, at } = use;
  const check = (
    noun: string,
    path: string | readonly PropertyKey[],
    value: string,
    known: Names,
  ): Problem[] =>
    known.has(value)
      ? []
      : [
          {
            ...at([path].flat()),
            message: `unknown ${noun} ${value}`,
            hint: suggest(value, known.keys()),
          },
        ];
  switch (name) {
    case 'Chooser':
      return check('chooser', 'id', props.id, vocabulary.choosers);
    case 'StateDiagram':
    case 'StateTable':
      return check('state machine', 'id', props.id, vocabulary.machines);
    case 'Term':
      return check('term', 'id', props.id, vocabulary.terms);
    case 'FlowDiagram':
      return props.steps.flatMap(({ role }, index) =>
        check('role', ['steps', index, 'role'], role, vocabulary.roles),
      );
    case 'StackDiagram':
      return props.stacks.flatMap(({ layers }, stack) =>
        layers.flatMap(({ role }, index) =>
          check('role', ['stacks', stack, 'layers', index, 'role'], role, vocabulary.roles),
        ),
      );
    case 'Cite':
      return check('source', 'source', props.source, vocabulary.sources);
    case 'Comparison':
      return [
        ...check('comparison', 'id', props.id, vocabulary.comparisonNames),
        ...checkPart(
          vocabulary.comparisons.get(props.id),
          props.rows ?? [],
          props.subjects ?? [],
          at,
        ),
        ...checkHome(slug, use, vocabulary),
      ];
    case 'Fact': {
      const { comparison: id, criterion, subject } = props;
      const comparison = vocabulary.comparisons.get(id);
      const problems = [
        ...check('comparison', 'comparison', id, vocabulary.comparisonNames),
        ...checkPart(comparison, [criterion], [subject], (path) =>
          at([path[0] === 'rows' ? 'criterion' : 'subject']),
        ),
      ];
      const row = comparison?.groups
        .flatMap(({ criteria }) => criteria)
        .find((own) => own.id === criterion);
      const cell =
        row !== undefined && Object.hasOwn(row.cells, subject) ? row.cells[subject] : undefined;
      if (problems.length === 0 && cell !== undefined && !('value' in cell))
        problems.push({
          ...at([]),
          message: `<Fact> names a cell without a value`,
          hint: 'Write in words what is not known.',
        });
      return problems;
    }
    default:
      return [];
  }
}

function checkPart(
  comparison: Comparison | undefined,
  rows: readonly string[],
  subjects: readonly string[],
  at: (path: readonly PropertyKey[]) => Place,
): Problem[] {
  if (comparison === undefined) return [];
  const criteria = new Set(
    comparison.groups.flatMap((group) => group.criteria.map(({ id }) => id)),
  );
  const columns = new Set(comparison.subjects.map(({ id }) => id));
  const check = (noun: string, prop: string, values: readonly string[], known: Set<string>) =>
    values.flatMap((value, index) =>
      known.has(value)
        ? []
        : [
            {
              ...at([prop, index]),
              message: `unknown ${noun} ${value}`,
              hint: suggest(value, known),
            },
          ],
    );
  return [
    ...check('criterion', 'rows', rows, criteria),
    ...check('subject', 'subjects', subjects, columns),
  ];
}

function checkHome(
  slug: string,
  use: ComponentUse,
  { articles, comparisons }: Vocabulary,
): Problem[] {
  if (!isWholeComparison(use)) return [];
  const home = comparisons.get(use.props.id)?.article;
  // A home that does not exist is told where it is named.
  if (home === undefined || home === slug || !articles.has(home)) return [];
  return [
    {
      ...use.at([]),
      message: `the whole comparison ${use.props.id} stands in its home, ${home}`,
      hint: 'Choose what belongs here with rows={[…]} or subjects={[…]}.',
    },
  ];
}
