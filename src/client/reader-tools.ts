// What helps with a page once somebody uses it: links to copy, code to copy, reports that name the section in view.
import './copy-page.ts';
import './code.ts';
import './feedback.ts';
