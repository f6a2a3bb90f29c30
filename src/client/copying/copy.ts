import {
  type Copied,
  type Format,
  formats,
  isFormat,
  needsFacts,
  toCopied,
  toTargetUrl,
} from '#domain/linking/copy.ts';
import { type Target, toLabel } from '#domain/linking/copy-target.ts';
import { toReportUrl } from '#domain/feedback.ts';
import { feedback, toUrl } from '#links.ts';
import { element } from '../element.ts';
import { facts, loadFacts } from '../facts.ts';
import { report } from '../loading.ts';
import '../later.ts';
import { keep, recall } from '../storage.ts';

const KEY = 'copy-format';
const MESSAGE_TIME = 10_000;
const site = { toUrl, locale: document.documentElement.lang };

// The menu beside the button says it to those who see it.
const status = element('p', {
  role: 'status',
  class:
    'pointer-events-none fixed inset-x-10 bottom-10 z-20 mx-auto w-fit max-w-[min(40rem,100vw-2rem)] rounded-sm bg-ink px-9 py-5 font-sans text-small text-paper peer-[:popover-open]:sr-only empty:p-0 print:hidden',
});
const done = element('p', { class: 'px-6 font-bold', 'aria-hidden': 'true' });
const field = element('textarea', {
  class: 'mb-5 w-220 max-w-full border border-edge bg-paper p-4',
  readonly: true,
  hidden: true,
  rows: '3',
  'aria-label': 'To be copied by hand',
});
const LINE =
  'block w-full cursor-pointer rounded-sm px-6 text-start leading-19 hover:bg-accent-tint';
const choices = Object.entries(formats).map(([format, name]) => {
  const choice = element(
    'button',
    {
      type: 'button',
      class: `${LINE} aria-pressed:font-bold aria-pressed:text-accent aria-pressed:after:content-['_✓'/'']`,
      'data-format': format,
    },
    name,
  );
  choice.addEventListener('pointerenter', () => void prepareFormat(format as Format));
  choice.addEventListener('focus', () => void prepareFormat(format as Format));
  choice.addEventListener('click', () => choose(format as Format));
  return choice;
});
const reportLink = element('a', { class: LINE }, 'Report a wrong fact');
const heading = element('p', { class: 'px-6 text-quiet' }, 'Copy instead as');
const menu = element(
  'div',
  { popover: 'auto', class: 'peer popup p-5', role: 'group', 'aria-label': 'Copy instead as' },
  field,
  done,
  heading,
  ...choices,
  reportLink,
);
const box = element('div', { class: 'later' }, menu, status);
let chosen: { target: Target; source: HTMLElement | undefined } | undefined;
let timer = 0;
settle();

/** Loads what the remembered format needs, so that the click finds it ready. */
export function prepare({ id }: Target): void {
  settle();
  if (needsFacts(recallFormat())) loadFacts(id).catch(report);
}

/** Copies a link in the remembered format and, beside the button that was pressed, offers the other formats. */
export function copy(target: Target, source?: HTMLElement): void {
  settle();
  chosen = { target, source };
  const format = recallFormat();
  field.hidden = true;
  if (source !== undefined) void showMenu(source);
  const ready = toReady(target, format);
  if (ready !== undefined) void write(ready, toMessage(target, format));
  else
    loadFacts(target.id).then(
      () => copyLoaded(target, format),
      (error: unknown) => {
        report(error);
        copyLoaded(target, 'link', formats[format]);
      },
    );
}

/** Copies a link in answer to a `copy` event, which takes it on any origin and without a permission. */
export function copyInto(event: ClipboardEvent, target: Target): void {
  const format = recallFormat();
  const ready = toReady(target, format);
  // The event is over when a module or an article was still to be loaded.
  if (ready === undefined || event.eventPhase === Event.NONE || event.clipboardData === null) {
    copy(target);
    return;
  }
  settle();
  fill(event.clipboardData, ready);
  say(toMessage(target, format));
}

/** Copies a text that is no link, and says so by the name of what was copied. */
export function copyText(text: string, name: string): void {
  settle();
  chosen = undefined;
  field.hidden = true;
  void write({ text }, `Copied: ${name}`);
}

