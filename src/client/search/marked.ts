import type { Part } from '#search/passages.ts';
import { element } from '../element.ts';

/** A passage with its marks and its code; all of it is text. */
export function toMarked(passage: readonly Part[]): (Node | string)[] {
  return passage.map(({ text, marked, code }) => {
    const part = marked ? element('mark', {}, text) : text;
    return code ? element('code', {}, part) : part;
  });
}
