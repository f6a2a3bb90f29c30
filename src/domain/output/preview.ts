import type { Article } from '#schemas/article.ts';
import { formatDate } from '../date.ts';
import { toNumber } from '../linking/permalink.ts';
import type { Site } from '../site.ts';

/** What a preview of an article says besides its title. */
export type PreviewedArticle = Pick<Article, 'id' | 'updated' | 'reviewed' | 'retired'>;

/** The size of preview pictures in pixels, as chat programs ask for it. */
export const PICTURE = { width: 1200, height: 630 };

// Chat programs cut there, in the middle of a word.
const TITLE = 75;
const DESCRIPTION = 200;

/** The path of the preview picture of an article, or of all other pages. */
export function picturePath(id?: string): string {
  return `/previews/${id === undefined ? 'site' : toNumber(id)}.png`;
}

/** The preview tags of a page, in order: those of Open Graph have a `property`, those that Slack reads a `name`. */
export function toPreviewTags(
  page: {
    title: string;
    description: string;
    path: string;
    article?: PreviewedArticle | undefined;
  },
  site: Site,
): { property?: string; name?: string; content: string }[] {
  const { title, article } = page;
  const tags = [
    { property: 'og:title', content: cut(title, TITLE) },
    { property: 'og:description', content: cut(page.description, DESCRIPTION) },
    { property: 'og:type', content: article === undefined ? 'website' : 'article' },
    // The page that answers for addresses that do not exist has none itself.
    ...(page.path === '' ? [] : [{ property: 'og:url', content: site.toUrl(page.path) }]),
    { property: 'og:site_name', content: site.name },
    { property: 'og:image', content: site.toUrl(picturePath(article?.id)) },
    { property: 'og:image:width', content: String(PICTURE.width) },
    { property: 'og:image:height', content: String(PICTURE.height) },
    {
      property: 'og:image:alt',
      content: article === undefined ? site.name : `${article.id}: ${title}`,
    },
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
  if (article === undefined) return tags;
  const { id, updated, reviewed, retired } = article;
  const day = retired?.on ?? reviewed;
  return [
    ...tags,
    { property: 'article:modified_time', content: updated },
    { name: 'twitter:label1', content: 'Article' },
    { name: 'twitter:data1', content: id },
    { name: 'twitter:label2', content: retired === undefined ? 'Reviewed' : 'Retired' },
    {
      name: 'twitter:data2',
      content: day === undefined ? 'Not yet' : formatDate(day, site.locale),
    },
  ];
}

/** Text of at most `max` UTF-16 units, cut between words and marked with an ellipsis if it was longer. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, max);
  const end = kept.lastIndexOf(' ');
  // Half of an emoji, which a cut may leave at the end, is no text.
  return `${(end > max / 2 ? kept.slice(0, end) : kept.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')).replace(/[\s,;:.]+$/, '')}…`;
}
