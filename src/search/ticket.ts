const QUOTED_FROM = /^\s*(?:-{2,}\s*original message|_{10,}|from:\s.+|on\s.{5,80}\swrote:|am\s.{5,80}\sschrieb)/i;
const GREETING = /^\s*(?:hi|hello|hey|dear|greetings|good\s+(?:morning|afternoon|evening|day))\b[^,.!?:\n]{0,30}[,.!:\n-]\s*/i;
const SIGN_OFF =
  /(?:^|[\s.!?])(?:(?:many |kind |best |warm )?(?:thanks|thank you|thx|cheers|regards|greetings|wishes)(?: in advance| a lot| you)?|sincerely|yours (?:sincerely|faithfully|truly)|br|mfg|ta)\b[\s,.!-]*(?:\p{Lu}[\p{L}.'-]*[\s,]*){0,5}$/u;

/** What a ticket says: without quoted history, greeting, sign-off and signature; at most 4,000 characters. */
export function toMessage(ticket: string): string {
  const lines = ticket.slice(0, 20_000).split(/\r?\n/);
  const end = lines.findIndex((line, i) => i > 0 && (/^--\s*$/.test(line) || QUOTED_FROM.test(line)));
  const text = lines
    .slice(0, end === -1 ? undefined : end)
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .trim()
    .replace(GREETING, '')
    .trim();
  const closed = text.replace(SIGN_OFF, '').trim();
  return (closed === '' ? text : closed).slice(0, 4000);
}
