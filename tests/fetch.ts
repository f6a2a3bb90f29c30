import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** One way to get a program that the tests need and npm does not bring. */
export interface Way {
  /** What is said while it is tried. */
  name: string;
  possible: () => boolean;
  run: () => void | Promise<void>;
}

/** Tries each way that is possible here until the program is found; false when none brought it. */
export async function fetchProgram(
  program: string,
  ways: Way[],
  isFound: () => boolean,
): Promise<boolean> {
  for (const { name, possible, run: attempt } of ways) {
    if (isFound()) return true;
    if (!possible()) continue;
    console.log(`No ${program} found; trying ${name} …`);
    try {
      await attempt();
    } catch {
      // The next way is tried.
    }
  }
  return isFound();
}

/** The way that asks Debian's package manager, where we may. */
export function toDebianWay(...names: string[]): Way {
  return {
    name: `the Debian package ${names.join(', ')}`,
    possible: () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    run: () => {
      run('apt-get', ['update'], 180_000);
      run('apt-get', ['install', '-y', '--no-install-recommends', ...names], 600_000);
    },
  };
}

/** Runs a program in silence; fails when it does. */
export function run(command: string, parameters: string[], timeout: number): void {
  const { status } = spawnSync(command, parameters, {
    stdio: 'ignore',
    timeout,
    // In runlevel 1 a package starts no service.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
  if (status !== 0) throw new Error(`${command} failed`);
}
