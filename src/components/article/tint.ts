import { site } from '#site.ts';

const tints = ['bg-role-host', 'bg-role-kernel', 'bg-role-engine', 'bg-role-application'];

/** The colour of a role: the roles of the site take those of the tokens in their order. What has no role stays paper. */
export function toTint(role = ''): string {
  return tints[site.roles.indexOf(role)] ?? 'bg-paper';
}
