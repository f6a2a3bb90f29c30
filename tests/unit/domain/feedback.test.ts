import { expect, test } from 'vitest';
import { findFeedback, toEditUrl, toMessageUrl, toReportUrl } from '#domain/feedback.ts';

const mail = findFeedback('mailto:editors@drinks.example');
const github = findFeedback('https://github.com/drinks/kb');
const gitlab = findFeedback('https://gitlab.com/drinks/hot/kb');
const hard = {
  id: 'KB-1001',
  title: `Tea < coffee & "milk" | [a](b) + 100 % 🍵`,
  section: "What's tea?",
  url: 'https://kb.example/k/1001/#what-is-tea',
};

test.each([
  ['mailto:editors@drinks.example', { kind: 'mailto', address: 'editors@drinks.example' }],
  [
    'https://github.com/drinks/kb',
    { kind: 'github', repository: 'https://github.com/drinks/kb', branch: 'main' },
  ],
  [
    'https://github.com/drinks/kb.git',
    { kind: 'github', repository: 'https://github.com/drinks/kb', branch: 'main' },
  ],
  [
    'https://github.com/drinks/kb/tree/old/trunk/',
    { kind: 'github', repository: 'https://github.com/drinks/kb', branch: 'old/trunk' },
  ],
  [
    'https://gitlab.com/drinks/hot/kb',
    { kind: 'gitlab', repository: 'https://gitlab.com/drinks/hot/kb', branch: 'main' },
  ],
  [
    'https://gitlab.drinks.example/hot/kb/-/tree/trunk',
    { kind: 'gitlab', repository: 'https://gitlab.drinks.example/hot/kb', branch: 'trunk' },
  ],
  ['', undefined],
  ['editors@drinks.example', undefined],
  ['https://github.com/drinks', undefined],
])('the setting "%s" is read', (setting, feedback) =>
  expect(findFeedback(setting)).toEqual(feedback),
);

test.each([
  ['mail', mail, 'mailto:', 'subject', 'body', '\r\n'],
  ['GitHub', github, 'https://github.com/drinks/kb/issues/new?', 'title', 'body', '\n'],
  [
    'GitLab',
    gitlab,
    'https://gitlab.com/drinks/hot/kb/-/issues/new?',
    'issue[title]',
    'issue[description]',
    '\n',
  ],
] as const)(
  'a report to %s says the same after it is read back',
  (_name, feedback, start, subject, body, end) => {
    const url = toReportUrl(hard, feedback) ?? '';
    expect(url.startsWith(start)).toBe(true);
    const query = new URL(url).searchParams;
    expect([...query.keys()]).toEqual([subject, body]);
    expect(query.get(subject)).toBe(`Mistake in KB-1001: ${hard.title} › ${hard.section}`);
    expect(query.get(body)).toBe(
      [
        `Article: KB-1001 ${hard.title}`,
        `Section: ${hard.section}`,
        `Link: ${hard.url}`,
        '',
        'What is wrong:',
        '',
      ].join(end),
    );
  },
);

test('nothing in a report ends its link early, and no space becomes a plus', () => {
  for (const feedback of [mail, github, gitlab])
    expect(toReportUrl(hard, feedback)).not.toMatch(/[\s'"()<>[\]|+*!]/);
});

test('an address may hold what a link may not', () => {
  expect(toMessageUrl('Hi', [], findFeedback('mailto:tea&co#1@drinks.example'))).toBe(
    'mailto:tea%26co%231@drinks.example?subject=Hi',
  );
});

test('half an emoji does not throw', () => {
  expect(toMessageUrl('🍵'.slice(0, 1), [], mail)).toBe(
    'mailto:editors@drinks.example?subject=%EF%BF%BD',
  );
});

test('a report on an article names no section', () => {
  const url = new URL(
    toReportUrl({ id: 'KB-1001', title: 'Tea', url: 'https://kb.example/k/1001/' }, github) ?? '',
  );
  expect(url.searchParams.get('title')).toBe('Mistake in KB-1001: Tea');
  expect(url.searchParams.get('body')).not.toContain('Section');
});

test('a page is edited where its file is', () => {
  const file = 'content/articles/hot drinks/tea.mdx';
  expect(toEditUrl(file, github)).toBe(
    'https://github.com/drinks/kb/edit/main/content/articles/hot%20drinks/tea.mdx',
  );
  expect(toEditUrl(file, gitlab)).toBe(
    'https://gitlab.com/drinks/hot/kb/-/edit/main/content/articles/hot%20drinks/tea.mdx',
  );
  expect(toEditUrl(file, mail)).toBeUndefined();
});

test('without a setting there is no link', () => {
  const none = findFeedback('');
  expect(toReportUrl(hard, none)).toBeUndefined();
  expect(toEditUrl('content/articles/tea.mdx', none)).toBeUndefined();
});
