import { type Target, toResultTarget } from '#domain/linking/copy-target.ts';
import type { Result } from '#search/candidates.ts';
import type { Section } from '#search/sections.ts';
import { toCopyable, toResultButton } from '../copying/copy-keys.ts';
import { element } from '../element.ts';
import { rememberFound } from './found.ts';
import { toMarked } from './marked.ts';
import { type ShortAnswer, toShortAnswer } from './short-answer.ts';

/** What leads somewhere in a list of results. */
interface Place {
  /** The article, the section of it that answers best, or another one. */
  role: 'article' | 'section' | 'other';
  url: string;
  name: string;
  target: Target;
  /** The words to mark on arrival. */
  marks: readonly string[];
  /** What is said of it. */
  about: readonly HTMLElement[];
}

/** Makes the link of a place, with what is said of it. */
export type ToLink = (place: Place) => (Node | string)[];

/** What a list says of an article: its title, id and topic; and what it or a place in it answers, or else its summary. */
export function toHead(
  { card, marks }: Result,
  answers: readonly ShortAnswer[],
  toLink: ToLink,
): (Node | string)[] {
  const { id, url, title, topicTitle, summary } = card;
  const own = answers.find((answer) => answer.url === url);
  const about = [
    element(
      'span',
      { class: 'text-small text-quiet' },
      element('span', { class: 'font-mono' }, id),
      ` · ${topicTitle}`,
    ),
    ...(own ? [toShortAnswer(own)] : []),
    ...(answers.length === 0 ? [element('span', { class: 'block' }, summary)] : []),
  ];
  const target = own?.target ?? toResultTarget(card);
  return [
    ...toLink({ role: 'article', url, name: title, target, marks, about }),
    ...answers
      .filter((answer) => answer !== own)
      .map((answer) =>
        element(
          'div',
          { class: ROW },
          ...toLink({ ...answer, role: 'section', marks, about: [toShortAnswer(answer)] }),
        ),
      ),
  ];
}

/** The section that answers best, with a passage, and links to others. */
export function toSections(
  { card, marks }: Result,
  sections: readonly Section[],
  answers: readonly ShortAnswer[],
  toLink: ToLink,
): HTMLElement[] {
  // What answers has been said.
  const [best, ...others] = sections.filter(({ url }) =>
    answers.every((answer) => answer.url !== url),
  );
  const toPlace = (section: Section, role: Place['role'], ...about: HTMLElement[]) => {
    const { url, title } = section;
    return toLink({ role, url, name: title, target: toResultTarget(card, section), marks, about });
  };
  const rows = [
    best && toPlace(best, 'section', element('span', {}, ...toMarked(best.passage))),
    others.length > 0 && [
      'Also: ',
      ...others.flatMap((section, i) => [i > 0 ? ' · ' : '', ...toPlace(section, 'other')]),
    ],
  ];
  return rows
    .filter((row) => row !== undefined && row !== false)
    .map((row) => element('div', { class: ROW }, ...row));
}

// Unseen until the pointer comes, the button takes no line of its own; a finger always finds it.
const ROW =
  'relative mt-2.5 ps-8 [&>button]:end-0 [&>button]:bottom-0 [&>button]:bg-paper hover:[&>button]:opacity-100 [@media(hover:hover)]:[&>button]:absolute';

/** How the name of each is set. */
export const LOOKS = {
  article: 'block min-h-15 text-body leading-snug font-bold',
  section: 'font-semibold',
  other: '',
};

/** A link on a page of results that can be copied, and that takes the found words along. */
export const toPageLink: ToLink = ({ role, url, name, target, marks, about: [first, ...rest] }) => [
  toCopyable(toFound(element('a', { href: url, class: LOOKS[role] }, name), marks), target),
  ...(first === undefined ? [] : [' ', first, toResultButton(target), ...rest]),
];

/** An entry of a page of results. */
export function toItem(
  result: Result,
  sections: readonly Section[] = [],
  answers: readonly ShortAnswer[] = [],
): HTMLLIElement {
  return element(
    'li',
    {
      class:
        'border-t border-hairline py-6 font-sans text-[0.89rem] leading-normal [&_button]:-my-3',
    },
    ...toHead(result, answers, toPageLink),
    ...toSections(result, sections, answers, toPageLink),
  );
}

/** A link that takes words along, to be marked where it leads. */
export function toFound<T extends HTMLAnchorElement>(link: T, marks: readonly string[]): T {
  link.addEventListener('click', (event) => {
    if (marks.length > 0 && isPlain(event)) rememberFound(new URL(link.href).pathname, marks);
  });
  return link;
}

/** Whether a click opens the link here, and not in a tab or window of its own. */
export function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
