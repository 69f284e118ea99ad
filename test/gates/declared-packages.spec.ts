import { packageRules } from './declared-packages.ts';
import { PlantedTree } from './planted-tree.ts';
import type { CommandResult } from './run-command.ts';

const manifest = (name: string, dependencies: Readonly<Record<string, string>>): string =>
  JSON.stringify({ name: `@hotline/${name}`, version: '0.1.0', dependencies });

describe('the packages gate', () => {
  const tree = new PlantedTree();
  let clean: CommandResult;
  let planted: CommandResult;

  beforeAll(async () => {
    tree.plant('libs/calendar/package.json', manifest('calendar', { '@hotline/domain': '*', zod: '4.6.7' }));
    tree.plant(
      'libs/calendar/src/used.ts',
      `import 'node:fs';\nimport 'zod/v4';\nimport '@hotline/domain';\nimport './index.ts';\n`,
    );
    tree.plant('libs/calendar/src/used.spec.ts', `import 'fast-check';\nimport '@jest/globals';\n`);
    tree.plant('test/bench/used.ts', `import '@temporalio/testing';\n`);
    clean = await tree.runScript('packages');

    tree.plant('libs/domain/src/imports-zod.ts', `import 'zod';\n`);
    tree.plant(
      'libs/domain/src/knows-calendar.ts',
      `import type { packageName } from '@hotline/calendar';\nexport type It = typeof packageName;\n`,
    );
    tree.plant('libs/application/src/imports-root-tool.ts', `export const load = () => import('fast-check');\n`);
    tree.plant('activities/package.json', manifest('activities', { zod: '^4.6.7' }));
    tree.plant('workflows/package.json', manifest('workflows', { '@hotline/domain': '0.1.0' }));
    tree.plant('infra/package.json', manifest('infra', { zod: '4.6.6' }));
    planted = await tree.runScript('packages');
  }, 60_000);
  afterAll(() => tree.remove());

  it('passes what is declared, and the tools of the root in specs and tests', () => {
    expect(clean.output).toContain(' 0 breaches');
    expect(clean.code).toBe(0);
  });

  it('fails on the planted tree', () => {
    expect(planted.code).toBe(1);
  });

  it.each([
    ['undeclared-package', 'libs/domain/src/imports-zod.ts → zod'],
    ['undeclared-package', 'libs/domain/src/knows-calendar.ts → @hotline/calendar'],
    ['undeclared-package', 'libs/application/src/imports-root-tool.ts → fast-check'],
    ['inexact-version', 'activities/package.json: zod ^4.6.7'],
    ['inexact-version', 'workflows/package.json: @hotline/domain 0.1.0'],
    ['two-versions', 'zod: '],
  ])('%s names %s', (rule, where) => {
    expect(Object.keys(packageRules)).toContain(rule);
    expect(planted.output).toContain(`${rule}: ${where}`);
  });
});
