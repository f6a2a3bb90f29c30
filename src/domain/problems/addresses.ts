import type { Explanation } from './explanation.ts';

/** Problems of the ledger, which knows every address ever published, and of links in tickets. */
export const addresses = {
  'unrecorded-address': {
    meaning: 'Something new is published that the ledger does not know yet.',
    example: '## And milk?',
    remedy: 'Run `npm run links` and commit `content/links.lock.json`.',
  },
  'lost-address': {
    meaning:
      'An address was published and is no longer on the site. Links to it are out in tickets.',
    example: '"KB-1001#what-was-tea": {}',
    remedy:
      'Bring it back; or lead it on, as with `npm run move -- slug#old slug#new`, or by its line, `{"to":"…"}`; or set that to `{"gone":"YYYY-MM-DD"}`.',
  },
  'lost-record': {
    meaning: 'A line of the ledger that another revision had is missing. A record is for ever.',
    example: '"/tee/": {"to":"KB-1001"}',
    remedy: 'Add the line of the message again.',
  },
  'wrong-address': {
    meaning: 'A key of the ledger is no address that a browser could ask this site for.',
    example: '"tee/": {',
    remedy:
      'Write it from the root of the site as it was, such as `/a/path`, `/page.html` or `/article?id=12`, or an id such as `KB-1001`; `#anchor` may follow.',
  },
  'broken-redirect': {
    meaning:
      'A line of the ledger does not lead to a page in one hop: to nothing, round in a circle, or to what has moved on itself.',
    example: '"/a/": {"to":"/b/"}',
    remedy:
      'Set its line to where the page is now, such as `{"to":"KB-…"}`, or to `{"gone":"YYYY-MM-DD"}`.',
  },
  'revived-address': {
    meaning: 'The ledger says of an address that it moved or is gone, and it is there.',
    example: '"KB-1001#what-is-tea": {"gone":"2026-01-20"}',
    remedy: 'Set its line to `{}`.',
  },
  'reused-id': {
    meaning: 'An article has an id that belonged to another. Links to the other one are out.',
    example: '"KB-1002": {"gone":"2026-01-20"}',
    remedy:
      'Take the free id of the message; or set the line to `{}` if it is the same article that came back.',
  },
  'address-conflict': {
    meaning: 'An old address cannot lead on, since something else stands there now.',
    example: '"KB-1000#what-is-tea": {"to":"KB-1002#where-it-comes-from"}',
    remedy: 'Set or remove its line as the message says.',
  },
  'broken-csv': {
    meaning: 'A quote in a CSV file is opened and never closed.',
    example: '1,"See',
    remedy: 'Export the file again, or mend the line.',
  },
} satisfies Record<string, Explanation>;
