import type { ShikiConfig } from 'astro';

type ShikiTransformer = NonNullable<ShikiConfig['transformers']>[number];

/** Turns Shiki's inline styles into classes, since the policy forbids styles in attributes. */
export const codeClasses: ShikiTransformer = {
  name: 'code-classes',
  span(node) {
    const classes = String(node.properties['style'] ?? '')
      .split(';')
      .flatMap((declaration) => /var\(--astro-code-(?:token-)?([a-z-]+)\)/.exec(declaration)?.[1] ?? [])
      .filter((token) => token !== 'foreground')
      .map((token) => `token-${token}`);
    delete node.properties['style'];
    if (classes.length > 0) node.properties['class'] = classes.join(' ');
  },
  pre(node) {
    delete node.properties['style'];
    node.properties['data-language'] = this.options.lang;
  },
};
