import { findSignOff, isDisclaimer, isOfDevice, isSignature, measureGreeting } from './closing.ts';
import { findLog } from './log.ts';
import {
  countAttribution,
  isForwarding,
  isOriginal,
  isQuoted,
  isSentOn,
  isSubject,
  readHeaders,
  unquote,
} from './mail.ts';

/** What a part of a ticket is. */
export type Kind =
  | 'words'
  | 'subject'
  | 'quoted'
  | 'headers'
  | 'greeting'
  | 'sign-off'
  | 'signature'
  | 'disclaimer'
  | 'log';

/** A part of a ticket. */
export interface Part {
  kind: Kind;
  text: string;
}

/** Divides a ticket into its parts, in their order; together they are the whole text. */
export function divide(ticket: string): Part[] {
  const lines = unquoteForwarded(ticket.replace(/\r\n?/g, '\n').split('\n'));
  const kinds = divideMail(lines);
  const parts: Part[] = [];
  for (let from = 0; from < lines.length;) {
    const kind = kinds[from];
    let to = from + 1;
    while (to < lines.length && kinds[to] === kind) to++;
    const own = lines.slice(from, to);
    parts.push(...(kind === undefined ? divideWords(own) : [{ kind, text: toText(own) }]));
    from = to;
  }
  return join(parts);
}

// What of a ticket its mailers wrote, and what others did; all else is what somebody says.
function divideMail(lines: readonly string[]): (Kind | undefined)[] {
  const kinds = lines.map((): Kind | undefined => undefined);
  let isTop = true;
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const from = at;
    const roles = readHeaders(lines, at);
    const attribution = roles.length > 0 ? 0 : countAttribution(lines, at);
    if (isForwarding(line)) {
      kinds[at++] = 'headers';
      isTop = true;
      continue;
    }
    if (isQuoted(line)) kinds[at++] = 'quoted';
    else if (roles.length > 0) {
      at += roles.length;
      const isSent = roles.some((role, i) => role === 'subject' && isSentOn(lines[from + i] ?? ''));
      if (!isTop && !isSent) return kinds.fill('quoted', from);
      for (const [i, role] of roles.entries())
        kinds[from + i] = role === 'subject' ? 'subject' : 'headers';
    } else if (attribution > 0) {
      at += attribution;
      const next = lines.slice(at, at + 2).find((below) => below.trim() !== '');
      if (next !== undefined && !isQuoted(next)) return kinds.fill('quoted', from);
      kinds.fill('headers', from, at);
    } else if (isOriginal(line)) {
      let next = at + 1;
      while (lines[next]?.trim() === '') next++;
      const below = readHeaders(lines, next);
      if (!isTop && !below.some((role, i) => role === 'subject' && isSentOn(lines[next + i] ?? '')))
        return kinds.fill('quoted', from);
      kinds[at++] = 'headers';
      continue;
    } else {
      if (isTop && isSubject(line)) kinds[at] = 'subject';
      at++;
    }
    isTop &&= line.trim() === '';
  }
  return kinds;
}

// Apple's mailer quotes what it sends on.
function unquoteForwarded(lines: string[]): string[] {
  const marker = lines.findIndex(isForwarding);
  const from = lines.findIndex((line, i) => marker !== -1 && i > marker && line.trim() !== '');
  if (from === -1 || !isQuoted(lines[from] ?? '')) return lines;
  const end = lines.findIndex((line, i) => i > from && line.trim() !== '' && !isQuoted(line));
  const to = end === -1 ? lines.length : end;
  return [
    ...lines.slice(0, from),
    ...lines.slice(from, to).map((line) => unquote(line)),
    ...lines.slice(to),
  ];
}

// What somebody says, without what stands around it.
function divideWords(lines: readonly string[]): Part[] {
  const signed = lines.findIndex((line, i) => i > 0 && isSignature(line));
  const own = signed === -1 ? lines : lines.slice(0, signed);
  const isLog = findLog(own);
  const kinds = own.map((line, i): Kind =>
    isLog[i] ? 'log' : isOfDevice(line) ? 'signature' : 'words',
  );
  for (let from = 0; from < own.length;) {
    let to = from + 1;
    const isBlank = own[from]?.trim() === '';
    while (to < own.length && (own[to]?.trim() === '') === isBlank && isLog[to] === isLog[from])
      to++;
    if (!isBlank && !isLog[from] && isDisclaimer(own.slice(from, to).join(' ')))
      kinds.fill('disclaimer', from, to);
    from = to;
  }
  const parts = join(own.map((line, i) => ({ kind: kinds[i] ?? 'words', text: `${line}\n` })));
  const last = parts.findLastIndex(({ kind, text }) => kind === 'words' && text.trim() !== '');
  return [
    ...parts.flatMap((part, i) =>
      part.kind === 'words' ? divideClosing(part.text, i === 0, i === last) : [part],
    ),
    ...(signed === -1 ? [] : [{ kind: 'signature' as const, text: toText(lines.slice(signed)) }]),
  ];
}

function divideClosing(text: string, isFirst: boolean, isLast: boolean): Part[] {
  const indent = text.length - text.trimStart().length;
  const greeting = isFirst ? measureGreeting(text.slice(indent)) : 0;
  const begin = greeting === 0 ? 0 : indent + greeting;
  const said = text.slice(begin);
  const { signOff = said.length, signature = said.length } =
    (isLast ? findSignOff(said) : undefined) ?? {};
  return [
    { kind: 'greeting', text: text.slice(0, begin) },
    { kind: 'words', text: said.slice(0, signOff) },
    { kind: 'sign-off', text: said.slice(signOff, signature) },
    { kind: 'signature', text: said.slice(signature) },
  ];
}

function toText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

// Parts of one kind that follow each other are one.
function join(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const { kind, text } of parts) {
    const last = joined.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) last.text += text;
    else joined.push({ kind, text });
  }
  return joined;
}
