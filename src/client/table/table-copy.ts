import { withCopier } from '../copying/copy-button.ts';
import { remember } from '#domain/remember.ts';
import { element } from '../element.ts';
import { loadText, report } from '../loading.ts';

/** Puts a button beside each file of a table that copies what is in it. */
export function addCopyButtons(tools: HTMLElement): void {
  for (const link of tools.querySelectorAll<HTMLAnchorElement>('a[download]')) {
    const type = link.textContent.trim();
    const button = element('button', {
      type: 'button',
      class: 'copy',
      'data-as': ` ${type}`,
      'aria-label': `Copy the table as ${type}`,
    });
    // Fetched before the click, since browsers let a page copy only in answer to an act.
    const prepare = remember(() => loadText(link.href));
    button.addEventListener('pointerenter', () => void prepare().catch(report));
    button.addEventListener('focus', () => void prepare().catch(report));
    button.addEventListener('click', () => {
      button.classList.remove('failed');
      prepare()
        .then((content) => withCopier((copier) => copier.copyText(content, `the table as ${type}`)))
        .catch((error: unknown) => {
          report(error);
          button.classList.add('failed');
        });
    });
    link.after(button);
  }
}
