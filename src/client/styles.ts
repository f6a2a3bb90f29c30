import { element } from './element.ts';

/** Loads a stylesheet that only an act needs. Not an import of the styles as such: every page would then load them with its own. */
export function loadStyles(href: string): Promise<void> {
  const sheet = element('link', { rel: 'stylesheet', href });
  document.head.append(sheet);
  return new Promise((resolve) => {
    sheet.onload = () => resolve();
    // Without its looks it still says what it has to say.
    sheet.onerror = () => resolve();
  });
}
