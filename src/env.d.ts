declare namespace App {
  /** What a page tells the components in its text. */
  interface Locals {
    /** The slug of the article that the page shows. */
    slug?: string;
    /** All that the page cites; components take their numbers from it. A component on a page without one has a list of its own. */
    references?: import('#domain/comparing/reference.ts').ReferenceList;
    /** The anchor of the list of what it cites, when that is not `sources`. */
    sources?: string;
  }
}

/** The components of articles with their props, for editors that read MDX: https://github.com/mdx-js/mdx-analyzer#mdxprovidedcomponents */
type MDXProvidedComponents = {
  [Name in import('#schemas/component.ts').ComponentName]: (
    props: import('#schemas/component.ts').ComponentProps[Name] & { children?: unknown },
  ) => null;
};
