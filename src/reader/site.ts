import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place, Problem } from '#domain/problem.ts';
import { type Environment, listWrongSettings, type Site, toSite } from '#domain/site.ts';
import { type SiteConfig, siteSchema } from '#schemas/site.ts';
import { parseData } from './schema.ts';

const FILE = 'src/site.config.ts';

/** The site that a configuration and the environment describe, and all that is wrong with them; nothing is built with a problem. */
export function readSite(
  config: SiteConfig,
  env: Environment,
  root = process.cwd(),
): { site: Site; problems: Problem[] } {
  const file = join(root, FILE);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const at = ([field]: readonly PropertyKey[]): Place => {
    const line = lines.findIndex((text) => text.startsWith(`  ${String(field)}:`)) + 1;
    return line === 0 ? { file: FILE } : { file: FILE, line, column: 3 };
  };
  const wrong = listWrongSettings(config, env).map(({ field, name, value, hint }) => ({
    ...at([field ?? '']),
    code: 'wrong-setting' as const,
    message: `${name} is "${value}"`,
    hint,
  }));
  return {
    site: toSite(config, env),
    problems: [...parseData(siteSchema, config, at).problems, ...wrong],
  };
}
