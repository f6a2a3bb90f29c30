import type { AstroIntegration } from 'astro';
import { headers as policyHeaders } from '../domain/policy.ts';

/** Sends the headers of every page from `astro preview` too; `astro dev` needs inline styles and goes without. */
export function headers(): AstroIntegration {
  return {
    name: 'headers',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'preview') updateConfig({ server: { headers: policyHeaders } });
      },
    },
  };
}
