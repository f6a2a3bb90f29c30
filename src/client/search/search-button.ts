import { recall } from '../storage.ts';

// The dialogue and all that a search needs are loaded when a reader shows the intent: a hover, a focus, a key.
const load = () => import('./search-dialog.ts');
const button = document.querySelector<HTMLButtonElement>('[aria-keyshortcuts]');
const field = document.querySelector<HTMLInputElement>('input[name="q"]');

async function open() {
  // Who types at once, before the dialogue is there, loses no letter.
  let typed = '';
  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1) return;
    event.preventDefault();
    typed += event.key;
  };
  document.addEventListener('keydown', listen, { capture: true });
  try {
    const { openSearch } = await load();
    await openSearch(() => typed);
  } catch (error) {
    console.error(error);
    location.assign(button?.form?.action ?? '/');
  } finally {
    document.removeEventListener('keydown', listen, { capture: true });
  }
}

const warm = () => void load().catch(console.error);
button?.addEventListener('pointerenter', warm, { once: true });
button?.addEventListener('focus', warm, { once: true });
button?.addEventListener('click', (event) => {
  event.preventDefault();
  void open();
});

document.addEventListener('keydown', (event) => {
  const isShortcut =
    event.key.toLowerCase() === 'k' &&
    (event.ctrlKey || event.metaKey) &&
    !event.altKey &&
    !event.shiftKey;
  const isSlash =
    event.key === '/' &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !isTyping(event.target) &&
    recall('slash') !== false;
  if (!isShortcut && !isSlash) return;
  event.preventDefault();
  event.stopPropagation();
  // The search page has its own field and needs no dialogue.
  if (button === null && field !== null) {
    field.focus();
    field.select();
  } else {
    void open();
  }
});

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
