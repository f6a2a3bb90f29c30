// What mail programs write around a message, in English, German, French, Spanish, Italian, Dutch, Portuguese and Polish.
const FORWARDED = toMarker(
  String.raw`(?:-{2,}[\s*]*|(?:\S+ ){1,3})`,
  'forwarded message|weitergeleitete[nr]? nachricht|message (?:transféré|réexpédié)|mensaje reenviado|messaggio inoltrato|doorgestuurd(?:e)? bericht|mensagem (?:re)?encaminhada|przekazan[aej]+ wiadomoś[ćc]i?|przekazywanej wiadomości',
);
const ORIGINAL = toMarker(
  String.raw`-{2,}[\s*]*`,
  "original message|original appointment|ursprüngliche nachricht|originalnachricht|message d['’]origine|message original|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original|oryginalna wiadomość|wiadomość oryginalna",
);
const ROLES = {
  from: toHeader('from|von|de|da|van|od|expéditeur|mittente|remitente|absender|nadawca'),
  date: toHeader(
    'sent|date|gesendet|datum|envoyé|enviad[oa](?: el| em)?|fecha|data|inviato|verzonden|wysłan[oe]',
  ),
  subject: toHeader('subject|betreff|objet|asunto|oggetto|onderwerp|assunto|temat'),
  other: toHeader(
    'to|an|à|a|para|aan|do|per|pour|b?cc|cc[io]|kopie|kopia|dw|reply-to|antwort an|répondre à|responder a|importance|priority|attachments?|anlagen|message-id|content-[a-z-]+|mime-version|received|x-[a-z-]+',
  ),
};
const WROTE =
  /(?:^|\s)(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|pisze|napisał(?:a|\(a\))?)(?=[\s:])/i;
const ON = /^(?:on|am|le|el|il|op|em|no dia|w dniu|dnia)\s/i;
const REPLIED = /^(?:(?:re|aw|sv|antw|odp|res|r|ref)\s*(?:\[\d+\])?\s*:\s*|\[[^\]]{1,60}\]\s*)/i;
const SENT_ON = /^(?:fwd?|wg|tr|rv|doorst|enc|pd|i)\s*:\s*/i;
const MOST_OF_A_LINE = 300;
const MOST_LINES_OF_A_HEADER = 60;

/** What a line of a header says. */
export type Role = keyof typeof ROLES;

/** Whether a line says that a message follows which somebody sent on. */
export function isForwarding(line: string): boolean {
  return FORWARDED.test(line.slice(0, MOST_OF_A_LINE));
}

/** Whether a line says that the message follows which was answered. */
export function isOriginal(line: string): boolean {
  return ORIGINAL.test(line.slice(0, MOST_OF_A_LINE)) || /^\s*_{10,}\s*$/.test(line);
}

/** Whether a line is quoted: it begins with a mark. */
export function isQuoted(line: string): boolean {
  return /^\s*>/.test(line);
}

/** The quoted lines without their marks, those of one answer. */
export function unquote(text: string): string {
  return text.replace(/^[^\S\n]*>[^\S\n]?/gm, '');
}

/** How many lines say who wrote what is quoted below them: "On … wrote:", which mailers break in two; none if they do not. */
export function countAttribution(lines: readonly string[], at: number): number {
  for (const count of [1, 2, 3]) {
    const own = lines.slice(at, at + count);
    if (own.length < count || own.some((line) => line.trim() === '' || isQuoted(line))) return 0;
    const text = own.join(' ').trim();
    if (text.length > MOST_OF_A_LINE) return 0;
    if (!text.endsWith(':')) continue;
    const isMarked = isQuoted(lines[at + count] ?? '') || isQuoted(lines[at + count + 1] ?? '');
    const hasDate = /\d/.test(text);
    if (WROTE.test(text))
      return (ON.test(text) && hasDate) || text.includes('@') || isMarked ? count : 0;
    return isMarked && hasDate && /<\S+@\S+>/.test(text) ? count : 0;
  }
  return 0;
}

/** What each line of the header says that begins here, in whatever order; none where none begins. */
export function readHeaders(lines: readonly string[], from: number): Role[] {
  const roles: Role[] = [];
  let isAddressed = false;
  for (const below of lines.slice(from, from + MOST_LINES_OF_A_HEADER)) {
    const line = below.slice(0, MOST_OF_A_LINE);
    // A line that goes on begins with a space.
    const role = toRole(line) ?? (/^\s+\S/.test(line) ? roles.at(-1) : undefined);
    if (role === undefined) break;
    isAddressed ||= line.includes('@');
    roles.push(role);
  }
  const said = new Set(roles);
  const isHeader = said.size > 1 && (isAddressed || said.has('date') || said.has('subject'));
  return isHeader ? roles : [];
}

/** Whether a line gives the subject. */
export function isSubject(line: string): boolean {
  return toRole(line.slice(0, MOST_OF_A_LINE)) === 'subject';
}

/** What a subject says: without its name, and without what answering and sending on put before it. */
export function toSubject(line: string): string {
  let text = line.replace(/^[^:]*:[\s*]*/, '');
  for (let before = ''; text !== before;) {
    before = text;
    text = text.replace(REPLIED, '').replace(SENT_ON, '');
  }
  return text.trim();
}

/** Whether a subject says that the message was sent on. */
export function isSentOn(line: string): boolean {
  return SENT_ON.test(line.replace(/^[^:]*:[\s*]*/, ''));
}

function toRole(line: string): Role | undefined {
  return (Object.keys(ROLES) as Role[]).find((role) => ROLES[role].test(line));
}

function toMarker(before: string, names: string): RegExp {
  return new RegExp(String.raw`^[\s*]{0,9}${before}(?:${names})\s{0,3}(?:-|:|$)`, 'iu');
}

function toHeader(names: string): RegExp {
  return new RegExp(String.raw`^[\s*]{0,3}(?:${names})[\s*]{0,2}:(?:[\s*]|$)`, 'iu');
}
