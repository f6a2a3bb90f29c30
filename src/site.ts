// Vite gives pages and client code `import.meta.env`; commands and integrations run in plain Node.
const env: Record<string, string | undefined> = import.meta.env ?? process.env;

/** What the whole project calls itself, and where it lives. Set PUBLIC_SITE_URL, PUBLIC_BASE_PATH and PUBLIC_FEEDBACK to build for another home. */
export const site = {
  name: 'Container KB',
  description: 'Straight, sourced answers about containers, images, virtual machines and the Enscale hosting platform.',
  language: 'en-GB',
  /** The origin in canonical links and previews, without a slash at the end. */
  url: (env['PUBLIC_SITE_URL'] ?? 'https://container-kb.example').replace(/\/+$/, ''),
  /**
   * Where readers report mistakes: `mailto:…`, a repository on GitHub or GitLab (`https://github.com/owner/repository`, with
   * `/tree/<branch>` when the branch is not main), or empty for nowhere. A repository also gives each article a link to edit it.
   */
  feedback: env['PUBLIC_FEEDBACK'] ?? 'mailto:editors@container-kb.example',
  /** The path under which the site is served; starts and ends with a slash. */
  base: `/${env['PUBLIC_BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/'),
};
