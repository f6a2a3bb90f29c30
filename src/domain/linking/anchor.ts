import anyAscii from 'any-ascii';

const MAX_PART = 60;

/** The anchor of a heading: transliterated, lower case, hyphens, at most 60 characters; empty when the text has no letter or digit. */
export function toAnchor(text: string): string {
  return shorten(toWholeAnchor(text));
}

/** The same with all words, for a heading that begins as another one does. */
export function toWholeAnchor(text: string): string {
  const words = anyAscii(text)
    .toLowerCase()
    .replace(/['"]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (words === '') return '';
  return /^[a-z]/.test(words) ? words : `section-${words}`;
}

/** The anchor of a comparison's row, the one place where two hyphens stand together. */
export function toRowAnchor(comparisonId: string, criterionId: string): string {
  return `${comparisonId}--${criterionId}`;
}

/** The anchor of an error message in its article. */
export function toErrorAnchor(id: string): string {
  return `error--${id}`;
}

function shorten(words: string): string {
  if (words.length <= MAX_PART) return words;
  const cut = words.slice(0, MAX_PART + 1);
  return cut.slice(0, cut.includes('-') ? cut.lastIndexOf('-') : MAX_PART);
}
