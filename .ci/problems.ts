// npm run problems: writes docs/problems.md from the table of src/domain/problems/. With --check it writes nothing, and fails when the
// page is out of date.
import { chapters } from '#domain/problems/codes.ts';
import type { Explanation } from '#domain/problems/explanation.ts';
import { formatMarkdown, keepPage } from './page.ts';

export const PAGE = 'docs/problems.md';

/** The page that explains each code: what it means, an example, what to do. */
export async function formatPage(): Promise<string> {
  const parts = Object.entries(chapters).map(([title, codes]) =>
    [`## ${title}`, ...Object.entries<Explanation>(codes).map(formatCode)].join('\n\n'),
  );
  const text = `# Problems

What \`npm run check:content\`, \`npm run dev\` and \`npm run build\` find, by the code at the end of each message. Written by \`npm run problems\` from \`src/domain/problems/\`, where tests see that each example makes its problem.

${parts.join('\n\n')}
`;
  return formatMarkdown(PAGE, text);
}

function formatCode([code, { meaning, example, remedy }]: [string, Explanation]): string {
  return `### ${code}\n\n${meaning}\n\n\`\`\`text\n${example}\n\`\`\`\n\n${remedy}`;
}

if (import.meta.main) keepPage(PAGE, await formatPage(), 'npm run problems');
