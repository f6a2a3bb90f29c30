import { findFailures } from './log.ts';
import { toSubject, unquote } from './mail.ts';
import { divide, type Kind, type Part } from './parts.ts';
import { toTerms } from './words.ts';

/** What is looked for in a ticket. */
export interface Message {
  /** The customer's words; where there are hardly any, those that are quoted or logged too. */
  text: string;
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
  return /\w/.test(message.text) ? message : { text: ticket.trim(), leftOut: [] };
}

function read(ticket: string, isKnown: IsKnown, depth: number): Message {
  const parts = divide(ticket);
  const words = (text: string) => toTerms(text).filter(isKnown);
  const own = parts.filter(({ kind }) => kind === 'words' || kind === 'subject');
  const texts = own.map(toOwn);
  const taken = new Set(own);
  const leftOut = new Set<Kind>();
  const isEnough = () =>
    words(texts.join('\n')).filter((word) => !COVERING.has(word)).length >= FEWEST_TERMS;
  for (const part of depth < DEEPEST ? parts.filter(({ kind }) => kind === 'quoted') : []) {
    if (isEnough()) break;
    const quoted = read(unquote(part.text), isKnown, depth + 1);
    texts.push(quoted.text);
    taken.add(part);
    for (const kind of quoted.leftOut) leftOut.add(kind);
  }
  for (const part of parts.filter(({ kind }) => kind === 'log')) {
    if (isEnough()) break;
    texts.push(words(findFailures(part.text)).join(' '));
    taken.add(part);
  }
  // What holds no word to look for is not missed.
  for (const part of parts)
    if (!taken.has(part) && toTerms(part.text).length > 0) leftOut.add(part.kind);
  const telling = texts.filter((text) => words(text).length > 0);
  return {
    text: (telling.length > 0 ? telling : texts).join('').trim(),
    leftOut: [...leftOut],
  };
}

function toOwn({ kind, text }: Part): string {
  return kind === 'subject' ? `${toSubject(text)}\n` : text;
}
