import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fetchProgram, toDebianWay } from './fetch.ts';

// Where Debian lists the modules that nginx loads.
const MODULES = '/etc/nginx/modules-enabled/*.conf';

/** The modules of nginx that are programs of their own here, as lines for its configuration. */
export const nginxModules = `include ${MODULES};`;

const NEEDED = {
  nginx: () =>
    runs('nginx', '-v') && globSync(MODULES).some((file) => file.includes('brotli-static')),
  caddy: () => runs('caddy', 'version'),
  wrk: () => runs('wrk', '-v'),
};

const names = Object.keys(NEEDED) as (keyof typeof NEEDED)[];

/** Whether the tests can start a server of this name, or put it under load. */
export function hasServer(name: keyof typeof NEEDED): boolean {
  return NEEDED[name]();
}

/** What is not here of all that tests/servers needs. */
export function listMissing(): string[] {
  return names.filter((name) => !hasServer(name));
}

/** The environment of servers; Debian keeps some where only the administrator looks. */
export const serverPath = `${process.env['PATH'] ?? ''}:/usr/sbin`;

// Some programs end with a complaint after they have told their version.
function runs(command: string, parameter: string): boolean {
  return (
    spawnSync(command, [parameter], { env: { ...process.env, PATH: serverPath } }).error ===
    undefined
  );
}

if (import.meta.main) {
  const packages = ['nginx', 'libnginx-mod-http-brotli-static', 'caddy', 'wrk'];
  await fetchProgram(
    'nginx, Caddy or wrk',
    [toDebianWay(...packages)],
    () => listMissing().length === 0,
  );
}
