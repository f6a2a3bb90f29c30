import { toSubject, unquote } from './mail.ts';
import { divide, type Kind, type Part } from './parts.ts';
import { toTerms } from './words.ts';

/** What is looked for in a ticket. */
export interface Message {
  /** The customer's words; where there are hardly any, those that are quoted or logged too. */
  text: string;
  /** What else the ticket holds, each kind once, in its order. */
  leftOut: Kind[];
}

// So few words say nothing yet: "my answer is below".
const FEWEST_TERMS = 3;
const MOST_DEPTH = 5;
const COVERING = new Set(
  'advise answer answers asap attached below case could customer customers email emails find following forward forwarded forwarding fyi happy issue issues look mail mails message news one problem problems question read reply request see send sent support take team ticket today update urgent urgently write writes wrote yesterday'.split(
    ' ',
  ),
);

/** What a ticket says. */
export function toMessage(ticket: string, depth = 0): Message {
  const parts = divide(ticket);
  const taken = new Set(parts.filter(({ kind }) => kind === 'words' || kind === 'subject'));
  const texts = [...taken].map(toOwn);
  const leftOut: Kind[] = [];
  const take = (kind: Kind, read: (part: Part) => Message) => {
    for (const part of parts) {
      if (part.kind !== kind || isEnough(texts)) continue;
      const inner = read(part);
      texts.push(inner.text);
      leftOut.push(...inner.leftOut);
      taken.add(part);
    }
  };
  if (depth < MOST_DEPTH) take('quoted', ({ text }) => toMessage(unquote(text), depth + 1));
  take('log', ({ text }) => ({ text, leftOut: [] }));
  const text = texts.join('').trim();
  if (!/\w/.test(text)) return { text: ticket.trim(), leftOut: [] };
  // What holds no word to look for is not missed.
  const others = parts.filter((part) => !taken.has(part) && toTerms(part.text).length > 0);
  return { text, leftOut: [...new Set([...others.map(({ kind }) => kind), ...leftOut])] };
}

function toOwn({ kind, text }: Part): string {
  return kind === 'subject' ? `${toSubject(text)}\n` : text;
}

function isEnough(texts: readonly string[]): boolean {
  return toTerms(texts.join('\n')).filter((word) => !COVERING.has(word)).length >= FEWEST_TERMS;
}
