import { toErrorAnchor } from '#domain/linking/anchor.ts';
import { toResultTarget } from '#domain/linking/copy.ts';
import { errorDataPath, errorPath } from '#domain/linking/permalink.ts';
import { parseCode } from '#domain/code.ts';
import type { Explained } from '#domain/message.ts';
import { remember } from '#domain/remember.ts';
import { toHref } from '#links.ts';
import type { Answer } from '#search/engine.ts';
import type { KnownMessage } from '#search/messages.ts';
import { toCopyable, toResultButton } from '../copying/copy-keys.ts';
import { element } from '../element.ts';
import { loadJson, report } from '../loading.ts';

// A text that holds more is a log.
const MOST_MESSAGES = 2;

const load = remember((id: string) => loadJson<Explained>(toHref(errorDataPath(id))));

/** What the first messages of an answer mean, and the nearest of an unknown one, by id; what cannot be loaded is left out. */
export async function explainMessages({
  recognised,
}: Answer): Promise<ReadonlyMap<string, Explained>> {
  const { messages = [], nearest } = recognised ?? {};
  const told = [...messages.slice(0, MOST_MESSAGES), ...(nearest ? [nearest] : [])];
  const loaded = await Promise.all(
    told.map(async ({ id }) => [id, await load(id).catch(report)] as const),
  );
  return new Map(loaded.flatMap(([id, about]) => (about === undefined ? [] : [[id, about]])));
}

/** What stands above the results: what the messages of a query mean, or that its message is not known. */
export function toMessageNotes(
  { recognised, results }: Answer,
  explained: ReadonlyMap<string, Explained>,
): HTMLElement[] {
  if (recognised === undefined) return [];
  const { messages, isUnknown, nearest } = recognised;
  const known = messages.slice(0, MOST_MESSAGES).flatMap((message) => {
    const about = explained.get(message.id);
    const card = results.find(({ candidate }) => candidate.id === message.page)?.card;
    if (about === undefined || card === undefined) return [];
    const url = `${card.url}#${toErrorAnchor(message.id)}`;
    const target = toResultTarget(card, { name: about.message, url });
    const link = toCopyable(element('a', { href: url }, card.title), target);
    const causes = about.causes.map(({ sign, remedy }) =>
      element('li', {}, ...toCoded([sign, remedy].filter(Boolean).join(' '))),
    );
    return [
      element(
        'div',
        {
          class: 'meaning answer mt-4 mb-8 font-serif',
          role: 'group',
          'aria-label': 'Error message',
        },
        element('p', {}, element('code', {}, about.message)),
        element('p', { class: 'mt-3' }, ...toCoded(about.meaning)),
        element('ul', { class: 'mt-3 list-disc ps-8' }, ...causes),
        element('p', { class: 'mt-3 quiet' }, 'Explained in ', link, ' ', toResultButton(target)),
      ),
    ];
  });
  if (!isUnknown) return known;
  return [
    element(
      'p',
      { class: 'mb-4' },
      'This message is not among those that are explained here.',
      ...(nearest === undefined ? [] : toNearest(nearest, explained.get(nearest.id))),
    ),
  ];
}

function toNearest({ id }: KnownMessage, about?: Explained): (Node | string)[] {
  if (about === undefined) return [];
  const link = element('a', { href: toHref(errorPath(id)) }, element('code', {}, about.message));
  return [' The nearest: ', link];
}

function toCoded(text: string): (Node | string)[] {
  return parseCode(text).map(({ text: own, isCode }) => (isCode ? element('code', {}, own) : own));
}
