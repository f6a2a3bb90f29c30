import { toErrorAnchor, toRowAnchor } from './anchor.ts';

// The paths of all pages, without the base path. Links use them through `toHref` of the site.

/** The contents of the site. */
export const homePath = '/';
export const articlePath = (slug: string) => `/articles/${slug}/`;
/** The number of an id: `1001` of KB-1001. */
export const toNumber = (id: string) => id.slice(id.lastIndexOf('-') + 1);
/** The address that never changes, whatever becomes of title and slug: `/k/1001/` for KB-1001. */
export const permalinkPath = (id: string) => `/k/${toNumber(id)}/`;
/** What copied links may say of an article beyond its title. */
export const factsPath = (id: string) => `/k/${toNumber(id)}.json`;

/** The article as Markdown. */
export const markdownPath = (slug: string) => `/articles/${slug}.md`;

export const comparisonsPath = '/comparisons/';
export const glossaryPath = '/glossary/';
export const sourcesPath = '/sources/';
export const errorsPath = '/errors/';
export const topicPath = (id: string) => `/topics/${id}/`;

/** A section of a topic, on its page. */
export const sectionPath = (topic: string, section: string) => `${topicPath(topic)}#${section}`;
export const comparisonPath = (id: string) => `${comparisonsPath}${id}/`;
/** A whole comparison as a file, such as `csv`. */
export const comparisonFilePath = (id: string, type: 'md' | 'csv') =>
  `${comparisonsPath}${id}.${type}`;
export const termPath = (id: string) => `${glossaryPath}#${id}`;
export const termDataPath = (id: string) => `${glossaryPath}${id}.json`;
/** The message among all others. */
export const errorPath = (id: string) => `${errorsPath}#${id}`;
export const errorDataPath = (id: string) => `${errorsPath}${id}.json`;
export const sourcePath = (id: string) => `${sourcesPath}#${id}`;
export const searchPath = '/search/';
export const suggestPath = '/suggest/';
/** A page that is no article. */
export const pagePath = (id: string) => `/${id}/`;
/** Every token and component in every state, for those who work on the site. */
export const stylePath = '/style/';
/** What stands around an article, `current` or `retired`. */
export const sampleArticlePath = (sample: string) => `${stylePath}${sample}/`;
/** The articles by topic, for language models. */
export const llmsPath = '/llms.txt';
export const licencesPath = '/licences.txt';
/** What it means that commands were run: a page of `content/pages/`. */
export const proofsPath = '/proofs/';

/** A document of the API, such as `articles` or `articles/KB-1001`. */
export const apiPath = (name: string) => `/api/${name}.json`;
/** Old addresses that no file can answer. */
export const movedPath = '/moved.json';
export const feedPath = '/feed.xml';
export const sitemapPath = '/sitemap.xml';

/** The chooser in its article, with answers given already. */
export const chooserPath = (id: string, article: string, answers: Record<string, string>) =>
  `${articlePath(article)}?${new URLSearchParams(answers)}#${id}--chooser`;

/** The message in the article that explains it. */
export const messagePath = (article: string, id: string) =>
  `${articlePath(article)}#${toErrorAnchor(id)}`;

/** The row in the article that is the comparison's home. */
export const rowPath = (article: string, comparison: string, criterion: string) =>
  `${articlePath(article)}#${toRowAnchor(comparison, criterion)}`;
