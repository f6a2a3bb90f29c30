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
