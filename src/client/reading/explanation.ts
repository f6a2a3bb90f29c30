import { loadDefinition } from '../definition.ts';
import { element, find } from '../element.ts';
import '../later.ts';
import { report } from '../loading.ts';

const PAUSE = 150;
// Long enough to get from a mark to the margin beside its line
const WAY = 800;
let timer = 0;
// The link that the reader is at; an answer that arrives after they left is not shown.
let wanted: HTMLAnchorElement | undefined;
let isHeld = false;
// The mark whose source was shown last, and the way back to it
let mark: HTMLAnchorElement | undefined;
const back = element('button', { type: 'button', class: 'button' }, 'Back to the text');

// One pop-up for all links of the page. Not 'auto': that closes on any touch, also on the second tap, which follows the link.
const popup = element('div', {
  id: '_explanation',
  class: 'popup px-9 py-7',
  popover: 'manual',
  role: 'note',
});
document.body.append(element('div', { class: 'later' }, popup));
// A link to a place on this page leaves it open otherwise.
popup.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLAnchorElement) close();
});
for (const type of ['pointerout', 'focusout'] as const) {
  document.addEventListener(type, ({ target, relatedTarget }) => {
    if (!(target instanceof Node && (wanted?.contains(target) || popup.contains(target)))) return;
    if (isHeld && type === 'pointerout') return;
    // A pointer needs time on its way into the pop-up; the focus goes there at once, or elsewhere and must not be covered.
    const isGone = type === 'focusout' && !popup.contains(relatedTarget as Node | null);
    wait(leave, isGone ? 0 : WAY);
  });
}
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') close();
});
document.addEventListener('pointerdown', ({ target }) => {
  if (target instanceof Node && !wanted?.contains(target) && !popup.contains(target)) close();
});
// Who has followed a mark to the list finds the way back there; the mark says its source once more.
back.addEventListener('click', () => {
  mark?.focus();
  mark?.scrollIntoView({ block: 'center' });
});
window.addEventListener('hashchange', () => {
  back.remove();
  if (mark?.hash === location.hash)
    document.querySelector(':target')?.closest('li')?.append(' ', back);
});

/** Says what is behind a link: after a short pause, or at once in answer to a press, which holds it open; the next press follows the link. */
export function explain(link: HTMLAnchorElement, isPress: boolean): void {
  if (isPress && isHeld && wanted === link) {
    close();
    location.assign(link.href);
    return;
  }
  if (wanted !== link) close();
  wanted = link;
  // A press brings a focus too; what comes of that may be known later.
  isHeld ||= isPress;
  wait(() => void show(link), isHeld ? 0 : PAUSE);
}

function wait(act: () => void, pause: number): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(act, pause);
}

function leave(): void {
  if (![wanted, popup].some((box) => box?.matches(':hover, :focus, :focus-within'))) close();
}

function close(): void {
  window.clearTimeout(timer);
  wanted?.removeAttribute('aria-describedby');
  wanted = undefined;
  isHeld = false;
  popup.hidePopover();
}

async function show(link: HTMLAnchorElement): Promise<void> {
  const parts = link.matches('[data-term]') ? await toTerm(link).catch(report) : toSource(link);
  // A press that can show nothing follows the link.
  if (parts === undefined && isHeld && wanted === link) location.assign(link.href);
  if (parts === undefined || wanted !== link || popup.matches(':popover-open')) return;
  popup.replaceChildren(...parts);
  if (!link.matches('[data-term]')) mark = link;
  // A table goes on beneath the margin: there it opens below its mark.
  popup.toggleAttribute('data-beside', link.closest('table') === null);
  link.setAttribute('aria-describedby', popup.id);
  // The link anchors the pop-up, and the links in it are the keyboard's next.
  popup.showPopover({ source: link });
}

async function toTerm(link: HTMLAnchorElement): Promise<(Node | string)[]> {
  const { term, definition } = await loadDefinition(link.hash.slice(1));
  return [
    element('strong', { class: 'block' }, term),
    `${definition} `,
    element('a', { class: 'inline-block min-h-15', href: link.href }, 'In the glossary'),
  ];
}

// The list of sources says it all; it may be closed.
function toSource(link: HTMLAnchorElement): Node[] | undefined {
  const place = document.getElementById(link.hash.slice(1));
  const item = place?.closest('li');
  if (!place || !item) return undefined;
  const title = find(item, '[data-work]');
  // Of several places in a source each has an anchor of its own.
  const section = (place === item ? item.querySelector('[data-place]') : place)?.textContent;
  const links = [
    title instanceof HTMLAnchorElement &&
      element('a', { class: 'me-10 inline-block min-h-15', href: title.href }, 'Open source'),
    ' ',
    element('a', { class: 'inline-block min-h-15', href: link.hash }, 'In the list'),
  ];
  return [
    element('strong', {}, title.textContent),
    element(
      'p',
      { class: 'mt-2' },
      [find(item, '[data-publisher]').textContent, section].filter(Boolean).join(', '),
    ),
    element('p', { class: 'mt-2' }, 'Checked ', find(item, 'time').cloneNode(true)),
    element('p', { class: 'mt-2' }, ...links),
  ];
}
