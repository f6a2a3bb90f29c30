import { expect, test } from 'vitest';
import { formatCsv, parseCsv } from '#domain/csv.ts';

const cells = (text: string) => parseCsv(text).rows.map((row) => row.cells);

test('cells may hold separators, quotes and line breaks, and rows know their line', () => {
  expect(parseCsv('id,text\n1,"a, ""b""\nc"\n2,\n').rows).toEqual([
    { line: 1, cells: ['id', 'text'] },
    { line: 2, cells: ['1', 'a, "b"\nc'] },
    { line: 4, cells: ['2', ''] },
  ]);
});

test.each([
  [
    'semicolons',
    'id;"a, b, c";text\r\n1;x;y\r\n',
    [
      ['id', 'a, b, c', 'text'],
      ['1', 'x', 'y'],
    ],
  ],
  [
    'tabs',
    'id\ttext\n1\tx,y',
    [
      ['id', 'text'],
      ['1', 'x,y'],
    ],
  ],
  [
    'a byte order mark and empty lines',
    '\uFEFFid,text\n\n1,x\n\n',
    [
      ['id', 'text'],
      ['1', 'x'],
    ],
  ],
  ['one column', 'text\nKB-1001\n', [['text'], ['KB-1001']]],
  [
    'text behind a closing quote',
    'a,b\n"x" y,z',
    [
      ['a', 'b'],
      ['x y', 'z'],
    ],
  ],
  [
    'a quote within a cell',
    'a,b\n5" disk,z',
    [
      ['a', 'b'],
      ['5" disk', 'z'],
    ],
  ],
  [
    'old line ends',
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['nothing', '', []],
])('%s can be read', (_name, text, rows) => expect(cells(text)).toEqual(rows));

test('a quote that is never closed is told with its line', () => {
  expect(parseCsv('a,b\n1,2\n3,"x\ny\n').problem).toMatchObject({ line: 3, code: 'broken-csv' });
});

test.each([
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-v, --volume', '"\'-v, --volume"'],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['-5', '-5'],
  ['-1,5', '"-1,5"'],
  ['+20.5', '+20.5'],
  ['-', '-'],
  ['a=b', 'a=b'],
])('the cell %j is no formula of a spreadsheet', (cell, written) =>
  expect(formatCsv([[cell]])).toBe(`\uFEFF${written}\r\n`),
);

test('what is written is read again, with separators, quotes and line breaks', () => {
  const rows = [
    ['a', 'b, c', 'd "e"'],
    ['1\n2', '', 'ü'],
  ];
  expect(formatCsv(rows)).toBe('\uFEFFa,"b, c","d ""e"""\r\n"1\n2",,ü\r\n');
  expect(cells(formatCsv(rows))).toEqual(rows);
});
