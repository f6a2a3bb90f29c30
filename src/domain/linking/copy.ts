import { formatDate, isPast } from '../date.ts';
import type { Site } from '../site.ts';
import { type Target, toLabel } from './copy-target.ts';
import { permalinkPath } from './permalink.ts';

/** What the longer formats say of an article; loaded only for them. */
export interface Facts {
  answer: string;
  /** As of which day or month each of its tables holds, by their ids. */
  tables?: Record<string, string> | undefined;
  owner?: string | undefined;
  reviewed?: string | undefined;
  reviewBy?: string | undefined;
  /** The day of its retirement. */
  retired?: string | undefined;
}

/** What goes to the clipboard; `html` only where it says more than the text. */
export interface Copied {
  text: string;
  html?: string;
}

/** The forms in which a link can be copied, with their names in the menu. */
export const formats = {
  link: 'Link',
  url: 'URL',
  markdown: 'Markdown',
  jira: 'Jira wiki',
  note: 'Internal note',
  reply: 'Reply sentence',
} as const;

export type Format = keyof typeof formats;

/** True for the name of a format, whatever a device has remembered. */
export function isFormat(value: unknown): value is Format {
  return typeof value === 'string' && Object.hasOwn(formats, value);
}

/** True for formats that say more than the title and the address. */
export function needsFacts(format: Format): boolean {
  return format === 'note' || format === 'reply';
}

/** The full permalink on the public site, from whatever host the page was read. */
export function toTargetUrl({ id, anchor }: Target, { toUrl }: Pick<Site, 'toUrl'>): string {
  return `${toUrl(permalinkPath(id))}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** A link in one format; a format that needs facts is the plain link without them. `today` is `YYYY-MM-DD`. */
export function toCopied(
  target: Target,
  format: Format,
  site: Pick<Site, 'toUrl' | 'locale'>,
  facts?: Facts,
  today = '',
): Copied {
  const url = toTargetUrl(target, site);
  const label = toLabel(target);
  const { id } = target;
  const link = `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
  if (format === 'url') return { text: url };
  if (format === 'markdown') return { text: `[${escapeMarkdown(label)}](${url}) (${id})` };
  if (format === 'jira') return { text: `[${escapeJira(label)}|${url}] (${id})` };
  if (format === 'note' && facts !== undefined) {
    const { owner = 'none', reviewed } = facts;
    const review = reviewed === undefined ? 'not yet' : formatDate(reviewed, site.locale);
    const state = `State: ${toState(facts, today, site.locale)} · Reviewed: ${review} · Owner: ${owner}`;
    const about = target.answer === undefined ? [state] : [target.answer, state];
    return {
      text: [`${id} ${label}`, ...about, url].join('\n'),
      html: [`${id} ${link}`, ...about.map(escapeHtml)].join('<br>'),
    };
  }
  if (format === 'reply' && facts !== undefined) {
    // The address stands last, and nothing follows it: what follows would become part of the link in many help desks.
    const { answer = facts.answer } = target;
    return {
      text: `${answer} More in “${label}”: ${url}`,
      html: `${escapeHtml(answer)} More in “${link}”.`,
    };
  }
  return { text: `${label} (${id})\n${url}`, html: `${link} (${id})` };
}

function toState({ retired, reviewBy }: Facts, today: string, locale: string): string {
  if (retired !== undefined) return `retired on ${formatDate(retired, locale)}`;
  return reviewBy !== undefined && isPast(reviewBy, today)
    ? `published, review overdue since ${formatDate(reviewBy, locale)}`
    : 'published';
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

// Only what means something within a line; the pipe too, since links are put into tables.
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&|~$]/g, '\\$&');
}

// Within a link, brackets, braces and pipes end it even behind a backslash: they are written as entities.
function escapeJira(text: string): string {
  return text
    .replace(/&(?=#?\w+;)/g, '&#38;')
    .replace(/[\\[\]{}|]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(
      /[*_^~+!]|\?\?|(?<!\S)-(?=\S)|(?<=\S)-(?!\S)|[:;](?=[()DP])|\((?=[/xyin!?+*-]\)|\w+\))/g,
      '\\$&',
    );
}
