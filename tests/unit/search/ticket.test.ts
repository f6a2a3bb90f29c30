import { describe, expect, test } from 'vitest';
import { toMessage } from '#search/ticket.ts';

const CORE = 'the lid of the kettle leaks steam.';
const read = (ticket: string) => toMessage(ticket).text;

describe('a message has', () => {
  test.each([
    'Hi',
    'Hello,',
    'hey there!',
    'Hi Anna,',
    'Hi anna,',
    'Dear Sir or Madam,',
    'Dear support team:',
    'DEAR ALL,',
    'Good morning,',
    'Good afternoon Mr Smith -',
    'Greetings!',
  ])('no greeting: %s', (greeting) => {
    expect(read(`${greeting}\n\n${CORE}`)).toBe(CORE);
    expect(read(`\n  ${greeting.replace(/\w$/, '$&,')} ${CORE}`)).toBe(CORE);
  });

  test.each([
    'Thanks',
    'thanks!',
    'Thanks,\nAnna',
    'Many thanks in advance\nAnna Smith',
    'Thank you.',
    'Best regards,\nAnna Smith',
    'Kind Regards\n\nA. B. Smith-O’Neill'.replace('’', "'"),
    'Cheers, Zoë',
    'cheers Bev',
    'Yours faithfully,\nAnna\nKitchens Ltd.',
    'Sincerely, Anna',
    'MfG\nÄnne Müller',
    'Ta, Greg',
  ])('no sign-off: %j', (closing) => {
    expect(read(`${CORE}\n\n${closing}`)).toBe(CORE);
    expect(read(`${CORE} ${closing}`)).toBe(CORE);
  });

  test.each([
    ['a signature', '-- \nAnna Smith\nKitchens Ltd'],
    ['a signature without its space', '--\nAnna Smith'],
    ['quoted lines', '> my tea is cold\n>> so is mine'],
    [
      'an answered mail',
      'On Mon, 5 Jan 2026 at 10:00, Anna <anna@example.com> wrote:\nmy tea is cold',
    ],
    ['an original message', '-----Original Message-----\nFrom: Anna\nmy tea is cold'],
    ['the lines of a header', 'From: Anna <anna@example.com>\nSent: Monday\nmy tea is cold'],
    ['what stands below a long line', `${'_'.repeat(32)}\nmy tea is cold`],
    ['a German quotation', 'Am 5. Januar 2026 um 10:00 schrieb Anna:\nmy tea is cold'],
  ])('not %s', (_name, tail) => expect(read(`${CORE}\n\n${tail}`)).toBe(CORE));

  test('what is written between quoted lines', () => {
    expect(read('> is it hot?\nhot water\n> does it leak?\nthe lid drips')).toBe(
      'hot water\nthe lid drips',
    );
  });

  test('the same text whatever the ends of its lines are', () => {
    const ticket = `Hi,\n\n${CORE}\nWhy?\n\nThanks,\nAnna\n-- \nKitchens Ltd\n\n> old`;
    expect(read(ticket)).toBe(`${CORE}\nWhy?`);
    expect(read(ticket.replaceAll('\n', '\r\n'))).toBe(read(ticket));
  });
});

describe('nothing is lost of', () => {
  test.each([
    'my kettle leaks',
    'Hi my kettle leaks.',
    'Hello our kettle leaks, please help',
    'HELLO MY KETTLE LEAKS!',
    'Hi tea-pot drips',
    'hi how do I clean a pot: with soap or without',
    'high pressure in the pump',
    'Thanks to you the kettle works, but the lid does not',
    'the thanks page shows an error',
    'the menu has a Br button and a lid',
    'it says -- no lid',
    'x > y shows an error',
  ])('%j', (ticket) => expect(read(ticket)).toBe(ticket));

  test('a ticket that begins as a quotation does', () => {
    expect(read('From: the lid, steam comes out')).toBe('From: the lid, steam comes out');
  });
});

test.each(['Hello!', 'Hi there,', 'Dear Anna,\n\n', 'Hi'])(
  'a ticket that is nothing but a greeting has no more to say: %j',
  (ticket) => {
    expect(ticket).toContain(read(ticket));
  },
);

test('a ticket that is nothing but a sign-off stays', () => expect(read('Thanks')).toBe('Thanks'));
test.each(['', ' \r\n\t ', '>', '-- \n-- '])('a ticket without words is no error: %j', (ticket) => {
  expect(read(ticket)).not.toMatch(/\w/);
});

test('the end of a long message is read', () =>
  expect(read(`${'kettle '.repeat(30_000)}leaks`)).toMatch(/leaks$/));

test.each([
  ['words', 'kettle '],
  ['letters', 'A'],
  ['line breaks', '\n'],
  ['spaces', ' '],
  ['greetings', 'Hi '],
  ['thanks', 'Thanks '],
  ['small thanks', 'thanks, '],
  ['initials', 'A.'],
  ['hyphens', '-'],
  ['quotations', '\n>'],
  ['answered mails', 'On Monday '],
  ['attributions', 'On 1 May wrote:\n> x\n'],
  ['quotation marks', '>'],
  ['headers', 'Subject: x\n'],
  ['folded headers', 'From: a@b\n x\n'],
  ['answers to answers', 'Subject: Re: Re: '],
  ['original messages', '-----Original Message-----\n'],
  ['forwarded messages', 'Begin forwarded message:\n> x\n'],
  ['long lines', '__________\n'],
  ['signatures', '--\n'],
  ['logs', 'web-1 | x\n'],
  ['braces', '{\n'],
  ['telephone numbers', '1 '],
])('200,000 characters of %s are read to their end', (_name, piece) => {
  const filler = piece.repeat(200_000 / piece.length);
  // A pattern that went back for each letter would not come to an end.
  for (const text of [
    filler,
    `thanks ${filler}1`,
    `the lid leaks, thanks ${filler.slice(0, 19_000)}1`,
    `Hi ${filler}?`,
    `x\n${filler}`,
  ])
    expect(read(text).length).toBeLessThanOrEqual(text.length);
});
