import { withCopier } from './copy-button.ts';
import { element } from '../element.ts';

for (const code of document.querySelectorAll<HTMLElement>('pre > code')) {
  const name = code.previousElementSibling?.textContent || 'code';
  const button = element('button', { type: 'button', class: 'copy', 'aria-label': `Copy ${name}` });
  const prepare = () => void withCopier(() => undefined).catch(console.error);
  button.addEventListener('pointerenter', prepare);
  button.addEventListener('focus', prepare);
  button.addEventListener('click', () => {
    button.classList.remove('failed');
    withCopier((copier) => copier.copyText(toText(code), name)).catch((error: unknown) => {
      console.error(error);
      button.classList.add('failed');
    });
  });
  code.after(button);
  // A stop for the keyboard only while there is something to scroll.
  new ResizeObserver(() => {
    if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
    else code.removeAttribute('tabindex');
  }).observe(code);
}

// Of a shell session the commands alone, without their prompts; of anything else all.
function toText(code: HTMLElement): string {
  const typed = [...code.querySelectorAll<HTMLElement>('[data-typed]')];
  return typed.length === 0
    ? code.textContent.trimEnd()
    : typed
        .map(({ textContent, dataset }) => textContent.slice(Number(dataset['typed'])))
        .join('\n');
}
