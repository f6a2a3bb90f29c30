// What helps with a page once somebody uses it: links to copy, code to copy, reports that name the section in view.
import '../copying/copy-page.ts';
import '../copying/code.ts';
import './feedback.ts';
