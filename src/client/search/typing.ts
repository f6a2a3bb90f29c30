/**
 * Listens to a field in which people type. While an input method composes, its text is no question yet and its keys are its own, also those
 * that do something elsewhere on the page.
 */
export function listenToTyping(
  field: HTMLElement,
  typed: () => void,
  pressed?: (event: KeyboardEvent) => void,
): void {
  field.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) typed();
  });
  // Not every browser tells of the text once more when it is composed.
  field.addEventListener('compositionend', typed);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) event.stopPropagation();
    else pressed?.(event);
  });
}
