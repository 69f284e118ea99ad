import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PLANTS } from './plant.ts';
import { COMPLAINTS } from './reckoning/complaint.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const MAIN = join(REPOSITORY, 'test/chaos/chaos.main.ts');

describe('a storm over the whole system', () => {
  /** Plays it as a person would; what it said. */
  function chaos(...args: string[]): Promise<string> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [MAIN, ...args], { cwd: REPOSITORY, stdio: ['ignore', 'pipe', 'inherit'] });
      const end = (): void => void child.kill('SIGTERM');
      process.once('exit', end);
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.once('close', () => {
        process.off('exit', end);
        resolve(said);
      });
    });
  }

  it.each([1, 2, 3])(
    'of seed %d loses nothing, doubles nothing and leaves nothing stuck',
    async (seed) => {
      const said = await chaos('--seed', String(seed), '--seconds', '12');
      // The whole story stands in the report when it did not end well.
      expect(said).toContain(`seed ${seed}: all is well: lost 0, doubled 0, stuck 0`);
    },
    240_000,
  );

  it('shows each planted fault, and nothing else', async () => {
    const said = await chaos('--seed', '4', '--seconds', '8', '--calm', '--quiet', '--plant', 'all');
    for (const name of Object.keys(PLANTS)) expect(said).toContain(`  planted ${name}: `);
    const seen = (Object.keys(COMPLAINTS) as (keyof typeof COMPLAINTS)[]).flatMap((kind) => {
      const count = new RegExp(`✗ ${kind} (\\d+):`).exec(said)?.[1];
      return count ? Array.from({ length: Number(count) }, () => kind) : [];
    });
    const wanted = Object.values(PLANTS).sort();
    // The whole story, which a comparison would leave out.
    if (seen.sort().join() !== wanted.join()) console.error(said);
    expect(seen).toEqual(wanted);
  }, 240_000);
});
