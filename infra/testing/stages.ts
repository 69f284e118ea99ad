import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../local/repository.ts';
import { tallyOfCheck, tallyOfJest, type Tally } from './tally.ts';

/** A stage of `npm test`: a command, and how its outcome is counted. */
export interface Stage {
  readonly name: string;
  readonly args: readonly string[];
  tally(succeeded: boolean): Tally;
}

const JEST = [
  '--disable-warning=ExperimentalWarning',
  '--experimental-vm-modules',
  join('node_modules', 'jest', 'bin', 'jest.js'),
];

/**
 * The stages in their order: the checks of the source (where the script `check` is defined), the build, then the suites.
 *
 * @param results the folder for what Jest writes about each suite
 */
export function stages(results: string): Stage[] {
  const { scripts } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const check: Stage = { name: 'check', args: ['--run', 'check'], tally: tallyOfCheck };
  return [
    ...(scripts['check'] === undefined ? [] : [check]),
    { name: 'build', args: ['--run', 'build'], tally: tallyOfCheck },
    suite('unit', results, ['--maxWorkers=2']),
    // Workers are renewed, since the modules that a file has loaded are not let go of after it.
    suite('integration', results, ['--maxWorkers=2', '--workerIdleMemoryLimit=1GB']),
    suite('replay', results, ['--runInBand']),
    suite('e2e', results, ['--maxWorkers=2']),
  ];
}

function suite(name: string, results: string, flags: string[]): Stage {
  const file = join(results, `${name}.json`);
  const select = ['--selectProjects', name, '--passWithNoTests', '--json', `--outputFile=${file}`];
  return { name, args: [...JEST, ...select, ...flags], tally: (succeeded) => tallyOfJest(file, succeeded) };
}
