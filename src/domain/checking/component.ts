import type { Comparison } from '#schemas/comparison.ts';
import { type ComponentName, type ComponentProps, componentSchemas } from '#schemas/component.ts';
import { checkKnown, type Names, type Place, type Problem } from '../problem.ts';

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
  /** Those that belong to drafts. */
  draftComparisons: ReadonlySet<string>;
  choosers: Names;
  machines: Names;
  /** The ids of the error messages of each article, by its slug. */
  errors: ReadonlyMap<string, Names>;
  sources: Names;
  terms: Names;
  /** What boxes of drawings may stand for. */
  roles: Names;
}

/** Finds components that refer to nothing, or that show readers what belongs to a draft, and whole comparisons where they have no home. */
export function checkComponents(
  { slug, isDraft }: { slug: string; isDraft: boolean },
  uses: readonly ComponentUse[],
  vocabulary: Vocabulary,
): Problem[] {
  const problems = uses.flatMap((use) => checkUse(slug, use, vocabulary));
  if (!isDraft) problems.push(...uses.flatMap((use) => checkDraft(use, vocabulary)));
  const whole = new Set<string>();
  for (const { props, at } of uses.filter(isWholeComparison)) {
    if (whole.has(props.id))
      problems.push({
        ...at([]),
        code: 'misplaced-comparison',
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
  switch (name) {
    case 'Chooser':
      return checkKnown('chooser', props.id, vocabulary.choosers, at(['id']));
    case 'StateDiagram':
    case 'StateTable':
      return checkKnown('state-machine', props.id, vocabulary.machines, at(['id']));
    case 'Errors':
      return checkErrorIds(slug, use, vocabulary);
    case 'Term':
      return checkKnown('term', props.id, vocabulary.terms, at(['id']));
    case 'FlowDiagram':
      return props.steps.flatMap(({ role }, index) =>
        checkRole(role, vocabulary, at(['steps', index, 'role'])),
      );
    case 'StackDiagram':
      return props.stacks.flatMap(({ layers }, stack) =>
        layers.flatMap(({ role }, index) =>
          checkRole(role, vocabulary, at(['stacks', stack, 'layers', index, 'role'])),
        ),
      );
    case 'Cite':
      return checkKnown('source', props.source, vocabulary.sources, at(['source']));
    case 'Comparison':
      return [
        ...checkKnown('comparison', props.id, vocabulary.comparisonNames, at(['id'])),
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
        ...checkKnown('comparison', id, vocabulary.comparisonNames, at(['comparison'])),
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
          code: 'fact-without-value',
          message: `<Fact> names a cell without a value`,
          hint: 'Write in words what is not known.',
        });
      return problems;
    }
    default:
      return [];
  }
}

function checkDraft(
  { name, props, at }: ComponentUse,
  { comparisons, draftComparisons }: Vocabulary,
): Problem[] {
  const id = name === 'Fact' ? props.comparison : name === 'Comparison' ? props.id : '';
  if (!draftComparisons.has(id)) return [];
  return [
    {
      ...at([name === 'Fact' ? 'comparison' : 'id']),
      code: 'draft-target',
      message: `the comparison ${id} belongs to ${comparisons.get(id)?.article ?? 'an article'}, which is a draft`,
      hint: 'Publish that too, or take this away.',
    },
  ];
}

function checkErrorIds(
  slug: string,
  { props, at }: Extract<ComponentUse, { name: 'Errors' }>,
  { errors }: Vocabulary,
): Problem[] {
  const known = errors.get(slug);
  if (known === undefined)
    return [
      {
        ...at([]),
        code: 'missing-file',
        message: `<Errors> shows messages of content/errors/${slug}.yaml, which is missing`,
        hint: 'Create it; docs/fields.md explains its fields.',
      },
    ];
  return (props.ids ?? []).flatMap((id, index) =>
    checkKnown('error-message', id, known, at(['ids', index])),
  );
}

function checkRole(role: string | undefined, { roles }: Vocabulary, at: Place): Problem[] {
  return role === undefined ? [] : checkKnown('role', role, roles, at);
}

function checkPart(
  comparison: Comparison | undefined,
  rows: readonly string[],
  subjects: readonly string[],
  at: (path: readonly PropertyKey[]) => Place,
): Problem[] {
  if (comparison === undefined) return [];
  const criteria = comparison.groups.flatMap((group) => group.criteria.map(({ id }) => id));
  const columns = comparison.subjects.map(({ id }) => id);
  return [
    ...rows.flatMap((row, index) => checkKnown('criterion', row, criteria, at(['rows', index]))),
    ...subjects.flatMap((subject, index) =>
      checkKnown('subject', subject, columns, at(['subjects', index])),
    ),
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
      code: 'misplaced-comparison',
      message: `the whole comparison ${use.props.id} stands in its home, ${home}`,
      hint: 'Choose what belongs here with rows={[…]} or subjects={[…]}.',
    },
  ];
}
