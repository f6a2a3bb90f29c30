import { loadDefinition } from './definition.ts';

const PAUSE = 150;
let timer = 0;
// The term that the reader is at; a definition that arrives after they left is not shown.
let wanted: HTMLAnchorElement | undefined;

// One pop-up for all terms of the page: hover, focus or the first tap opens it, and it holds the link to the glossary.
const popup = document.createElement('div');
popup.className = 'definition';
// Not 'auto': that closes on any touch, also on the second tap, which follows the link.
popup.popover = 'manual';
popup.id = 'definition';
popup.setAttribute('role', 'note');
popup.addEventListener('mouseenter', () => window.clearTimeout(timer));
popup.addEventListener('mouseleave', close);
document.body.append(popup);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') popup.hidePopover();
});
document.addEventListener('pointerdown', (event) => {
  if (event.target instanceof Element && event.target.closest('a.term, #definition') === null) popup.hidePopover();
});

for (const link of document.querySelectorAll<HTMLAnchorElement>('a.term')) {
  link.addEventListener('mouseenter', () => open(link));
  link.addEventListener('mouseleave', close);
  link.addEventListener('focus', () => open(link));
  link.addEventListener('blur', close);
  link.addEventListener('click', (event) => {
    const touched = event instanceof PointerEvent && event.pointerType === 'touch';
    if (!touched || (popup.matches(':popover-open') && popup.dataset['term'] === link.hash)) return;
    event.preventDefault();
    wanted = link;
    void show(link);
  });
}

function open(link: HTMLAnchorElement) {
  wanted = link;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void show(link), PAUSE);
}

function close() {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (popup.matches(':focus-within')) return;
    wanted = undefined;
    popup.hidePopover();
  }, PAUSE * 2);
}

async function show(link: HTMLAnchorElement) {
  const entry = await loadDefinition(link.hash.slice(1)).catch(() => undefined);
  if (entry === undefined || wanted !== link) return;
  const name = document.createElement('strong');
  name.textContent = entry.term;
  const more = document.createElement('a');
  more.href = link.href;
  more.textContent = 'In the glossary';
  popup.replaceChildren(name, ` ${entry.definition} `, more);
  popup.dataset['term'] = link.hash;
  link.setAttribute('aria-describedby', popup.id);
  popup.showPopover();
  const box = link.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - popup.offsetWidth - 8);
  const below = box.bottom + popup.offsetHeight + 8 < window.innerHeight;
  popup.style.left = `${Math.max(8, left)}px`;
  popup.style.top = `${below ? box.bottom + 4 : box.top - popup.offsetHeight - 4}px`;
}
