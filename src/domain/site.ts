import type { SiteConfig } from '#schemas/site.ts';
import { type Feedback, findFeedback } from './feedback.ts';

/** How addresses on the site are written. */
export interface Links {
  /** An address on this site as links use it: root-relative, under the site's base path. */
  toHref: (path: string) => string;
  /** The full address for canonical links and previews. */
  toUrl: (path: string) => string;
  /** The path of a page without the site's base path; undefined for addresses outside it. */
  toPath: (href: string) => string | undefined;
}

/** What the site is and where it lives. */
export interface Site extends Omit<SiteConfig, 'feedback' | 'roles'>, Links {
  /** What the boxes of drawings stand for. */
  roles: readonly string[];
  /** The origin in canonical links, previews and feeds, without a slash at the end. */
  url: string;
  /** The path under which the site is served; starts and ends with a slash. */
  base: string;
  /** Where readers report mistakes; undefined for nowhere. */
  feedback: Feedback | undefined;
}

/** Variables of the environment that build the site for another home, by their names. */
export interface Environment {
  PUBLIC_SITE_URL?: string | undefined;
  PUBLIC_BASE_PATH?: string | undefined;
  PUBLIC_FEEDBACK?: string | undefined;
}

/** A setting that cannot be read; `field` is the one of the configuration, unless a variable has taken its place. */
interface WrongSetting {
  field?: keyof SiteConfig;
  name: string;
  value: string;
  hint: string;
}

const NOWHERE = 'https://site.invalid';

/** The links of a site at an origin, below a base path. */
export function toLinks({ url, base }: { url: string; base: string }): Links {
  const start = base.replace(/\/$/, '');
  const toHref = (path: string) => `${start}${path}`;
  return {
    toHref,
    toUrl: (path) => `${url}${toHref(path)}`,
    toPath: (href) => (href.startsWith(`${start}/`) ? href.slice(start.length) : undefined),
  };
}

/** The site as its configuration says, with what the environment sets in the place of it; an address that cannot be read is left out. */
export function toSite(config: SiteConfig, env: Environment): Site {
  const { url = NOWHERE, base } = readHome(config, env);
  const feedback = findFeedback(env.PUBLIC_FEEDBACK ?? config.feedback);
  const { roles = [] } = config;
  return { ...config, roles, url, base, feedback, ...toLinks({ url, base }) };
}

/** Finds settings of the address and of the reports that cannot be read. */
export function listWrongSettings(config: SiteConfig, env: Environment): WrongSetting[] {
  const { url, home, base } = readHome(config, env);
  const address = toOrigin('url', 'PUBLIC_SITE_URL', env);
  const feedback = env.PUBLIC_FEEDBACK ?? config.feedback;
  const settings = [
    {
      ...address,
      value: home,
      isRight: url !== undefined,
      hint: 'Set it to an address such as https://help.example/kb/',
    },
    {
      ...(env.PUBLIC_BASE_PATH === undefined
        ? { ...address, name: `the path of ${address.name}` }
        : { name: 'PUBLIC_BASE_PATH' }),
      value: base,
      isRight: /^\/([\w~-][\w.~-]*\/)*$/.test(base),
      hint: 'It is made of letters, digits and . _ ~ - such as /kb/',
    },
    {
      ...toOrigin('feedback', 'PUBLIC_FEEDBACK', env),
      value: feedback,
      isRight: feedback === '' || findFeedback(feedback) !== undefined,
      hint: 'Set it to mailto:editors@example.org, https://github.com/owner/repository, https://gitlab.com/owner/repository, or to nothing.',
    },
  ];
  return settings.flatMap(({ isRight, ...setting }) => (isRight ? [] : [setting]));
}

// Where a setting comes from.
function toOrigin(
  field: keyof SiteConfig,
  variable: keyof Environment,
  env: Environment,
): Pick<WrongSetting, 'field' | 'name'> {
  return env[variable] === undefined ? { field, name: `\`${field}\`` } : { name: variable };
}

function readHome(
  config: SiteConfig,
  env: Environment,
): { home: string; url: string | undefined; base: string } {
  const home = env.PUBLIC_SITE_URL ?? config.url;
  const [, url, path = ''] = /^(https?:\/\/[^/?#\s]+)(\/[^?#\s]*)?$/.exec(home) ?? [];
  return { home, url, base: `/${env.PUBLIC_BASE_PATH ?? path}/`.replace(/\/+/g, '/') };
}
