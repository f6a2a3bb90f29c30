const QUOTED_FROM =
  /^\s*(?:-{2,}\s*original message|_{10,}|from:\s.+|on\s.{5,80}\swrote:|am\s.{5,80}\sschrieb)/i;
const GREETING =
  /^(?:hi|hello|hey|dear|greetings|good\s+(?:morning|afternoon|evening|day))\b[^\S\n]*([^,.!?:\n]{0,30}?)(?:[,.!:\n]|\s[-–—]\s)\s*/i;
const GREETED =
  /^(?:all|again|colleagues|everybody|everyone|folks|guys|madam|or|sir|support|team|there)$/i;
const SIGN_OFF =
  /(?<=^|[\s.!?])(?:(?:many |kind |best |warm )?(?:thanks|thank you|thx|cheers|regards|greetings|wishes)(?: in advance| a lot| you)?|sincerely|yours (?:sincerely|faithfully|truly)|br|mfg|ta)\b[\s,.!-]*/giu;
// Every name ends where the next begins: what may be divided in many ways would take hours on a long word.
const NAMES = /^(?:\p{Lu}[\p{L}.'-]*(?:[\s,]+|$)){0,5}$/u;

/** What a ticket says: without quoted history, greeting, sign-off and signature; at most 4,000 characters. */
export function toMessage(ticket: string): string {
  const lines = ticket.slice(0, 20_000).split(/\r?\n/);
  const end = lines.findIndex(
    (line, i) => i > 0 && (/^--\s*$/.test(line) || QUOTED_FROM.test(line)),
  );
  const text = lines
    .slice(0, end === -1 ? undefined : end)
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .trim()
    .replace(GREETING, (greeting, names: string) => (isGreeted(names) ? '' : greeting))
    .trim();
  const signOff = [...text.matchAll(SIGN_OFF)].find(({ index, 0: words }) =>
    NAMES.test(text.slice(index + words.length)),
  );
  const closed = text.slice(0, signOff?.index).trim();
  return (closed === '' ? text : closed).slice(0, 4000);
}

// One word of any kind, or names only: a ticket of one line may go on without a comma.
function isGreeted(names: string): boolean {
  const words = names.split(/\s+/);
  return (
    words.length < 2 ||
    words.every((word) => GREETED.test(word) || /^\p{Lu}(?:\p{Lu}?$|[\p{Ll}.'’-])/u.test(word))
  );
}
