import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WholeProcess } from '../integration/whole-process.ts';
import { compareRequests } from './compare-requests.ts';
import { madeUpRecords } from './made-up-records.ts';

const MINUTES = 60_000;

describe('recorded requests, made up here, played through the house', () => {
  let folder: string;
  let whole: WholeProcess;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hotline-records-'));
    whole = await WholeProcess.start();
  }, MINUTES);
  afterAll(async () => {
    await whole.stop();
    await rm(folder, { recursive: true });
  });

  it(
    'are late, and bring about every step, as a reckoning says that knows nothing of the house',
    async () => {
      const file = join(folder, 'records.csv');
      await writeFile(file, madeUpRecords(12));
      const { complaints, late, lines } = await compareRequests([whole], file, { say: () => undefined });
      expect([complaints, lines]).toEqual([[], lines]);
      expect(late.length).toBeGreaterThan(4);
      expect(late.length).toBeLessThan(12);
      // Each wait was seen at work at least once, or the file would prove little.
      const acted = lines.join('\n');
      for (const rung of [
        'acknowledge:phone',
        'contact:missing',
        'due:still-overdue',
        'talk:overdue',
        'proposal/p4:unanswered',
      ])
        expect(acted).toMatch(new RegExp(`${rung} +[1-9]`));
      for (const line of late) expect(line).toMatch(/a1\/due:red/);
    },
    6 * MINUTES,
  );
});
