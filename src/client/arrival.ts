import { takeFound } from './found.ts';

// A reader who comes from a result finds the words marked; the module that marks them is loaded only then.
const words = takeFound();
if (words.length > 0) void import('./marks.ts').then(({ mark }) => mark(words));
