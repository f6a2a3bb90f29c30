import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import DecisionDiagram from '#components/article/DecisionDiagram.astro';
import FlowDiagram from '#components/article/FlowDiagram.astro';
import StackDiagram from '#components/article/StackDiagram.astro';
import { toMarkdown } from '#markdown/export/markdown.ts';
import { parsePage } from '#markdown/export/page.ts';
import type { ComponentProps } from '#schemas/component.ts';
import { all, attribute, text } from '../fixtures/html.ts';

type Component = Parameters<AstroContainer['renderToString']>[0];

async function draw<Name extends keyof ComponentProps>(
  component: Component,
  props: ComponentProps[Name],
) {
  const container = await AstroContainer.create();
  const html = await container.renderToString(component, { props });
  const { markdown } = toMarkdown(
    parsePage(
      `<body><main id="main"><article><div data-export="prose">${html}</div></article></main></body>`,
    ),
    'https://help.example/articles/tea/',
  );
  return { page: parseDocument(html), markdown };
}

const layers = ['Tea', 'Strainer', 'Pot'].map((label) => ({ label }));

test('a stack is told from top to bottom, with its line between the layers', async () => {
  const { markdown } = await draw<'StackDiagram'>(StackDiagram, {
    label: 'Tea in a pot.',
    stacks: [
      { title: 'Tea', layers, boundary: 1 },
      { title: 'Cocoa', layers, boundary: 2 },
    ],
  });
  expect(markdown.split('\n\n')).toEqual([
    'Drawing: Tea in a pot.',
    'Tea',
    '1. Tea',
    'trust boundary',
    '2. Strainer\n3. Pot',
    'Cocoa',
    '1. Tea\n2. Strainer',
    '3) Pot',
  ]);
});

test.each([
  ['the trust boundary alone is dashed', undefined, 'trust boundary', true],
  ['a line of another meaning is solid', 'guest / host', 'guest / host', false],
])('%s', async (_, line, words, isDashed) => {
  const { page } = await draw<'StackDiagram'>(StackDiagram, {
    label: 'Tea in a pot.',
    stacks: [{ title: 'Tea', layers, boundary: 1 }],
    line,
  });
  const [, drawn] = all(page, ({ name }) => name === 'p');
  expect(drawn && text(drawn)).toBe(words);
  expect(drawn && /dashed/.test(attribute(drawn, 'class') ?? '')).toBe(isDashed);
});

test('stacks without a boundary have no line', async () => {
  const { page } = await draw<'StackDiagram'>(StackDiagram, {
    label: 'Tea in a pot.',
    stacks: [{ title: 'Tea', layers }],
  });
  expect(all(page, ({ name }) => name === 'p').map(text)).toEqual(['Tea']);
});

test('a box has a tint if it has a role', async () => {
  const { page } = await draw<'StackDiagram'>(StackDiagram, {
    label: 'Tea in a pot.',
    stacks: [{ title: 'Tea', layers: [{ label: 'Tea' }, { label: 'Stove', role: 'host' }] }],
  });
  const tints = all(page, ({ name }) => name === 'li').map(
    (box) => /bg-\S+/.exec(attribute(box, 'class') ?? '')?.[0],
  );
  expect(tints).toEqual(['bg-paper', 'bg-role-host']);
});

test('a decision is a numbered list of questions, and ends where a no to all of them leads', async () => {
  const { markdown } = await draw<'DecisionDiagram'>(DecisionDiagram, {
    label: 'Two questions.',
    questions: [
      { question: 'In a hurry?', yes: 'espresso' },
      { question: 'Is it late?', yes: 'cocoa' },
    ],
    otherwise: 'Tea',
  });
  expect(markdown.split('\n\n')).toEqual([
    'Drawing: Two questions.',
    '1. In a hurry? yes → espresso\n2. Is it late? yes → cocoa',
    'no',
    'Tea',
  ]);
});

test('each arrow of a flow stands before the box that it leads to', async () => {
  const { markdown } = await draw<'FlowDiagram'>(FlowDiagram, {
    label: 'Water becomes tea.',
    steps: [
      { label: 'Tap', arrow: 'fill' },
      { label: 'Kettle', arrow: 'pour', group: 'Stove' },
      { label: 'Pot', note: 'waits' },
    ],
  });
  expect(markdown.split(/\n+/)).toEqual([
    'Drawing: Water becomes tea.',
    '1. Tap',
    'Stove',
    '1. fill: Kettle',
    '1) pour: Pot (waits)',
  ]);
});
