import type { Comparison } from '../schemas/comparison.ts';
import { type Names, type Place, type Problem, suggest } from './problem.ts';

/** The components that articles may use, with their props: required, then optional. */
const words = {
  BarChart: { required: ['label', 'unit', 'bars'], optional: [] },
  Callout: { required: ['kind'], optional: ['title'] },
  Chooser: { required: ['id'], optional: [] },
  Cite: { required: ['source'], optional: ['section'] },
  Comparison: { required: ['id'], optional: ['rows', 'subjects'] },
  Fact: { required: ['comparison', 'criterion', 'subject'], optional: [] },
  Figure: { required: ['caption'], optional: [] },
  FlowDiagram: { required: ['label', 'steps'], optional: [] },
  GridDiagram: { required: ['label', 'cells'], optional: [] },
  StackDiagram: { required: ['label', 'stacks'], optional: [] },
  StateDiagram: { required: ['id'], optional: [] },
  StateTable: { required: ['id'], optional: [] },
  Term: { required: ['id'], optional: [] },
} as const satisfies Record<string, { required: readonly string[]; optional: readonly string[] }>;

export type WordName = keyof typeof words;

/** The kinds of a callout. */
export const calloutKinds = ['note', 'tip', 'warning', 'outdated'] as const;

/** A component as it stands in an article; a prop that is not plain text or a list of texts is undefined. */
export interface WordUse {
  name: string;
  props: Map<string, string | string[] | undefined>;
  place: Place;
}

/** What components may refer to. */
export interface Vocabulary {
  /** Those that can be read. */
  comparisons: ReadonlyMap<string, Comparison>;
  comparisonNames: Names;
  choosers: Names;
  machines: Names;
  sources: Names;
  terms: Names;
}

/** Finds unknown components and props, and components that refer to nothing. */
export function checkWords(slug: string, uses: readonly WordUse[], vocabulary: Vocabulary): Problem[] {
  const problems = uses.flatMap((use) =>
    isWord(use.name) ? [...checkProps(use, words[use.name]), ...checkValues(use), ...checkUse(slug, use, vocabulary)] : [unknownWord(use)],
  );
  const whole = new Set<string>();
  for (const { props, place } of uses.filter(isWhole)) {
    const id = String(props.get('id'));
    if (whole.has(id))
      problems.push({
        ...place,
        message: `the whole comparison ${id} stands here twice`,
        hint: 'Keep one, or choose rows={[…]} for the other.',
      });
    whole.add(id);
  }
  return problems;
}

/** True for a comparison without a choice of rows or columns, which brings the anchors of its rows. */
export function isWhole({ name, props }: WordUse): boolean {
  return name === 'Comparison' && !props.has('rows') && !props.has('subjects');
}

function isWord(name: string): name is WordName {
  return Object.hasOwn(words, name);
}

function unknownWord({ name, place }: WordUse): Problem {
  return { ...place, message: `unknown component <${name}>`, hint: suggest(name, Object.keys(words)) };
}

function checkProps({ name, props, place }: WordUse, allowed: { required: readonly string[]; optional: readonly string[] }): Problem[] {
  const all = [...allowed.required, ...allowed.optional];
  return [
    ...allowed.required
      .filter((prop) => !props.has(prop))
      .map((prop) => ({ ...place, message: `<${name}> needs ${prop}`, hint: `It takes: ${all.join(', ')}` })),
    ...[...props.keys()]
      .filter((prop) => !all.includes(prop))
      .map((prop) => ({ ...place, message: `<${name}> has no ${prop}`, hint: suggest(prop, all) })),
  ];
}

// These props are read by the checks, so they must be readable without running anything.
const TEXTS = ['id', 'kind', 'title', 'caption', 'label', 'unit', 'source', 'section', 'comparison', 'criterion', 'subject'];
const LISTS = ['rows', 'subjects'];

function checkValues({ name, props, place }: WordUse): Problem[] {
  return [...props].flatMap(([prop, value]) => {
    if (TEXTS.includes(prop) && typeof value !== 'string')
      return [{ ...place, message: `${prop} of <${name}> is no plain text`, hint: `Write ${prop}="…".` }];
    if (LISTS.includes(prop) && (!Array.isArray(value) || value.length === 0)) {
      return [{ ...place, message: `${prop} of <${name}> is no list of ids`, hint: `Write ${prop}={['…', '…']}.` }];
    }
    return [];
  });
}

function checkUse(slug: string, use: WordUse, { comparisons, comparisonNames, choosers, machines, sources, terms }: Vocabulary): Problem[] {
  const { name, props, place } = use;
  const problems: Problem[] = [];
  const check = (noun: string, value: unknown, known: Names) => {
    if (typeof value === 'string' && !known.has(value)) {
      problems.push({ ...place, message: `unknown ${noun} ${value}`, hint: suggest(value, known.keys()) });
    }
  };
  const listOf = (prop: string) => [props.get(prop)].flat().filter((item) => item !== undefined);
  if (name === 'Callout') check('kind of callout', props.get('kind'), new Set<string>(calloutKinds));
  if (name === 'Chooser') check('chooser', props.get('id'), choosers);
  if (name === 'StateDiagram' || name === 'StateTable') check('state machine', props.get('id'), machines);
  if (name === 'Term') check('term', props.get('id'), terms);
  if (name === 'Cite') check('source', props.get('source'), sources);
  if (name !== 'Comparison' && name !== 'Fact') return problems;

  const id = props.get(name === 'Fact' ? 'comparison' : 'id');
  if (typeof id !== 'string') return problems;
  check('comparison', id, comparisonNames);
  const comparison = comparisons.get(id);
  if (comparison === undefined) return problems;
  const criteria = comparison.groups.flatMap((group) => group.criteria);
  for (const row of [...listOf('rows'), ...listOf('criterion')])
    check('criterion', row, new Set(criteria.map((criterion) => criterion.id)));
  for (const subject of [...listOf('subjects'), ...listOf('subject')])
    check('subject', subject, new Set(comparison.subjects.map((column) => column.id)));
  if (isWhole(use) && comparison.article !== slug) {
    problems.push({
      ...place,
      message: `the whole comparison ${id} stands in its home, ${comparison.article}`,
      hint: 'Choose what belongs here with rows={[…]} or subjects={[…]}.',
    });
  }
  const cell = criteria.find((criterion) => criterion.id === props.get('criterion'))?.cells[String(props.get('subject'))];
  if (cell !== undefined && !('value' in cell)) {
    problems.push({ ...place, message: `<Fact> names a cell without a value`, hint: 'Write in words what is not known.' });
  }
  return problems;
}
