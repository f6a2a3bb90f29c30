import { recall } from './storage.ts';

// The dialogue and all that a search needs are loaded when a reader shows the intent: a hover, a focus, a key.
const load = () => import('./search-dialog.ts');
const button = document.querySelector<HTMLButtonElement>('.search-button');
const field = document.querySelector<HTMLInputElement>('.search-large input');

async function open() {
  const { openSearch } = await load();
  await openSearch();
}

button?.addEventListener('pointerenter', () => void load(), { once: true });
button?.addEventListener('focus', () => void load(), { once: true });
button?.addEventListener('click', (event) => {
  event.preventDefault();
  void open();
});

document.addEventListener('keydown', (event) => {
  const isShortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const isSlash =
    event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) && recall('slash') !== false;
  if (!isShortcut && !isSlash) return;
  event.preventDefault();
  // The search page has its own field and needs no dialogue.
  if (button === null && field !== null) {
    field.focus();
    field.select();
  } else {
    void open();
  }
});

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
