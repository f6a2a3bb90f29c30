import type { z } from 'astro/zod';
import type { Located, Problem } from '#domain/problem.ts';
import { parseData } from './schema.ts';
import { parseYaml } from './yaml.ts';

/** Reads a file of JSON by its schema, with the place of every fault. JSON is YAML, whose reader knows places; but not all YAML is JSON. */
export function parseJson<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
): { data: T | undefined; at: Located<T>['at']; problems: Problem[] } {
  const yaml = parseYaml(text, file);
  const { data, problems } =
    yaml.problems.length > 0
      ? { data: undefined, problems: yaml.problems }
      : parseData(schema, yaml.data, yaml.at);
  return {
    data,
    at: yaml.at,
    problems: problems.length === 0 ? checkJson(text, file) : problems,
  };
}

function checkJson(text: string, file: string): Problem[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    // The place stands in the words alone: https://github.com/nodejs/node/issues/24361
    const { message } = error as SyntaxError;
    const [, line = 1, column = 1] = /line (\d+) column (\d+)/.exec(message) ?? [];
    const hint = 'Quote every key and text with ", and leave no comma before a closing brace.';
    return [
      {
        file,
        line: Number(line),
        column: Number(column),
        code: 'broken-json',
        message: `broken JSON: ${message.replace(/ (?:in JSON )?at position.*/, '')}`,
        hint,
      },
    ];
  }
}
