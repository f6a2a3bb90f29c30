// Terms and the marks of sources say what is behind them on hover, focus or the first tap; what it takes is loaded with the first.
// The list of sources is far from its marks: there a click, like a tap, holds what the pointer opened, and the next one follows.
for (const type of ['pointerover', 'focusin', 'click']) document.addEventListener(type, answer);

function answer(event: Event): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-term], [data-marks] a');
  if (link === null) return;
  const { pointerType, ctrlKey, metaKey, shiftKey, altKey } = event as PointerEvent;
  const isTouch = pointerType === 'touch';
  const isClick = event.type === 'click';
  if (isClick) {
    const isHeld = isTouch || (pointerType === 'mouse' && !link.matches('[data-term]'));
    if (!isHeld || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
  }
  import('./explanation.ts').then(
    ({ explain }) => {
      if (isClick || !isTouch) explain(link, isClick);
    },
    (error: unknown) => {
      console.error(error);
      if (isClick) location.assign(link.href);
    },
  );
}
