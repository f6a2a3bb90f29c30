import { expect, test } from 'vitest';
import { importShelf } from '../../../fixtures/importing.ts';

const host = 'https://tea.zendesk.example';
const article = (id: number, title: string, body: string, more: object = {}) => ({
  ...{ id, title, body, section_id: 20, locale: 'en-us', draft: false, position: 0 },
  html_url: `${host}/hc/en-us/articles/${id}-${title.replaceAll(' ', '-')}`,
  ...{ created_at: '2024-05-01T10:00:00Z', edited_at: '2024-05-02T10:00:00Z' },
  ...{ owner: 'Kitchen', reviewed: '2024-06-01', reviewBy: '2027-06-01' },
  ...more,
});
const shelf = () =>
  importShelf({
    'categories.json': JSON.stringify({ categories: [{ id: 10, name: 'Kitchen', position: 0 }] }),
    'sections.json': JSON.stringify({
      sections: [{ id: 20, name: 'Tea pots', description: 'What we pour from.', category_id: 10 }],
    }),
    'articles.json': JSON.stringify(
      {
        articles: [
          article(
            360012345,
            'Warm the pot',
            `<p>Warm it first.</p><h2 id="h_01">The lid</h2><p>It is <strong>hot</strong>, press <kbd>A</kbd>.</p><div class="alert alert-danger"><p>Mind it.</p></div><table><thead><tr><th>Size</th></tr></thead><tbody><tr><td>1&nbsp;l</td></tr></tbody></table><pre>pour &lt;tea&gt;</pre><p>See <a href="${host}/hc/en-us/articles/360099999#h_02">the jug</a>, <a href="/hc/en-us/articles/360099999-Other-words">again</a>.</p><p><img src="/hc/article_attachments/1/pot.png" alt="The pot"></p><iframe src="https://video.example/1"></iframe>`,
          ),
          article(
            360099999,
            'The jug',
            '<p>For milk.</p><h3 id="h_02">Its handle</h3><p>It breaks.</p>',
            { position: 1 },
          ),
          article(360055555, 'Not yet', '<p>Soon.</p>', { draft: true, position: 2 }),
        ],
      },
      null,
      2,
    ),
  });

test('HTML becomes Markdown, in the topic of its section', () => {
  const { system, body, plan } = shelf();
  expect(system).toBe('Zendesk');
  expect(plan.topics).toMatchInlineSnapshot(`
    "- id: kitchen
      title: Kitchen
      summary: Kitchen.
      sections:
        - id: tea-pots
          title: Tea pots
          articles:
            - warm-the-pot
            - the-jug
            - not-yet
    "
  `);
  expect(body('warm-the-pot')).toMatchInlineSnapshot(`
    "## The lid

    It is **hot**, press <kbd>A</kbd>.

    > [!CAUTION]
    > Mind it.

    | Size |
    | - |
    | 1 l |

    \`\`\`
    pour <tea>
    \`\`\`

    See [the jug](/articles/the-jug/#its-handle), [again](/articles/the-jug/).

    The pot

    [https://video.example/1](https://video.example/1)"
  `);
});

test('numbers and anchors lead on, drafts stay drafts, and what is lost is told with its line', () => {
  const { ledger, told, head } = shelf();
  expect(head('not-yet')).toContain('status: draft');
  expect(Object.entries(ledger()).map(([key, { to }]) => `${key} ${to}`)).toMatchInlineSnapshot(`
    [
      "/hc/en-us/articles/360012345-Warm-the-pot KB-1001",
      "/hc/en-us/articles/360012345-Warm-the-pot#h_01 KB-1001#the-lid",
      "/hc/en-us/articles/360099999-The-jug KB-1002",
      "/hc/en-us/articles/360099999-The-jug#h_02 KB-1002#its-handle",
    ]
  `);
  expect(told()).toMatchInlineSnapshot(`
    [
      "articles.json:4  <iframe> is now a link to what it shows",
      "articles.json:4  /hc/article_attachments/1/pot.png: there is no such picture",
    ]
  `);
});
