// npm run lockfile: npm leaves packages for other platforms out of package-lock.json when a registry lacks them,
// and `npm ci` then refuses the file. This names them again, with their hash where the registry knows it; run it after every change of
// dependencies.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = resolve(path, name);
    if (found !== undefined && (found.version === range || !/^\d/.test(range))) continue;
    const [, os, cpu] =
      /(android|darwin|freebsd|linux|openbsd|win32|windows)-(x64|arm64|arm|ia32)/.exec(name) ?? [];
    const platform =
      os === undefined
        ? { cpu: ['wasm32'] }
        : { cpu: [cpu], os: [os === 'windows' ? 'win32' : os] };
    const place =
      found === undefined || path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`;
    lock.packages[place] = { version: range.replace(/^[\^~]/, ''), optional: true, ...platform };
    added += 1;
  }
}
// npm leaves out an optional package that asks for a newer Node than the one that runs npm, though the
// packaged Node is the one that will run it. Its own demand stays.
for (const [path, entry] of Object.entries(lock.packages)) if (path !== '') delete entry.engines;
const bare = Object.entries(lock.packages).filter(
  ([path, { integrity }]) => path !== '' && integrity === undefined,
);
for (const [path, entry] of bare) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const { stdout } = spawnSync('npm', ['view', `${name}@${entry.version}`, 'dist.integrity'], {
    encoding: 'utf8',
  });
  const { version, ...rest } = entry;
  if (stdout.startsWith('sha512-'))
    lock.packages[path] = { version, integrity: stdout.trim(), ...rest };
}
const missing = bare.filter(([path]) => lock.packages[path].integrity === undefined);
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(
  `${added} packages for other platforms named; ${missing.length} without a hash, since the registry does not know them.`,
);

// The package that Node would load from `path`: the nearest one on the way up.
function resolve(path, name) {
  for (
    let folder = path;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const found = lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (found !== undefined || folder === '') return found;
    if (!folder.includes('/node_modules/')) return lock.packages[`node_modules/${name}`];
  }
}
