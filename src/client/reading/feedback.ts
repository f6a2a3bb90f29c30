import { toReportUrl } from '#domain/feedback.ts';
import { articleOf } from '../article.ts';
import { permalinkPath } from '#domain/linking/permalink.ts';
import { feedback, toUrl } from '#links.ts';

// One link beside the text, not one at each heading: it names the section in view, and finds it only when somebody is about to use
// it. The link at the end of the article names the section that the address points to, since the end itself is no place to report.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-report]')) {
  const article = articleOf(link);
  if (article === undefined) continue;
  const aim = () => {
    const heading = link.dataset['report'] === 'in-view' ? findInView() : findTarget();
    const url = toUrl(permalinkPath(article.id)) + (heading === undefined ? '' : `#${heading.id}`);
    const section = heading?.textContent.trim();
    link.href = toReportUrl({ ...article, section, url }, feedback) ?? link.href;
  };
  // Who came before this module did is there already.
  if (link.matches(':hover, :focus')) aim();
  for (const event of ['pointerenter', 'pointerdown', 'focus', 'click'])
    link.addEventListener(event, aim);
}

function listHeadings(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-prose] :is(h2, h3)[id]')];
}

function findInView(): HTMLElement | undefined {
  return listHeadings().findLast(
    (heading) => heading.getBoundingClientRect().top < window.innerHeight / 2,
  );
}

function findTarget(): HTMLElement | undefined {
  const target = document.getElementById(location.hash.slice(1));
  if (target === null || location.hash === '') return undefined;
  return listHeadings().findLast(
    (heading) =>
      heading === target ||
      heading.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
}
