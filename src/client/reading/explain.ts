// Terms and the marks of sources say what is behind them on hover, focus or the first tap; what it takes is loaded with the first.
for (const type of ['pointerover', 'focusin', 'click']) document.addEventListener(type, answer);

function answer(event: Event): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-term], [data-marks] a');
  if (link === null) return;
  const isTouch = (event as PointerEvent).pointerType === 'touch';
  const isClick = event.type === 'click';
  // The second tap follows the link, like a click.
  if (isClick && (!isTouch || link.hasAttribute('aria-describedby'))) return;
  if (isClick) event.preventDefault();
  import('./explanation.ts').then(
    ({ explain }) => {
      if (isTouch === isClick) explain(link, isClick);
    },
    (error: unknown) => {
      console.error(error);
      if (isClick) location.assign(link.href);
    },
  );
}
