// Vite gives pages and client code `import.meta.env`; commands and integrations run in plain Node.
const env: Record<string, string | undefined> = import.meta.env ?? process.env;

const home = env['PUBLIC_SITE_URL'] ?? 'https://container-kb.example';
const parts = /^(https?:\/\/[^/?#\s]+)(\/[^?#\s]*)?$/.exec(home);
const [, url = 'https://container-kb.example', path = ''] = parts ?? [];
const base = `/${env['PUBLIC_BASE_PATH'] ?? path}/`.replace(/\/+/g, '/');

/** Settings of the site's address that cannot be read; nothing is built with them. */
export const wrongSettings: readonly { name: string; value: string; hint: string }[] = [
  {
    name: 'PUBLIC_SITE_URL',
    value: home,
    isRight: parts !== null,
    hint: 'Set it to an address such as https://help.example/kb/',
  },
  {
    name:
      env['PUBLIC_BASE_PATH'] === undefined ? 'the path of PUBLIC_SITE_URL' : 'PUBLIC_BASE_PATH',
    value: base,
    isRight: /^\/([\w~-][\w.~-]*\/)*$/.test(base),
    hint: 'It is made of letters, digits and . _ ~ - such as /kb/',
  },
].filter(({ isRight }) => !isRight);

/** What the whole project calls itself, and where it lives. Set PUBLIC_SITE_URL, PUBLIC_BASE_PATH and PUBLIC_FEEDBACK to build for another home. */
export const site = {
  name: 'Container KB',
  description:
    'Straight, sourced answers about containers, images, virtual machines and the Enscale hosting platform.',
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
