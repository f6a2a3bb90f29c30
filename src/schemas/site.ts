import { z } from 'astro/zod';
import { line, list, slug } from './text.ts';

/** The words of the link. */
const label = line(40);
/** Where it leads, from the root of the site: `/sources/`, `/#topics` for the topics of the home page. */
const path = z
  .string()
  .regex(/^\/(?!\/)\S*$/, { error: 'must be a path from the root of the site, such as /sources/' });

/** What a site may require of its articles. */
export const requirements = ['owner', 'review', 'sources'] as const;

export type Requirement = (typeof requirements)[number];

/** What sets a site apart from another one, besides its content and `src/logo.svg`; a wrong setting stops the build. */
export const siteSchema = z.strictObject({
  /** What the site calls itself, in its header, in previews and in feeds. */
  name: line(60),
  /** What it is about, in one sentence: on the home page, in the footer, for search engines and previews. */
  description: line(200),
  /** Where readers find it, such as `https://help.example/kb/`; PUBLIC_SITE_URL builds it for another address. */
  url: z.string(),
  /**
   * Where readers report mistakes: `mailto:…`, a repository on GitHub or GitLab (`https://github.com/owner/repository`, with
   * `/tree/<branch>` when the branch is not main), or empty for nowhere. A repository also gives each article a link to edit it.
   * PUBLIC_FEEDBACK takes its place.
   */
  feedback: z.string(),
  /** What the ids of articles begin with: `KB` for KB-1001. It stays for ever, as the ids do. */
  idPrefix: z.string().regex(/^[A-Z][A-Z0-9]{0,9}$/, {
    error: 'must be capital letters and digits, starting with a letter, such as KB',
  }),
  /**
   * What each published article must have: an `owner`, a `review` (its fields `reviewed` and `reviewBy`), `sources` (at least one that
   * it cites). What is not required here may be missing, and pages say that it is.
   */
  requires: list(z.enum(requirements)),
  /** The language of the texts, and how dates and figures are written; the words of the pages and of the search are English. */
  locale: z
    .string()
    .regex(/^en(-[A-Z]{2})?$/, { error: 'must be a kind of English, such as en-GB' }),
  /** What the boxes of drawings stand for, if they stand for anything; the first has the first colour of `--color-role-…`, and so on. */
  roles: list(slug)
    .max(4, { error: 'has more roles than there are colours, which are four' })
    .default([]),
  /** The parts of the site, in its header; one that is empty is left out. The page of a part has its label as title. */
  sections: z.array(
    z.strictObject({
      label,
      path,
      /** What its page says of it. */
      description: line(200).optional(),
    }),
  ),
  /**
   * Links at the end of each page; one to a part of the site that is empty is left out. Where `/suggest/` is among them or among the
   * parts, the search leads there as well.
   */
  footer: z.array(z.strictObject({ label, path })),
});

export type SiteConfig = z.input<typeof siteSchema>;
