import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { OwnTime } from './own-time.ts';

it('own time passes no faster than the clock, and passes while own children work', async () => {
  const child = spawn(process.execPath, ['-e', 'for (;;);']);
  const began = performance.now();
  const time = new OwnTime();
  const seen: number[] = [];
  for (let turn = 0; turn < 4; turn++) {
    await pause(300);
    seen.push(time.passed);
  }
  child.kill();
  expect(seen).toEqual(seen.toSorted((left, right) => left - right));
  expect(seen.at(-1)).toBeGreaterThan(40);
  expect(seen.at(-1)).toBeLessThanOrEqual(performance.now() - began);
});
