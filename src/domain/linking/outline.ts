import { toAnchor, toWholeAnchor } from './anchor.ts';

/** A heading of a text, with its anchor. */
export interface Heading {
  text: string;
  depth: number;
  anchor: string;
  /** What the words alone would make, which a heading before it may have. */
  plain: string;
  /** The heading that it stands below; none when that is the title. */
  parent: Heading | undefined;
  /** A heading before it that cannot be told from it by a link. */
  same: Heading | undefined;
}

/**
 * The headings of a text in order. The first of equal ones has the anchor of its words, so that one that comes later takes no
 * published anchor away; the others have the anchor of their parent before it, or all of their words where these differ late.
 */
export class Outline {
  readonly headings: Heading[] = [];

  /** Takes in the next heading. */
  add(text: string, depth: number): Heading {
    const heading = this.read(text, depth);
    this.headings.push(heading);
    return heading;
  }

  /** The next heading, as it would be with these words. */
  read(text: string, depth: number): Heading {
    const heading = this.#read(text, depth, toAnchor(text));
    const whole = toWholeAnchor(text);
    return heading.same === undefined || toWholeAnchor(heading.same.text) === whole
      ? heading
      : this.#read(text, depth, whole);
  }

  #read(text: string, depth: number, plain: string): Heading {
    const above = this.#listAbove(depth);
    const [parent] = above;
    const isTaken = this.headings.some(({ anchor }) => anchor === plain);
    const anchor = isTaken && parent !== undefined ? `${parent.anchor}-${plain}` : plain;
    const same = this.headings.find(
      (other) =>
        other.anchor === anchor ||
        (other.plain === plain && (other.parent === parent || above.includes(other))) ||
        // Else the anchor that these words make had moved with a heading that was put before them.
        (other.anchor === plain && other.plain !== plain),
    );
    return { text, depth, anchor, plain, parent, same };
  }

  // Those that one of this depth would stand below, the nearest first; the title is none of them.
  #listAbove(depth: number): Heading[] {
    const above: Heading[] = [];
    for (let heading = this.headings.at(-1); heading !== undefined; heading = heading.parent)
      if (heading.depth < depth && heading.depth > 1) above.push(heading);
    return above;
  }
}
