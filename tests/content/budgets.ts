import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A line of `content/budgets.yaml`: the most that a page may weigh, in kilobytes and compressed. */
interface Budget {
  page: string;
  /** The page itself. */
  html: number;
  /** The page with its stylesheet. */
  styled: number;
}

export const BUDGETS = parse(readFileSync('content/budgets.yaml', 'utf8')) as Budget[];
