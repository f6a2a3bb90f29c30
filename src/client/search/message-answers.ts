import { toErrorAnchor } from '#domain/linking/anchor.ts';
import { toResultTarget } from '#domain/linking/copy-target.ts';
import { errorDataPath, errorPath } from '#domain/linking/permalink.ts';
import { parseCode } from '#domain/code.ts';
import type { Explained } from '#domain/message.ts';
import { remember } from '#domain/remember.ts';
import { toHref } from '#links.ts';
import type { Result } from '#search/candidates.ts';
import type { KnownMessage, Recognised } from '#search/messages.ts';
import { element } from '../element.ts';
import { loadFacts } from '../facts.ts';
import { loadJson, report } from '../loading.ts';
import type { ShortAnswer } from './short-answer.ts';

// A text that holds more is a log.
const MOST_MESSAGES = 2;

const load = remember((id: string) => loadJson<Explained>(toHref(errorDataPath(id))));

/** What the first messages of a text mean, by the results that explain them, or what to say of a message that is not known; what cannot be loaded is left out. */
export async function explainMessages(
  { messages, isUnknown, nearest }: Recognised,
  results: readonly Result[],
): Promise<{ answers: ShortAnswer[][]; unknown?: HTMLElement }> {
  if (isUnknown) return { answers: [], unknown: await toUnknown(nearest) };
  const told = messages.slice(0, MOST_MESSAGES);
  const answers = results.map(async (result) => {
    const own = told.filter(({ page }) => page === result.candidate.id);
    const loaded = await Promise.all(own.map(({ id }) => explain(result, id).catch(report)));
    return loaded.filter((answer) => answer !== undefined);
  });
  return { answers: await Promise.all(answers) };
}

async function explain({ card }: Result, id: string): Promise<ShortAnswer> {
  const [about, facts] = await Promise.all([load(id), loadFacts(card.id).catch(report)]);
  const url = `${card.url}#${toErrorAnchor(id)}`;
  const causes = about.causes.map(({ sign, remedy }) => [sign, remedy].filter(Boolean).join(' '));
  const text = [about.meaning, ...causes].join(' ').replaceAll('`', '');
  return {
    url,
    name: about.message,
    target: toResultTarget(card, { name: about.message, url }, text),
    content: [
      element('span', {}, ...toCoded(about.meaning)),
      element(
        'ul',
        { class: 'mt-3 list-disc ps-8' },
        ...causes.map((cause) => element('li', {}, ...toCoded(cause))),
      ),
    ],
    checked: facts?.reviewed,
  };
}

async function toUnknown(nearest: KnownMessage | undefined): Promise<HTMLElement> {
  const about = nearest && (await load(nearest.id).catch(report));
  const link =
    about &&
    element('a', { href: toHref(errorPath(nearest.id)) }, element('code', {}, about.message));
  return element(
    'p',
    { class: 'mb-4' },
    'This message is not among those that are explained here.',
    ...(link ? [' The nearest: ', link] : []),
  );
}

function toCoded(text: string): (Node | string)[] {
  return parseCode(text).map(({ text: own, isCode }) => (isCode ? element('code', {}, own) : own));
}
