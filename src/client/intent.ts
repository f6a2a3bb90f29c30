/** Calls back once, when a reader first shows an intent there: with a pointer, a finger, a key or the focus. */
export function onIntent(act: () => void, place: EventTarget | null): void {
  let isDone = false;
  const once = () => {
    if (!isDone) act();
    isDone = true;
  };
  for (const type of ['pointerover', 'touchstart', 'keydown', 'focusin'])
    place?.addEventListener(type, once, { once: true, passive: true });
}

/** Does what improves the page but is not needed: what fails is left out, and seen in the console alone. */
export function later(act: () => Promise<unknown>): void {
  act().catch(console.error);
}
