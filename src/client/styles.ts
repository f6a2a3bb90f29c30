import { element } from './element.ts';

// Not an import of the styles as such, since every page would load them with its own:
// https://github.com/withastro/astro/issues/9495
/** Loads a stylesheet that only an act needs. */
export function loadStyles(href: string): Promise<void> {
  const sheet = element('link', { rel: 'stylesheet', href });
  document.head.append(sheet);
  return new Promise((resolve) => {
    sheet.onload = () => resolve();
    // Without its looks it still says what it has to say.
    sheet.onerror = () => resolve();
  });
}