function choose(format: Format): void {
  if (chosen === undefined) return;
  keep(KEY, format === 'link' ? undefined : format);
  const { target, source } = chosen;
  menu.hidePopover();
  source?.focus();
  copy(target);
  chosen = { target, source };
}

function copyLoaded(target: Target, format: Format, missed?: string): void {
  const ready = toReady(target, format);
  if (ready !== undefined) void write(ready, toMessage(target, format, missed));
}

function recallFormat(): Format {
  const format = recall(KEY);
  return isFormat(format) ? format : 'link';
}

// Undefined while the facts that the format needs are still to be loaded.
function toReady(target: Target, format: Format): Copied | undefined {
  const known = facts.get(target.id);
  return needsFacts(format) && known === undefined
    ? undefined
    : toCopied(target, format, site, known, new Date().toISOString().slice(0, 10));
}

async function prepareFormat(format: Format): Promise<void> {
  if (chosen !== undefined && needsFacts(format)) await loadFacts(chosen.target.id).catch(report);
}

async function write(copied: Copied, message: string): Promise<void> {
  if ((await writeToClipboard(copied)) || writeByEvent(copied)) {
    say(message);
    return;
  }
  field.value = copied.text;
  field.hidden = false;
  if (!menu.matches(':popover-open')) await showMenu(chosen?.source);
  field.focus();
  field.select();
  say(
    'Not copied: the browser did not allow it. The text is selected: copy it with Ctrl C, on a Mac with ⌘ C.',
  );
}

function toMessage(target: Target, format: Format, missed?: string): string {
  const why = missed === undefined ? '' : `, since what “${missed}” needs could not be loaded`;
  return `${formats[format]} copied${why}: ${toLabel(target)}`;
}

async function writeToClipboard({ text, html }: Copied): Promise<boolean> {
  // Both are missing on plain http.
  if (navigator.clipboard === undefined || typeof ClipboardItem === 'undefined') return false;
  const toBlob = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
  const item = {
    ...toBlob('text/plain', text),
    ...(html === undefined ? {} : toBlob('text/html', html)),
  };
  return navigator.clipboard.write([new ClipboardItem(item)]).then(
    () => true,
    () => false,
  );
}

function writeByEvent(copied: Copied): boolean {
  let isWritten = false;
  const take = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    fill(event.clipboardData, copied);
    isWritten = true;
  };
  document.addEventListener('copy', take, { capture: true });
  // Deprecated, and the only way on plain http.
  const old = document as { execCommand?: (command: string) => boolean };
  const isDone = old.execCommand?.('copy') ?? false;
  document.removeEventListener('copy', take, { capture: true });
  return isDone && isWritten;
}

function fill(data: DataTransfer, { text, html }: Copied): void {
  data.setData('text/plain', text);
  if (html !== undefined) data.setData('text/html', html);
}

async function showMenu(source: HTMLElement | undefined): Promise<void> {
  for (const choice of choices)
    choice.setAttribute('aria-pressed', String(choice.dataset['format'] === recallFormat()));
  // A text that is no link has no other formats.
  for (const part of [heading, ...choices]) part.hidden = chosen === undefined;
  // A row states facts; what is wrong elsewhere on the page is reported at its side and at its end.
  const url = chosen?.target.anchor?.includes('--')
    ? toReportUrl({ ...chosen.target, url: toTargetUrl(chosen.target, site) }, feedback)
    : undefined;
  reportLink.hidden = url === undefined;
  reportLink.href = url ?? '';
  // The source is what the menu stands beside, and makes it the next stop of the keyboard.
  menu.showPopover(source === undefined ? {} : { source });
}

// A modal dialogue makes all else on the page inert.
function settle(): void {
  const home =
    document.querySelector('dialog[open]') ?? document.querySelector('main') ?? document.body;
  if (box.parentElement !== home) home.append(box);
}

function say(message: string): void {
  window.clearTimeout(timer);
  done.textContent = message.replace(/[,:].*/, '');
  status.textContent = '';
  // The same words are only announced again after they were gone.
  timer = window.setTimeout(() => {
    status.textContent = message;
    timer = window.setTimeout(() => {
      status.textContent = '';
    }, MESSAGE_TIME);
  }, 50);
}
