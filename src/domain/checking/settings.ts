import { wrongSettings } from '#site.ts';
import { checkFeedback } from '../feedback.ts';
import type { Problem } from '../problem.ts';

/** Finds settings of the site that cannot be read. */
export function checkSettings(): Problem[] {
  return [
    ...wrongSettings.map(({ name, value, hint }) => ({
      file: 'src/site.ts',
      code: 'wrong-setting' as const,
      message: `${name} is "${value}"`,
      hint,
    })),
    ...checkFeedback(),
  ];
}
