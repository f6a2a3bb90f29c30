/** A line of a server's configuration, or a block: what opens it and what stands in it. */
export type Directive = string | readonly [head: string, body: readonly Directive[]];

/** How a kind of server writes its configuration. */
export interface Style {
  indent: string;
  /** What ends a directive; comments and blocks have no end of their own. */
  end: string;
}

/** Prints directives, each on a line; an empty text is an empty line. */
export function printDirectives(directives: readonly Directive[], style: Style, depth = 0): string {
  const start = style.indent.repeat(depth);
  return directives
    .map((directive) => {
      if (typeof directive !== 'string') {
        const [head, body] = directive;
        return `${start}${head} {\n${printDirectives(body, style, depth + 1)}${start}}\n`;
      }
      if (directive === '') return '\n';
      return `${start}${directive}${directive.startsWith('#') ? '' : style.end}\n`;
    })
    .join('');
}
