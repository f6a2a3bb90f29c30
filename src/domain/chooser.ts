/** The part of a rule that decides: answers by question id, all of which must be given. */
export interface Condition {
  when: Readonly<Record<string, string>>;
}

/** What the answers lead to: the rule that won, or the question that must be answered next. */
export type Choice<R> = { rule: R; ask?: undefined } | { ask: string; rule?: undefined };

/** Finds the first rule that the answers (option by question id) fulfil, unless an earlier one is still open. */
export function choose<R extends Condition>(
  rules: readonly R[],
  answers: ReadonlyMap<string, string>,
): Choice<R> | undefined {
  for (const rule of rules) {
    const conditions = Object.entries(rule.when);
    if (
      conditions.some(
        ([question, option]) => answers.has(question) && answers.get(question) !== option,
      )
    )
      continue;
    const open = conditions.find(([question]) => !answers.has(question));
    return open === undefined ? { rule } : { ask: open[0] };
  }
  return undefined;
}
