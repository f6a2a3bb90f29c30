import type { WordName } from '../../domain/word.ts';
import Callout from './Callout.astro';
import Cite from './Cite.astro';
import Comparison from './Comparison.astro';
import Fact from './Fact.astro';
import Figure from './Figure.astro';
import StackDiagram from './StackDiagram.astro';
import Term from './Term.astro';

/** The components that articles use without an import; `domain/word.ts` lists their props. */
export const articleComponents = { Callout, Cite, Comparison, Fact, Figure, StackDiagram, Term } satisfies Record<WordName, unknown>;
