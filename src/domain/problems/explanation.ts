/** What `docs/problems.md` tells of a kind of problem. */
export interface Explanation {
  /** What it means, in a sentence or two. */
  meaning: string;
  /** What stands in a file that has it; a test sees that it does. */
  example: string;
  /** What to do. */
  remedy: string;
}
