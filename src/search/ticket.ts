import { findFailures } from './log.ts';
import { toSubject, unquote } from './mail.ts';
import { divide, type Kind, type Part } from './parts.ts';
import { toTerms } from './words.ts';

/** What is looked for in a ticket. */
export interface Message {
  /** The customer's words; where there are hardly any, those that are quoted or logged too. */
  text: string;
  /** The ticket without the quotations that are left out: what it is about now. */
  current: string;
  /** What else the ticket holds, each kind once. */
  leftOut: Kind[];
}

/** Whether an article has a word. */
type IsKnown = (word: string) => boolean;

// So few words say nothing yet, and what is behind a quotation in a quotation is not looked for any further than this.
const FEWEST_TERMS = 3;
const DEEPEST = 5;
// What hands a ticket on says: "my answer is below".
const COVERING = new Set(
  'advise answer answers asap attached below case could customer customers email emails find following forward forwarded forwarding fyi happy issue issues look mail mails message news one problem problems question read reply request see send sent subject support take team ticket today update urgent urgently write writes wrote yesterday'.split(
    ' ',
  ),
);

/** What a ticket says; a text in another language than the articles' says nothing. */
export function toMessage(ticket: string, isKnown: IsKnown = () => true): Message {
  const message = read(ticket, isKnown, 0);
  return /\w/.test(message.text) ? message : toWhole(ticket);
}

/** All of a ticket, with nothing left out. */
export function toWhole(ticket: string): Message {
  return { text: ticket.trim(), current: ticket, leftOut: [] };
}

function read(ticket: string, isKnown: IsKnown, depth: number): Message {
  const parts = divide(ticket);
  const texts: string[] = [];
  const telling = new Set<string>();
  const taken = new Set<Part>();
  const leftOut = new Set<Kind>();
  const take = (part: Part, text: string) => {
    taken.add(part);
    const words = toTerms(text).filter((word) => !COVERING.has(word) && isKnown(word));
    for (const word of words) telling.add(word);
    // What tells nothing is only kept where there is nothing else.
    if (words.length > 0) texts.push(text);
  };
  for (const part of parts) {
    if (part.kind === 'words') take(part, part.text);
    if (part.kind === 'subject') take(part, `${toSubject(part.text)}\n`);
  }
  for (const part of parts) {
    if (part.kind !== 'quoted' || depth === DEEPEST || telling.size >= FEWEST_TERMS) continue;
    const quoted = read(unquote(part.text), isKnown, depth + 1);
    take(part, quoted.text);
    for (const kind of quoted.leftOut) leftOut.add(kind);
  }
  for (const part of parts)
    if (part.kind === 'log' && telling.size < FEWEST_TERMS)
      take(part, toTerms(findFailures(part.text)).filter(isKnown).join(' '));
  // What holds no word to look for is not missed.
  for (const part of parts)
    if (!taken.has(part) && toTerms(part.text).length > 0) leftOut.add(part.kind);
  return {
    text:
      texts.join('').trim() ||
      parts
        .filter((part) => taken.has(part))
        .map(({ text }) => text)
        .join('')
        .trim(),
    current: parts
      .filter((part) => part.kind !== 'quoted' || taken.has(part))
      .map(({ text }) => text)
      .join(''),
    leftOut: [...leftOut],
  };
}
