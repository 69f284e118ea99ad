import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** The user that PostgreSQL runs as; empty when it is simply the present user. */
export interface PostgresAccount {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root. Under root this finds another account of the machine: `postgres`, else `nobody`
 * (initdb wants one that has a name). For everybody else it is the present user.
 *
 * @throws Error with a sentence when root's machine knows neither account.
 */
export async function postgresAccount(): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return {};
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const found = ['postgres', 'nobody']
    .map((name) => lines.find(([user]) => user === name))
    .find((line) => line !== undefined);
  if (!found) {
    throw new Error(
      'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody" to run it as. Create one: useradd --system postgres',
    );
  }
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Whether the account can do what the test command asks, for example `['test', '-x', path]`. Never throws. */
export function accountCan(
  account: PostgresAccount,
  [command, ...args]: readonly [string, ...string[]],
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...account, cwd: '/', stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
