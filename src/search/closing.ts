// What stands around what somebody says, in English, German, French, Spanish, Italian, Dutch, Portuguese and Polish.
const GREETING =
  /^(?:hi|hello|hey|dear|greetings|good\s+(?:morning|afternoon|evening|day)|hallo|moin|guten\s+(?:morgen|tag|abend)|sehr\s+geehrter?|lieber?|bonjour|bonsoir|salut|ch[eè]re?|hola|buen[oa]s\s+(?:d[ií]as|tardes)|estimad[oa]s?|buongiorno|buonasera|ciao|gentile|salve|beste|geachte|goedemorgen|goedemiddag|goedendag|ol[áa]|bom\s+dia|boa\s+tarde|prezad[oa]s?|dzień\s+dobry|witam|cześć|szanown[iy])(?![\p{L}\p{N}_])[^\S\n]*([^,.!?:\n]{0,40}?)(?:[,.!:\n]|\s[-–—]\s)\s*/iu;
const GREETED =
  /^(?:all|again|colleagues|everybody|everyone|folks|guys|madam|or|sir|support|team|there|and|und|et|y|e|en|i|zusammen|à|tous|a|todos|tutti|allen)$/i;
const SIGN_OFF =
  /(?<=^|[\s.!?])(?:(?:many |kind |best |warm )?(?:thanks|thank you|thx|cheers|regards|greetings|wishes)(?: and (?:kind |best )?regards)?(?: in advance| a lot| you)?|sincerely|yours (?:sincerely|faithfully|truly)|br|mfg|ta|(?:mit )?(?:freundliche[nr]?|viele[nr]?|beste[nr]?|schöne[nr]?|liebe[nr]?) gr(?:ü|ue)(?:ß|ss)en?|(?:vielen |herzlichen )?dank(?:e)?(?: im voraus)?|lg|vg|(?:bien )?cordialement|bien à vous|merci(?: d['’]avance)?|(?:un )?saludos?(?: cordial(?:es)?)?|(?:muchas )?gracias|atentamente|(?:cordiali|distinti) saluti|(?:mille )?grazie|(?:met )?(?:vriendelijke )?groet(?:en|jes)?|mvg|(?:alvast )?bedankt|atenciosamente|cumprimentos|obrigad[oa]|pozdrawiam|z poważaniem|dziękuję)(?![\p{L}\p{N}_])[\s,.!-]*/giu;
// Every name ends where the next begins: what may be divided in many ways would take hours on a long word.
const NAMES =
  /^(?:(?:\p{Lu}[\p{L}.'’-]*|d[aeiu]|del|der|den|van|von|la|le|el|al|bin|zu|ten|ter)(?:[\s,]+|$)){0,6}$/u;
const SIGNATURE = /^\s*(?:--\s*|-{5}BEGIN PGP SIGNATURE-{5})$/;
const DEVICE =
  /^\s*(?:sent (?:from (?:my|an?|the|outlook|mail|yahoo|proton)|via|using)|get outlook for|von meinem .{2,30} gesendet|gesendet (?:mit|von)|envoyé (?:de(?:puis)?|à partir de|avec)|enviado (?:desde|do|a partir|com)|inviato da|verzonden (?:vanaf|met|via)|verstuurd vanaf|wysłan[eo] z)(?!\p{L})[^:]*$/iu;
const MAIL =
  /e-?mail|message|communication|nachricht|courriel|correo|mensaje|messaggio|comunicazione|bericht|mensagem|wiadomoś/i;
const SECRET = /confiden|privileged|vertraulich|riservat|vertrouwelijk|poufn/i;
const MEANT =
  /intended|addressee|recipient|unauthori[sz]ed|bestimmt|empfänger|irrtümlich|destinat|dirigid|geadresseerd|ontvanger|bestemd|adresat|przeznaczon/i;
const SMALL_PRINT =
  /\b(?:consider the environment before printing|(?:scanned|checked) for (?:viruses|malware)|virus-free\b|registered (?:office|in (?:england|scotland|wales|ireland))|sitz der gesellschaft|amtsgericht|registergericht|handelsregister)|confidentiality notice|denken sie an die umwelt|pensez à l['’]environnement|antes de imprimir/i;
const CONTACT =
  /[@|]|https?:|www\.|\+?\d[\d\s()/.-]{6,}|\b(?:gmbh|ltd|inc|llc|plc|s\.?a|s\.?r\.?l|b\.?v|ag)\b/i;
const MOST_OF_A_CLOSING = 900;
const MOST_OF_A_LINE = 80;
const MOST_WORDS_OF_A_LINE = 8;

/** How many letters at the beginning of a text greet. */
export function measureGreeting(text: string): number {
  const [greeting, names = ''] = GREETING.exec(text) ?? [''];
  return isGreeted(names) ? greeting.length : 0;
}

/** Where a text ends and its sign-off begins, and where the signature below that begins. */
export function findSignOff(text: string): { signOff: number; signature: number } | undefined {
  const from = Math.max(0, text.length - MOST_OF_A_CLOSING);
  for (const { index, 0: words } of text.slice(from).matchAll(SIGN_OFF)) {
    const signOff = from + index;
    const end = signOff + words.length;
    const rest = text.slice(end);
    const isLine = /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, signOff - 9), signOff));
    if (NAMES.test(rest) || (isLine && /\n\s*$/.test(words) && /^\p{L}+\s*$/u.test(rest)))
      return { signOff, signature: text.length };
    const [name = ''] = rest.split('\n', 1);
    const more = rest.slice(name.length);
    if (isLine && name.length < MOST_OF_A_LINE && isCard(name, more))
      return { signOff, signature: end + name.length };
  }
  return undefined;
}

/** Whether what stands below a line is a signature. */
export function isSignature(line: string): boolean {
  return SIGNATURE.test(line.slice(0, MOST_OF_A_LINE));
}

/** Whether a line is what a telephone or a mailer adds of itself. */
export function isOfDevice(line: string): boolean {
  return line.length <= MOST_OF_A_LINE && DEVICE.test(line);
}

/** Whether a paragraph says whom a message is meant for, or which company sends it, and nothing of the matter. */
export function isDisclaimer(paragraph: string): boolean {
  return (
    SMALL_PRINT.test(paragraph) ||
    (SECRET.test(paragraph) && MEANT.test(paragraph) && MAIL.test(paragraph))
  );
}

// One word of any kind, or names only: a ticket of one line may go on without a comma.
function isGreeted(names: string): boolean {
  const words = names.split(/\s+/);
  return (
    words.length < 2 ||
    words.every((word) => GREETED.test(word) || /^\p{Lu}(?:\p{Lu}?$|[\p{Ll}.'’-])/u.test(word))
  );
}

// A name, and below it short lines of which one says where somebody can be reached.
function isCard(name: string, more: string): boolean {
  const lines = more.split('\n').filter((line) => line.trim() !== '');
  return (
    /^\p{Lu}/u.test(name) &&
    !/[.?!:]\s*$/.test(name) &&
    name.trim().split(/\s+/).length <= MOST_WORDS_OF_A_LINE &&
    lines.some((line) => CONTACT.test(line)) &&
    lines.every(
      (line) =>
        line.length <= MOST_OF_A_LINE &&
        !/\?\s*$/.test(line) &&
        (CONTACT.test(line) || line.trim().split(/\s+/).length <= MOST_WORDS_OF_A_LINE),
    )
  );
}
