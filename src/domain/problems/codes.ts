import { addresses } from './addresses.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { references } from './references.ts';
import { tables } from './tables.ts';
import { writing } from './writing.ts';

/** All kinds of problems by their codes, in the chapters of `docs/problems.md`. */
export const chapters = {
  Files: files,
  Fields: fields,
  References: references,
  Writing: writing,
  'Tables, choosers and state machines': tables,
  Addresses: addresses,
};

type Chapters = typeof chapters;

/** The name of a kind of problem, which stays when its words change. */
export type ProblemCode = { [Chapter in keyof Chapters]: keyof Chapters[Chapter] }[keyof Chapters];
