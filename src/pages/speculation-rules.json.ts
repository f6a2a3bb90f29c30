import { speculationType, toSpeculationRules } from '#domain/hosting/speculation.ts';
import { site } from '#site.ts';

export const GET = () =>
  new Response(JSON.stringify(toSpeculationRules(site)), {
    headers: { 'Content-Type': speculationType },
  });
