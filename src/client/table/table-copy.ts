import { withCopier } from '../copying/copy-button.ts';
import { element } from '../element.ts';

/** Puts a button beside each file of a table that copies what is in it. */
export function addCopyButtons(tools: HTMLElement): void {
  for (const link of tools.querySelectorAll<HTMLAnchorElement>('a[download]')) {
    const type = link.textContent.trim();
    const button = element('button', {
      type: 'button',
      class: 'copy',
      'aria-label': `Copy the table as ${type}`,
    });
    let text: Promise<string> | undefined;
    // Fetched before the click, since browsers let a page copy only in answer to an act.
    const prepare = () => {
      text ??= fetch(link.href).then((answer) =>
        answer.ok ? answer.text() : Promise.reject(new Error(`${answer.url}: ${answer.status}`)),
      );
      text.catch(() => {
        text = undefined;
      });
      return text;
    };
    button.addEventListener('pointerenter', () => void prepare().catch(() => undefined));
    button.addEventListener('focus', () => void prepare().catch(() => undefined));
    button.addEventListener('click', () => {
      button.classList.remove('failed');
      prepare()
        .then((content) => withCopier((copier) => copier.copyText(content, `the table as ${type}`)))
        .catch(() => button.classList.add('failed'));
    });
    link.after(button);
  }
}
