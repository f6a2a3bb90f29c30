import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Makes schemas that are loaded from now on carry their doc comments as descriptions, which editors show. */
export function loadDescriptions(): void {
  registerHooks({
    load: (url, context, next) =>
      /\/src\/schemas\/[\w-]+\.ts$/.test(url)
        ? {
            format: 'module-typescript',
            source: toDescribed(readFileSync(fileURLToPath(url), 'utf8')),
            shortCircuit: true,
          }
        : next(url, context),
  });
}

/** The code of a module, with the doc comment of each field and constant as a description of its schema. */
export function toDescribed(code: string): string {
  const file = ts.createSourceFile('schema.ts', code, ts.ScriptTarget.Latest, true);
  const inserts: { at: number; text: string }[] = [];
  const describe = (node: ts.Node, of: ts.Node, before = '') => {
    const comment = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)?.comment;
    const text = ts.getTextOfJSDocComment(comment)?.replace(/\s+/g, ' ').trim();
    if (text === undefined || text === '') return;
    inserts.push(
      { at: of.getStart(file), text: `${before}describe__(` },
      { at: of.end, text: `, ${JSON.stringify(text)})` },
    );
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) describe(node, node.initializer);
    else if (ts.isShorthandPropertyAssignment(node))
      describe(node, node.name, `${node.name.text}: `);
    else if (ts.isVariableDeclaration(node) && node.initializer !== undefined)
      describe(node, node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(file);
  // From the end, so that the places before stay; what is closed comes before what encloses it.
  const described = inserts
    .map((insert, order) => ({ ...insert, order }))
    .toSorted((a, b) => b.at - a.at || a.order - b.order)
    .reduce((text, { at, text: more }) => text.slice(0, at) + more + text.slice(at), code);
  return `${described}
function describe__<T>(value: T, text: string): T {
  const schema = value as { _zod?: unknown; describe?: (text: string) => T };
  return schema._zod === undefined ? value : (schema.describe?.(text) ?? value);
}
`;
}
