import { termDataPath } from '#domain/linking/permalink.ts';
import { remember } from '#domain/remember.ts';
import { toHref } from '#links.ts';
import { loadJson } from './loading.ts';

/** A term of the glossary with what it means. */
export interface Definition {
  term: string;
  definition: string;
}

/** Loads what a term means. */
export const loadDefinition = remember((id: string) =>
  loadJson<Definition>(toHref(termDataPath(id))),
);
