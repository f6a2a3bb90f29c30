// The contents follow the reading: the section whose heading last passed the upper third is the current one.
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-rail] a[href^="#"]')];
const rail = document.querySelector('[data-rail]');
const passed = new Set<string>();
let current: HTMLAnchorElement | undefined;

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) passed.add(`#${target.id}`);
      else passed.delete(`#${target.id}`);
    }
    point(links.findLast(({ hash }) => passed.has(hash)));
  },
  // All that is above the line counts as in view: a jump passes no heading by unseen.
  { rootMargin: '9999999px 0px -65%' },
);
for (const { hash } of links) {
  const heading = document.getElementById(hash.slice(1));
  if (heading !== null) observer.observe(heading);
}

function point(link: HTMLAnchorElement | undefined): void {
  current?.removeAttribute('aria-current');
  current = link;
  if (link === undefined || rail === null) return;
  link.ariaCurrent = 'true';
  // Scrolls the rail alone: scrollIntoView would move the page too.
  const [box, frame] = [link.getBoundingClientRect(), rail.getBoundingClientRect()];
  rail.scrollTop += Math.min(0, box.top - frame.top) + Math.max(0, box.bottom - frame.bottom);
}

// A module, so that it can be loaded when it is needed.
export {};
