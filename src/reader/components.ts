import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { type Place, type Problem, suggest } from '#domain/problem.ts';
import type { ProblemCode } from '#domain/problems/codes.ts';
import { isComponentName, type ComponentUse } from '#domain/checking/component.ts';
import { componentSchemas, componentsAroundText } from '#schemas/component.ts';
import { type Literal, parseLiteral } from './literal.ts';
import { parseData } from './schema.ts';

/** Reads a component of an article and its props, which are data and never run; `source` is the text of the whole file, `place` where the component stands in it. */
export function parseComponent(
  { name, attributes, children, position }: MdxJsxFlowElement | MdxJsxTextElement,
  source: string,
  place: Place,
  toPlace: (offset: number) => Place,
): { use?: ComponentUse; problems: Problem[] } {
  const start = position?.start.offset ?? 0;
  if (name === null || !isComponentName(name))
    return {
      problems: [
        {
          ...place,
          code: 'unknown-component',
          message: `unknown component <${name ?? ''}>`,
          hint: suggest(name ?? '', Object.keys(componentSchemas)),
        },
      ],
    };
  const problems: Problem[] = [];
  const props = new Map<string, { data: unknown; offset: number; literal?: Literal }>();
  let offset = start + name.length;
  for (const attribute of attributes) {
    const report = (code: ProblemCode, message: string, hint: string) =>
      void problems.push({ ...toPlace(offset), code, message: `<${name}>: ${message}`, hint });
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      offset = source.indexOf(attribute.value, offset);
      report('code-in-article', `code: {${attribute.value}}`, 'Write each prop with its value.');
      continue;
    }
    offset = source.indexOf(attribute.name, offset);
    const { name: prop, value } = attribute;
    if (props.has(prop))
      report('repeated-key', `the prop ${prop} stands twice`, 'Keep one of the two.');
    if (typeof value === 'string') props.set(prop, { data: value, offset });
    else if (value == null) props.set(prop, { data: true, offset });
    else {
      // What the tree holds has lost its indentation.
      const literal = parseLiteral(source, source.indexOf('{', offset) + 1);
      if (literal === undefined)
        report(
          'code-in-article',
          `the value of ${prop} is code`,
          'Write it as data: "…" for text, {[…]} for a list.',
        );
      else if (typeof literal.data === 'string')
        report('code-in-article', `the text of ${prop} stands in braces`, `Write ${prop}="…".`);
      props.set(prop, {
        data: literal?.data,
        offset,
        ...(literal === undefined ? {} : { literal }),
      });
    }
    offset += prop.length;
  }
  if (componentsAroundText.includes(name) !== children.length > 0)
    problems.push(
      children.length > 0
        ? {
            ...place,
            code: 'component-body',
            message: `<${name}> shows nothing of what stands in it`,
            hint: `Write <${name} … />, and the text behind it.`,
          }
        : {
            ...place,
            code: 'component-body',
            message: `<${name}> is empty`,
            hint: `Write <${name} …>, what it is about, and </${name}>.`,
          },
    );
  // What cannot be read has been told; what it should be is not asked.
  if (problems.length > 0) return { problems };
  const at = ([prop, ...rest]: readonly PropertyKey[]): Place => {
    const found = props.get(String(prop));
    if (found === undefined) return place;
    return toPlace(rest.length === 0 ? found.offset : (found.literal?.at(rest) ?? found.offset));
  };
  const result = parseData<unknown>(
    componentSchemas[name],
    Object.fromEntries([...props].map(([prop, { data }]) => [prop, data])),
    at,
  );
  const use =
    result.data === undefined ? {} : { use: { name, props: result.data, at } as ComponentUse };
  return {
    ...use,
    problems: result.problems.map((problem) => ({
      ...problem,
      message: `<${name}>: ${problem.message}`,
    })),
  };
}
