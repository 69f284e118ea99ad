import { existsSync, readFileSync } from 'node:fs';

/** What came out of a stage of `npm test`: tests, or 1 for a check that passes or fails as a whole. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The tally of a command that has no tests of its own. */
export function tallyOfCheck(succeeded: boolean): Tally {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}

/**
 * The tally of a Jest run. A suite that could not be loaded counts as one failure, and so does a run that ended badly
 * without a failed test.
 *
 * @param file what Jest wrote by `--json --outputFile`
 * @param succeeded whether Jest's exit code was 0
 */
export function tallyOfJest(file: string, succeeded: boolean): Tally {
  if (!existsSync(file)) return tallyOfCheck(false);
  const result = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  const count = (name: string): number => result[name] ?? 0;
  const failed = count('numFailedTests') + count('numRuntimeErrorTestSuites');
  return {
    passed: count('numPassedTests'),
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: count('numPendingTests') + count('numTodoTests'),
  };
}

/** The sum of tallies. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  return { passed: sum((t) => t.passed), failed: sum((t) => t.failed), skipped: sum((t) => t.skipped) };
}

/** The closing line: `N passed, N failed`, and `, N skipped` when there are some. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
