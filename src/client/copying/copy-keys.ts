import { type Target, toLabel } from '#domain/linking/copy-target.ts';
import { toCopyButton, withCopier } from './copy-button.ts';
import { recall } from '../storage.ts';

const targets = new WeakMap<Element, Target>();

/** A link to a result that can be copied by key. */
export function toCopyable<T extends HTMLAnchorElement>(link: T, target: Target): T {
  targets.set(link, target);
  link.addEventListener('focus', () => prepareTarget(link), { once: true });
  return link;
}

/** The button that copies the result of a link. */
export function toResultButton(target: Target): HTMLButtonElement {
  return toCopyButton(`Copy a link to “${toLabel(target)}”`, () => target);
}

/** What a link made by `toCopyable` points to. */
export function targetOf(link: Element | null | undefined): Target | undefined {
  return link ? targets.get(link) : undefined;
}

/** Loads what copying the result of this link needs. */
export function prepareTarget(link: Element): void {
  const target = targetOf(link);
  if (target !== undefined) withCopier((copier) => copier.prepare(target)).catch(console.error);
}

/** Answers Ctrl/⌘ C with the result of a link; `failed` is called when the module that copies could not be loaded. */
export function copyOn(
  event: ClipboardEvent,
  link: Element | null | undefined,
  failed: (message: string) => void,
): void {
  const target = targetOf(link);
  if (target === undefined) return;
  event.preventDefault();
  withCopier((copier) => copier.copyInto(event, target)).catch((error: unknown) => {
    console.error(error);
    failed(FAILED);
  });
}

/** On a page of results, Ctrl/⌘ C and the single key `c` copy the result whose link has the focus. */
export function listenForCopy(failed: (message: string) => void): void {
  document.addEventListener('copy', (event) => {
    if (getSelection()?.isCollapsed !== false) copyOn(event, document.activeElement, failed);
  });
  document.addEventListener('keydown', (event) => {
    const target = targetOf(document.activeElement);
    if (
      event.key !== 'c' ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.repeat ||
      target === undefined
    )
      return;
    if (recall('slash') === false) return;
    event.preventDefault();
    withCopier((copier) => copier.copy(target)).catch((error: unknown) => {
      console.error(error);
      failed(FAILED);
    });
  });
}

const FAILED =
  'Not copied: the page could not load what copies. Open the result and copy its address.';
