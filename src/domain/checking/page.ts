import type { Page } from '#schemas/page.ts';
import { checkFuture, type Located, type Problem } from '../problem.ts';

// What the site itself has at its root.
const TAKEN =
  /^(api|articles|comparisons|glossary|index|k|licences|pagefind|previews|search|sources|style|suggest|topics)$/;

/** Finds pages that would stand in the place of others, and days that are yet to come. */
export function checkPages(pages: readonly Located<Page>[], today: string): Problem[] {
  return pages.flatMap((page) => [
    ...(TAKEN.test(page.id)
      ? [
          {
            ...page.at([]),
            code: 'wrong-file-name' as const,
            message: `the site has another page at /${page.id}/`,
            hint: 'Rename the file.',
          },
        ]
      : []),
    ...checkFuture(page.at, ['reviewed'], page.data.reviewed, today),
  ]);
}
