import { speculationRules, speculationType } from '#domain/hosting/speculation.ts';

export const GET = () =>
  new Response(JSON.stringify(speculationRules), { headers: { 'Content-Type': speculationType } });
