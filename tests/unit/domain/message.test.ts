import { describe, expect, test } from 'vitest';
import {
  countFixed,
  holds,
  parseMessage,
  toComparable,
  toFixed,
  toSpare,
} from '#domain/message.ts';

const message = 'Bind for {address}:{port} failed: port is already allocated';
const isIn = (text: string, own = message) => holds(toComparable(text), toFixed(own));

describe('an error message', () => {
  test('parts its fixed words from what changes', () => {
    expect(parseMessage('open {path}: {"a": [[gpu]]}')).toEqual([
      { text: 'open ', changes: false },
      { text: '{path}', changes: true },
      { text: ': {"a": [[gpu]]}', changes: false },
    ]);
    expect(countFixed('open {path}: {id}')).toBe(4);
  });

  test.each([
    ['as it is', 'Bind for 0.0.0.0:8080 failed: port is already allocated'],
    [
      'in a line of a log',
      'Nov 27 10:00:01 host dockerd[812]: Error response from daemon: driver failed programming external connectivity on endpoint web (3f): Bind for 0.0.0.0:80 failed: port is already allocated.',
    ],
    ['in other quotes and letters', '“BIND FOR ::1:80 FAILED: Port is already allocated”'],
    ['in colours', '\u001B[31mBind for 0.0.0.0:80 failed\u001B[0m: port is already allocated'],
    ['over two lines', 'Bind for 0.0.0.0:80 failed: port is alre\nady allocated'],
    ['in a quoted mail', '> Bind for 0.0.0.0:80 failed:\n> port is already allocated'],
    ['in an encoded mail', 'Bind for 0.0.0.0:80 failed: port=\r\n is already allocated'],
    [
      'in escapes',
      String.raw`{\"message\":\"Bind for 0.0.0.0:80 failed: port is already allocated\"}`,
    ],
    [
      'after a part of itself',
      `Bind for ${'x'.repeat(300)} Bind for 1:2 failed: port is already allocated`,
    ],
  ])('is found %s', (_where, text) => {
    expect(isIn(text)).toBe(true);
  });

  test.each([
    ['other words', 'Bind for 0.0.0.0:80 failed: port is taken'],
    ['another order', 'port is already allocated: Bind for 0.0.0.0:80 failed'],
    [
      'words that stand far apart',
      `Bind for ${'x'.repeat(300)}: failed: port is already allocated`,
    ],
  ])('is not found in %s', (_what, text) => {
    expect(isIn(text)).toBe(false);
  });

  test('without fixed words is found nowhere', () => {
    expect(isIn('anything', '{name}')).toBe(false);
  });

  test('may begin and end with what changes', () => {
    expect(isIn('open /a: no such file', '{verb} /a: no such {kind}')).toBe(true);
  });
});

describe('a spare message', () => {
  test('keeps spaces, and nothing else that is not compared', () =>
    expect(toSpare(String.raw`Exec "{name}": \'Permission Denied\' in ‘{path}’`)).toBe(
      'exec {x}: permission denied in {x}',
    ));

  test.each([
    String.raw`env: '{name}\r': No such file`,
    'a &quot;{name}&quot; – b',
    '{x} of "{y}"',
  ])('is compared like the whole: %s', (message) =>
    expect(toFixed(toSpare(message))).toEqual(toFixed(message)),
  );
});
