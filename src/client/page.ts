// All that runs before a reader does anything, in one small file for every page. The rest is loaded when it is needed; each part below
// says when.
import './address.ts';
import './explain.ts';
import './reading.ts';
import './search-button.ts';
import './theme-choice.ts';
import './table-region.ts';
import './table-tools.ts';
