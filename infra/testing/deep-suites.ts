import { join } from 'node:path';

/** A suite of `npm run test:deep`: how it is run, and what tells it to go deep. */
interface DeepSuite {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** What goes deep, by name; how deep is said by variables that each suite reads. */
export const DEEP_SUITES: Readonly<Record<string, DeepSuite>> = {
  'bad-input': { args: jest('test/bad-input'), environment: { BAD_INPUT_EXAMPLES: '500' } },
  model: { args: jest('test/model'), environment: { MODEL_RUNS: '1000', MODEL_STEPS: '50' } },
};

function jest(pattern: string): string[] {
  return [
    '--disable-warning=ExperimentalWarning',
    '--experimental-vm-modules',
    join('node_modules', 'jest', 'bin', 'jest.js'),
    '--selectProjects',
    'integration',
    '--runInBand',
    '--testPathPatterns',
    pattern,
  ];
}
