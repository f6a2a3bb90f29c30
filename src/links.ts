import type { Feedback } from '#domain/feedback.ts';
import { toLinks } from '#domain/site.ts';

declare global {
  interface ImportMetaEnv {
    readonly ID_PREFIX: string;
    /** As JSON, since Vitest makes texts of all variables. */
    readonly FEEDBACK: string;
  }
}

// What pages and the browser know of the site; `astro.config.mjs` has the values written in, so that no reader loads the settings.

/** The addresses of this site. */
export const { toHref, toUrl, toPath } = toLinks({
  url: import.meta.env.SITE,
  base: import.meta.env.BASE_URL,
});

/** What the ids of articles begin with. */
export const idPrefix = import.meta.env.ID_PREFIX;

/** Where readers report mistakes; undefined for nowhere. */
export const feedback = (JSON.parse(import.meta.env.FEEDBACK) as Feedback | null) ?? undefined;
