// Vite gives pages and client code `import.meta.env`; commands and integrations run in plain Node.
const env: Record<string, string | undefined> = import.meta.env ?? process.env;

const [, url, path = ''] = /^(https?:\/\/[^/?#\s]+)(\/[^?#\s]*)?$/.exec(env['PUBLIC_SITE_URL'] ?? 'https://container-kb.example') ?? [];
if (url === undefined) throw new Error('PUBLIC_SITE_URL must be an address such as https://help.example/kb/');
const base = `/${env['PUBLIC_BASE_PATH'] ?? path}/`.replace(/\/+/g, '/');
if (!/^\/([\w~-][\w.~-]*\/)*$/.test(base))
  throw new Error(`The base path is ${base}, it must be made of letters, digits and . _ ~ - such as /kb/`);

/** What the whole project calls itself, and where it lives. Set PUBLIC_SITE_URL, PUBLIC_BASE_PATH and PUBLIC_FEEDBACK to build for another home. */
export const site = {
  name: 'Container KB',
  description: 'Straight, sourced answers about containers, images, virtual machines and the Enscale hosting platform.',
  language: 'en-GB',
  /** The origin in canonical links, previews and feeds, without a slash at the end. */
  url,
  /**
   * Where readers report mistakes: `mailto:…`, a repository on GitHub or GitLab (`https://github.com/owner/repository`, with
   * `/tree/<branch>` when the branch is not main), or empty for nowhere. A repository also gives each article a link to edit it.
   */
  feedback: env['PUBLIC_FEEDBACK'] ?? 'mailto:editors@container-kb.example',
  /** The path under which the site is served, from PUBLIC_BASE_PATH or else the path of PUBLIC_SITE_URL; starts and ends with a slash. */
  base,
};
