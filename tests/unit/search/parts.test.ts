import { describe, expect, test } from 'vitest';
import { divide } from '#search/parts.ts';
import { toMessage } from '#search/ticket.ts';

const CORE = 'the lid of the kettle leaks steam.';
const OTHER = 'the spout of the clay teapot drips since Easter';

/** The kinds of the parts that hold anything, in their order. */
const kinds = (ticket: string) =>
  divide(ticket)
    .filter(({ text }) => text.trim() !== '')
    .map(({ kind }) => kind);
const quote = (text: string) => text.replace(/^/gm, '> ');

describe('mail that was sent on is what the customer says', () => {
  test.each([
    ['Gmail', '---------- Forwarded message ---------'],
    ['Apple', 'Begin forwarded message:'],
    ['Thunderbird', '-------- Forwarded Message --------'],
    ['German', '-------- Weitergeleitete Nachricht --------'],
    ['German, by Apple', 'Anfang der weitergeleiteten Nachricht:'],
    ['French', '---------- Message transféré ---------'],
    ['French, by Apple', 'Début du message réexpédié :'],
    ['Spanish', '---------- Mensaje reenviado ----------'],
    ['Italian', '-------- Messaggio Inoltrato --------'],
    ['Dutch', '-------- Doorgestuurd bericht --------'],
    ['Portuguese', '---------- Mensagem encaminhada ---------'],
    ['Polish', '-------- Przekazana wiadomość --------'],
  ])('%s: %s', (_name, marker) => {
    const mail = `From: Jo <jo@example.org>\nSubject: The lid\n\n${CORE}`;
    for (const own of ['', 'Please look at the following mail of a customer.\n\n']) {
      expect(kinds(`${own}${marker}\n${mail}`).slice(-4)).toEqual(
        [...(own === '' ? [] : ['words']), ...['headers', 'subject', 'words']].slice(-4),
      );
      expect(toMessage(`${own}${marker}\n\n${quote(mail)}`).text).toMatch(/The lid\n\s*the lid of/);
    }
  });

  test.each(['FW', 'Fwd', 'WG', 'TR', 'RV', 'ENC'])('Outlook, whose subject begins %s', (sent) => {
    const ticket = `${OTHER}\n\n-----Original Message-----\nFrom: Jo\nSent: Monday\nSubject: ${sent}: The lid\n\n${CORE}`;
    expect(kinds(ticket)).toEqual(['words', 'headers', 'subject', 'words']);
    expect(toMessage(ticket).text).toContain('The lid\n');
  });
});

describe('what was answered is quoted', () => {
  test.each([
    '-----Original Message-----',
    '-----Ursprüngliche Nachricht-----',
    "-----Message d'origine-----",
    '-----Mensaje original-----',
    '-----Messaggio originale-----',
    '-----Oorspronkelijk bericht-----',
    '-----Mensagem original-----',
    '-----Oryginalna wiadomość-----',
    '________________________________',
    'On Mon, 5 Jan 2026 at 10:00, Jo <jo@example.org> wrote:',
    'On Mon, 5 Jan 2026 at 10:00, Jo\n<jo@example.org> wrote:',
    'Am Mo., 5. Jan. 2026 um 10:00 Uhr schrieb Jo <jo@example.org>:',
    'Jo <jo@example.org> schrieb am Mo., 5. Jan. 2026, 10:00:',
    'Le lun. 5 janv. 2026 à 10:00, Jo <jo@example.org> a écrit :',
    'El lun, 5 ene 2026 a las 10:00, Jo (<jo@example.org>) escribió:',
    'Il giorno lun 5 gen 2026 alle ore 10:00 Jo <jo@example.org> ha scritto:',
    'Op ma 5 jan 2026 om 10:00 schreef Jo <jo@example.org>:',
    'Em seg., 5 de jan. de 2026 às 10:00, Jo <jo@example.org> escreveu:',
    'pon., 5 sty 2026 o 10:00 Jo <jo@example.org> napisał(a):',
  ])('below %j', (line) => {
    expect(toMessage(`${CORE}\n\n${line}\n\n${OTHER}`)).toMatchObject({
      text: CORE,
      leftOut: ['quoted'],
    });
    // An answer below the quotation is the customer's.
    if (!line.startsWith('-') && !line.startsWith('_'))
      expect(toMessage(`${line}\n${quote(OTHER)}\n\n${CORE}`)).toMatchObject({
        text: CORE,
        leftOut: ['headers', 'quoted'],
      });
  });

  test('and is the message where little else is said', () => {
    for (const own of ['', 'Any news on this?\n\n', 'See below, please.\n\n'])
      expect(toMessage(`${own}${quote(CORE)}`)).toMatchObject({
        text: expect.stringContaining(CORE),
        leftOut: [],
      });
    expect(toMessage(quote(quote(`Hi Jo,\n${CORE}`)))).toMatchObject({
      text: CORE,
      leftOut: ['greeting'],
    });
  });

  test('but for what the customer wrote between it', () => {
    const ticket = `> is it hot?\nthe water is\n\n> does it leak?\n${CORE}`;
    expect(toMessage(ticket).text).toMatch(/^the water is\s+the lid/);
  });
});

