import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine, sumOf, tallyOfCheck, tallyOfJest } from './tally.ts';

describe('the tally of npm test', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-tally-'));
  const file = join(folder, 'jest.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('closes with one plain line', () => {
    const sum = sumOf([tallyOfCheck(true), tallyOfCheck(false), { passed: 40, failed: 2, skipped: 0 }]);
    expect(closingLine(sum)).toBe('41 passed, 3 failed');
    expect(closingLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
  });

  it('counts a suite that could not be loaded as a failure', () => {
    writeFileSync(file, JSON.stringify({ numPassedTests: 3, numFailedTests: 0, numRuntimeErrorTestSuites: 1 }));
    expect(tallyOfJest(file, false)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('never calls a run good that ended badly', () => {
    writeFileSync(file, JSON.stringify({ numPassedTests: 3, numFailedTests: 0 }));
    expect(tallyOfJest(file, false).failed).toBe(1);
    expect(tallyOfJest(join(folder, 'absent.json'), true).failed).toBe(1);
  });
});
