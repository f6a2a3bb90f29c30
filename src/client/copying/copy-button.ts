import type { Target } from '#domain/linking/copy-target.ts';

type Copier = typeof import('./copy.ts');
let copier: Copier | undefined;

/** Does something with the module that copies: at once when it is loaded, since browsers let a page copy only in answer to an act. */
export async function withCopier(act: (copier: Copier) => void): Promise<void> {
  // Nothing is awaited once it is there.
  copier ??= await import('./copy.ts');
  act(copier);
}

/** A button that copies a link; its module is loaded on the first hover or focus. */
export function toCopyButton(name: string, toTarget: () => Target): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.ariaLabel = name;
  const prepare = () => withCopier((module) => module.prepare(toTarget())).catch(console.error);
  button.onpointerenter = prepare;
  button.onfocus = prepare;
  button.onclick = () => {
    button.classList.remove('failed');
    withCopier((module) => module.copy(toTarget(), button)).catch((error: unknown) => {
      console.error(error);
      button.ariaLabel = 'Not copied: reload the page';
      button.classList.add('failed');
    });
  };
  return button;
}