describe('a header is read', () => {
  test.each([
    'From: Jo <jo@example.org>\nSent: Monday\nTo: Support\nSubject: The lid',
    'Subject: The lid\nTo: Support\nFrom: Jo',
    '*From:* Jo\n*Sent:* Monday\n*To:* a;\n b\n*Subject:* RE: [Ticket 12] Fwd: The lid',
    'Von: Jo\nGesendet: Montag\nAn: Hilfe\nBetreff: AW: The lid',
    'De : Jo\nEnvoyé : lundi\nÀ : Aide\nObjet : The lid',
    'De: Jo\nEnviado el: lunes\nPara: Ayuda\nAsunto: RV: The lid',
    'Da: Jo\nInviato: lunedì\nA: Aiuto\nOggetto: R: The lid',
    'Van: Jo\nVerzonden: maandag\nAan: Hulp\nOnderwerp: The lid',
    'De: Jo\nEnviada em: segunda-feira\nPara: Ajuda\nAssunto: ENC: The lid',
    'Od: Jo\nWysłano: poniedziałek\nDo: Pomoc\nTemat: Odp: The lid',
  ])('in any order and language: %j', (header) => {
    const { text, leftOut } = toMessage(`${header}\n\n${CORE}`);
    expect(text.replace(/\s+/g, ' ')).toBe(`The lid ${CORE}`);
    expect(leftOut).toEqual(['headers']);
  });

  test('where there are several, the first is the newest', () => {
    const mail = (text: string) => `From: Jo <jo@example.org>\nDate: Monday\n\n${text}\n\n`;
    expect(toMessage(mail(CORE) + mail(OTHER)).text).toBe(CORE);
  });

  test.each([
    'From: the lid, steam comes out of the kettle',
    'To: clean the kettle\nFrom: the inside',
    'Date: unknown, the kettle leaks',
  ])('and is none in %j', (ticket) => expect(kinds(ticket)).toEqual(['words']));
});

describe('what stands around the words is told from them:', () => {
  const log = Array.from({ length: 9 }, (_, i) => `2026-11-02T10:00:0${i}Z INFO kettle boils`);

  test.each([
    ['a log above', `${log.join('\n')}\n${CORE}`, ['log', 'words']],
    ['a log below', `${CORE}\n\n${log.join('\n\n')}`, ['words', 'log']],
    ['a stack', `${CORE}\nBrewError: cold\n    at a (b.js:1)\n    at c (d.js:2)`, ['words', 'log']],
    ['a line of a log', `${log[0]}\n${CORE}`, ['words']],
    [
      'a card below the sign-off',
      `${CORE}\n\nBest regards,\nAnna Smith\nHead of Tea\nTel. +44 20 1234567`,
      ['words', 'sign-off', 'signature'],
    ],
    [
      'a German sign-off',
      `Sehr geehrte Damen und Herren,\n${CORE}\n\nMit freundlichen Grüßen\nJan van der Berg`,
      ['greeting', 'words', 'sign-off'],
    ],
    ['a telephone', `${CORE}\n\nSent from my iPhone`, ['words', 'signature']],
    [
      'a disclaimer',
      `${CORE}\n\nThis e-mail is confidential and intended solely for the addressee.\nDelete it.`,
      ['words', 'disclaimer'],
    ],
    [
      'a German disclaimer',
      `${CORE}\n\nDiese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Empfänger sind, vernichten Sie sie.`,
      ['words', 'disclaimer'],
    ],
    ['what comes after thanks', `Thanks!\n\n${CORE}\nwww.example.org is down`, ['words']],
    ['secrets', 'Which confidential recipes are intended for the kettle?', ['words']],
  ])('%s', (_name, ticket, expected) => expect(kinds(ticket)).toEqual(expected));

  test('a log alone is looked up by its failures', () => {
    const ticket = [...log, 'ERROR kettle: lid not closed', ...log].join('\n');
    expect(toMessage(ticket).text).toContain('lid');
    expect(toMessage(ticket).text).not.toContain('boils');
    expect(toMessage(`${CORE}\n${ticket}`).text).toBe(CORE);
  });
});

test('the parts are the whole ticket', () => {
  const ticket = `Hi Jo,\n\n${CORE}\n\nThanks,\nAnna\n-- \nTea Ltd\n\nOn 5 May 2026 Jo wrote:\n${quote(OTHER)}\n`;
  const texts = divide(ticket).map(({ text }) => text);
  expect(texts.join('')).toBe(`${ticket}\n`);
});
