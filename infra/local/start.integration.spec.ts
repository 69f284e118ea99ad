import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLineOf } from '../processes/process-identity.ts';

const MAIN = join(import.meta.dirname, 'start.main.ts');

/** Starts the system on a new folder, sends SIGINT after the milliseconds, and tells how it ended. */
async function interruptAfter(milliseconds: number) {
  const data = mkdtempSync(join(tmpdir(), 'hotline-start-'));
  chmodSync(data, 0o755);
  const child = spawn(process.execPath, [MAIN, '--data', data], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!said.includes('Ctrl-C')) await sleep(20);
  await sleep(milliseconds);
  child.kill('SIGINT');
  const [code] = (await once(child, 'close')) as [number];
  const left = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => commandLineOf(Number(pid)))
    .filter((command) => command.includes(data));
  const files = readdirSync(data);
  rmSync(data, { recursive: true, force: true });
  return { code, said, left, locked: files.includes('lock.json') };
}

describe('npm start interrupted in the middle of starting', () => {
  it.each([0, 400, 1_500])(
    'leaves nothing running when Ctrl-C comes after %i ms',
    async (milliseconds) => {
      const { code, said, left, locked } = await interruptAfter(milliseconds);
      expect({ code, left, locked }).toEqual({ code: 0, left: [], locked: false });
      expect(said).toContain('everything is stopped');
    },
    60_000,
  );
});
