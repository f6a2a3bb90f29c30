import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';

/** What a command took. */
export interface Cost {
  seconds: number;
  /** The most memory that the command and its children held at once, in MiB; none where the system does not tell. */
  mebibytes: number | undefined;
}

/** Runs a command and measures it as a whole, with all processes that it starts. */
export async function measure(
  cwd: string,
  command: string,
  ...parameters: string[]
): Promise<Cost> {
  const start = performance.now();
  const env = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
  const child = spawn(command, parameters, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (output = (output + String(text)).slice(-20_000)));
  let pages = 0;
  const timer = setInterval(() => {
    pages = Math.max(pages, sumMemory(child.pid ?? 0));
  }, 100);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (status !== 0)
    throw new Error(
      `${command} ${parameters.join(' ')} in ${cwd} ended with ${status}:\n${output}`,
    );
  return {
    seconds: (performance.now() - start) / 1000,
    mebibytes: pages === 0 ? undefined : (pages * 4) / 1024,
  };
}

// Linux tells in /proc; the pages of a process stand in the 24th field of `stat`, its parent in the fourth.
function sumMemory(root: number): number {
  const processes = globSync('/proc/[0-9]*/stat').flatMap((file) => {
    try {
      const text = readFileSync(file, 'utf8');
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      return [
        { id: Number.parseInt(text, 10), parent: Number(fields[1]), pages: Number(fields[21]) },
      ];
    } catch {
      // It ended between the two readings.
      return [];
    }
  });
  const family = new Set([root]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { id, parent } of processes) if (family.has(parent)) family.add(id);
  }
  return processes.filter(({ id }) => family.has(id)).reduce((sum, { pages }) => sum + pages, 0);
}
