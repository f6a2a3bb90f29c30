/** What a copied link points to: an article, or a section or comparison row of it. */
export interface Target {
  /** Its prefix and number, such as KB-1001. */
  id: string;
  /** The title of the article. */
  title: string;
  /** The heading of the section, or the criterion of the row. */
  section?: string | undefined;
  /** The anchor of the section or row, without `#`. */
  anchor?: string | undefined;
  /** What it answers, in place of the short answer of its article. */
  answer?: string | undefined;
}

/** The title of an article, and of the section in it. */
export function toLabel({ title, section }: Target): string {
  return section === undefined ? title : `${title} › ${section}`;
}

/** The target of a search result, or of a section of it, with what it answers. */
export function toResultTarget(
  card: Pick<Target, 'id' | 'title'>,
  section?: { name: string; url: string },
  answer?: string,
): Target {
  const { id, title } = card;
  if (section === undefined) return { id, title, answer };
  const anchor = section.url.split('#')[1] ?? '';
  return { id, title, section: section.name, anchor, answer };
}
