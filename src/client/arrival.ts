import { recall } from './storage.ts';

/** Where the words that were searched for wait for the page that they were found on. */
export const FOUND = 'found';

// A reader who comes from a result finds the words marked; the module that marks them is loaded only then.
const found = recall(FOUND, 'sessionStorage');
if (found !== undefined) void import('./marks.ts').then(({ markFound }) => markFound());
