import type { ShikiConfig } from 'astro';

type ShikiTransformer = NonNullable<ShikiConfig['transformers']>[number];

// How the languages of the articles are called above a block; plain text needs no name.
const names: Record<string, string> = {
  sh: 'Shell',
  dockerfile: 'Dockerfile',
  yaml: 'YAML',
  json: 'JSON',
  ini: 'Settings',
  text: '',
  plaintext: '',
};

/** Turns Shiki's inline styles into classes, since the policy forbids styles in attributes. */
export const codeClasses: ShikiTransformer = {
  name: 'code-classes',
  span(node) {
    const classes = String(node.properties['style'] ?? '')
      .split(';')
      .flatMap(
        (declaration) => /var\(--astro-code-(?:token-)?([a-z-]+)\)/.exec(declaration)?.[1] ?? [],
      )
      .filter((token) => token !== 'foreground')
      .map((token) => `token-${token}`);
    delete node.properties['style'];
    if (classes.length > 0) node.properties['class'] = classes.join(' ');
  },
  // The code scrolls within its block, so that name and button stay; only while it is too wide is it a stop for the keyboard.
  code(node) {
    node.properties['tabindex'] = '0';
  },
  pre(node) {
    const { lang, meta } = this.options;
    const title = /\btitle="([^"]+)"/.exec(meta?.__raw ?? '')?.[1] ?? names[lang] ?? lang;
    node.properties = { 'data-language': lang, ...(title === '' ? {} : { 'data-title': title }) };
  },
};
