import type { SiteConfig } from '#schemas/site.ts';

/** All that sets this knowledge base apart from another one, besides its content; each field is explained in `docs/fields.md`. */
export const config: SiteConfig = {
  name: 'Container KB',
  description:
    'Straight, sourced answers about containers, images, virtual machines and the Enscale hosting platform.',
  url: 'https://container-kb.example',
  feedback: 'mailto:editors@container-kb.example',
  idPrefix: 'KB',
  requires: ['owner', 'review', 'sources'],
  locale: 'en-GB',
  roles: ['host', 'kernel', 'engine', 'application'],
  sections: [
    { label: 'Topics', path: '/#topics' },
    {
      label: 'Comparisons',
      path: '/comparisons/',
      description:
        'Tables that put two or three things side by side, criterion by criterion, with a source and a date for each cell.',
    },
    {
      label: 'Glossary',
      path: '/glossary/',
      description: 'The terms of containers, images and virtual machines, each in one sentence.',
    },
    {
      label: 'Sources',
      path: '/sources/',
      description:
        'Every text that facts on this site are taken from, with the date on which it was checked and how well it was read.',
    },
  ],
  footer: [
    { label: 'Answer a ticket', path: '/suggest/' },
    { label: 'Search', path: '/search/' },
    { label: 'Error messages', path: '/errors/' },
    { label: 'Feed of changes', path: '/feed.xml' },
    { label: 'Accessibility', path: '/accessibility/' },
  ],
};
