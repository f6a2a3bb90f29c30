import { expect, test } from 'vitest';
import { toCommands } from '#client/copying/shell.ts';

test('of a shell session the commands are kept, without prompts and output', () => {
  expect(toCommands('$ boil water\nboiling\n$ pour\n')).toBe('boil water\npour');
});

test('a command that goes on in the next line is kept whole', () => {
  expect(toCommands('$ boil \\\n    --degrees 95\nboiling\n  95 degrees\n')).toBe(
    'boil \\\n    --degrees 95',
  );
});

test('what has no prompt is kept as it is, comments and variables included', () => {
  expect(toCommands('# as root\nboil $WATER   # twice\n\npour\n')).toBe(
    '# as root\nboil $WATER   # twice\n\npour',
  );
});
