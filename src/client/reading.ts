// Beside the text the lists are shown whole; that they are open is said too.
for (const list of document.querySelectorAll<HTMLDetailsElement>('.rail details')) list.open = matchMedia('(width >= 75rem)').matches;

// What helps with reading comes when it is first needed: the contents follow with the first scroll, code gets its buttons with the
// first hover or focus.
const follow = () => void import('./contents.ts').catch(() => undefined);
if (window.scrollY > 0) follow();
else document.addEventListener('scroll', follow, { once: true });

if (document.querySelector('pre') !== null) {
  const prepare = () => void import('./code.ts').catch(() => undefined);
  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, prepare, { once: true });
}
