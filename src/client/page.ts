// All that runs before a reader does anything, in one small file for every page. The rest is loaded when it is needed; each part below
// says when.
import './reading/address.ts';
import './reading/explain.ts';
import './reading/reading.ts';
import './search/search-button.ts';
import './theme-choice.ts';
import './table/table-region.ts';
import './table/table-tools.ts';
