import type { AstroIntegration } from 'astro';
import { toHref } from '../domain/permalink.ts';
import { headers as policyHeaders } from '../domain/policy.ts';
import { speculationPath, speculationType } from '../domain/speculation.ts';

/** Sends the headers of every page from `astro preview` too; `astro dev` needs inline styles and goes without. */
export function headers(): AstroIntegration {
  return {
    name: 'headers',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'preview') updateConfig({ server: { headers: policyHeaders }, vite: { preview: { proxy } } });
      },
    },
  };
}

// The ending of the file says only JSON. The preview runs no plugins, so the one place that sees its answers before they are sent is a
// proxy that passes nothing on.
const proxy = {
  [toHref(speculationPath)]: {
    target: 'http://localhost',
    bypass: (request: { url?: string | undefined }, answer?: { setHeader: (name: string, value: string) => void }) => {
      answer?.setHeader('Content-Type', speculationType);
      return request.url;
    },
  },
};
