import type { ComponentName } from '#schemas/component.ts';
import BarChart from './BarChart.astro';
import Callout from './Callout.astro';
import Chooser from './Chooser.astro';
import Cite from './Cite.astro';
import Comparison from './Comparison.astro';
import DecisionDiagram from './DecisionDiagram.astro';
import Errors from './Errors.astro';
import Fact from './Fact.astro';
import Figure from './Figure.astro';
import FlowDiagram from './FlowDiagram.astro';
import GridDiagram from './GridDiagram.astro';
import StackDiagram from './StackDiagram.astro';
import StateDiagram from './StateDiagram.astro';
import StateTable from './StateTable.astro';
import Term from './Term.astro';

/** The components that articles use without an import; `schemas/component.ts` has their props. */
export const articleComponents = {
  BarChart,
  Callout,
  Chooser,
  Cite,
  Comparison,
  DecisionDiagram,
  Errors,
  Fact,
  Figure,
  FlowDiagram,
  GridDiagram,
  StackDiagram,
  StateDiagram,
  StateTable,
  Term,
} satisfies Record<ComponentName, unknown>;
