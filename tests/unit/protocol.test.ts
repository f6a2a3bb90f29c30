import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOMS = 'src/{client,integrations,markdown/export}/**/*.ts';
const QUERIES = /^(querySelector(All)?|closest|matches|find|getElementsByClassName)$/;
const CUTS = /^(split|startsWith|endsWith|includes|indexOf|match|matchAll|search|slice|exec|test)$/;
const WORDS = /\.(textContent|innerText)\b|\bto(Raw)?Text\(/;

/** What takes a class or words of the page for data, with its line. */
function findProtocols(code: string): string[] {
  const source = ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const say = (node: ts.Node, what: string) =>
    found.push(`${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression: callee } = node;
      const method = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
      const object = ts.isPropertyAccessExpression(callee) ? callee.expression.getText() : '';
      for (const argument of node.arguments)
        if (QUERIES.test(method) && ts.isStringLiteralLike(argument))
          if (/\.[a-z]/i.test(argument.text.replace(/\[.*?\]/g, '')) || /^getE/.test(method))
            say(node, `asks for a class: ${argument.text}`);
      if (object.endsWith('classList') && method === 'contains') say(node, 'reads a class');
      if (method === 'getAttribute' && node.arguments[0]?.getText() === "'class'")
        say(node, 'reads a class');
      const isRead = /^(exec|test)$/.test(method)
        ? node.arguments.some((argument) => WORDS.test(argument.getText()))
        : WORDS.test(object);
      if (CUTS.test(method) && isRead) say(node, 'cuts the words of the page');
    }
    if (ts.isElementAccessExpression(node) && node.argumentExpression.getText() === "'class'")
      say(node, 'reads a class');
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'className') {
      const { parent } = node;
      const isWritten = ts.isBinaryExpression(parent) && parent.left === node;
      if (!isWritten) say(node, 'reads a class');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test.each(globSync(ROOMS))('%s takes neither a class nor words of the page for data', (file) =>
  expect(findProtocols(readFileSync(file, 'utf8'))).toEqual([]),
);

test.each([
  `page.querySelector('.term')`,
  `page.querySelectorAll('[data-part] > a.mark, p')`,
  `find(page, 'tbody tr:not(.group)')`,
  `link.closest('.comparison')`,
  `page.getElementsByClassName('term')`,
  `const [, state] = /^is-(.+)$/.exec(first.className)`,
  `if (row.classList.contains('same')) return`,
  `const name = element.attribs['class']`,
  `const name = element.getAttribute('class')`,
  `const isNote = !line.textContent.trim().startsWith('Reported by ')`,
  `const [name] = toText(element).split(': ')`,
  `const date = /Checked (.+)/.exec(toText(element))`,
])('%s is found', (code) => expect(findProtocols(code)).toHaveLength(1));

test.each([
  `page.querySelector('[data-file="a.b"], p')`,
  `made.className = 'copy'; made.classList.add('failed')`,
  `element('p', { class: 'quiet' }, 'a.b')`,
  `say(heading.textContent.trim())`,
])('%s is no such thing', (code) => expect(findProtocols(code)).toEqual([]));
