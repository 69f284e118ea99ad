import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PlantedTree } from './planted-tree.ts';
import type { CommandResult } from './run-command.ts';

type Setting = 'off' | 'warn' | 'error' | readonly ['off' | 'warn' | 'error', ...unknown[]];
interface LintConfiguration {
  readonly rules: Readonly<Record<string, Setting>>;
  readonly overrides: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, Setting>>;
  }[];
}
interface Probe {
  readonly rule: string;
  readonly file: string;
  readonly source: string;
}

const root = resolve(import.meta.dirname, '../..');
const configuration = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as LintConfiguration;
const severityOf = (setting: Setting): string => (typeof setting === 'string' ? setting : setting[0]);
const lines = (count: number, line: string): string => Array.from({ length: count }, () => line).join('\n');

const inApplication = (rule: string, source: string): Probe => ({
  rule,
  file: `libs/application/src/${rule.replace(/\W/g, '-')}.ts`,
  source,
});

const probes: readonly Probe[] = [
  inApplication('correctness', 'export function stop(): void {\n  debugger;\n}\n'),
  inApplication('typescript/no-floating-promises', 'async function act(): Promise<void> {}\nact();\n'),
  inApplication('typescript/no-misused-promises', 'export const all = (): void => [1].forEach(async () => {});\n'),
  inApplication('typescript/await-thenable', 'export const three = async (): Promise<number> => await 3;\n'),
  inApplication('typescript/no-explicit-any', 'export const same = (it: any): unknown => it;\n'),
  inApplication('typescript/no-non-null-assertion', 'export const first = (list: string[]): string => list[0]!;\n'),
  inApplication('typescript/only-throw-error', `export const fail = (): never => {\n  throw 'words';\n};\n`),
  inApplication('import/no-default-export', 'const it = 1;\nexport default it;\n'),
  inApplication('node/no-process-env', `export const port = process.env['PORT'];\n`),
  inApplication('eslint/eqeqeq', `export const one = (it: unknown): boolean => it == 1;\n`),
  inApplication('eslint/no-empty', 'try {\n  console.log(1);\n} catch {}\n'),
  inApplication('eslint/max-lines', lines(401, 'console.log(1);')),
  inApplication(
    'eslint/max-lines-per-function',
    `export function long(): void {\n${lines(51, '  console.log(1);')}\n}\n`,
  ),
  {
    rule: 'react/rules-of-hooks',
    file: 'apps/web/src/hook.tsx',
    source: `import { useState } from 'react';\nexport function Page({ open }: { open: boolean }) {\n  if (open) useState(1);\n  return <p />;\n}\n`,
  },
  {
    rule: 'jest/no-focused-tests',
    file: 'libs/application/src/focused.spec.ts',
    source: `describe.${'only'}('this', () => it('is', () => expect(1).toBe(1)));\n`,
  },
  {
    rule: 'jest/expect-expect',
    file: 'libs/application/src/nothing-expected.spec.ts',
    source: `it('asks nothing', () => console.log(1));\n`,
  },
  ...['workflows/src', 'libs/domain/src', 'libs/contracts/process/src'].flatMap((folder): Probe[] => [
    { rule: 'import/no-nodejs-modules', file: `${folder}/prefixed.ts`, source: `import 'node:fs/promises';\n` },
    { rule: 'import/no-nodejs-modules', file: `${folder}/bare.ts`, source: `import 'path';\n` },
  ]),
  ...['workflows/src', 'libs/domain/src'].flatMap((folder): Probe[] => [
    { rule: 'eslint/no-restricted-imports', file: `${folder}/zod.ts`, source: `import 'zod';\n` },
    { rule: 'eslint/no-restricted-properties', file: `${folder}/now.ts`, source: 'export const now = Date.now();\n' },
    {
      rule: 'eslint/no-restricted-properties',
      file: `${folder}/dice.ts`,
      source: 'export const dice = Math.random();\n',
    },
  ]),
  {
    rule: 'eslint/no-restricted-imports',
    file: 'workflows/src/activities.ts',
    source: `import { packageName } from '@hotline/activities';\nconsole.log(packageName);\n`,
  },
];

const innocent: Readonly<Record<string, string>> = {
  'workflows/src/types.ts': `import type { packageName } from '@hotline/activities';\nexport type It = typeof packageName;\n`,
  'apps/api/src/api.configuration.ts': `export const port = process.env['API_PORT'];\n`,
  'infra/temporal/address.ts': `export const address = process.env['TEMPORAL_ADDRESS'];\n`,
  'apps/web/vite.config.ts': 'const it = { root: process.env.WEB };\nexport default it;\n',
  'libs/domain/src/rates.spec.ts': `import 'node:fs';\nit('is', () => expect([1][0]!).toBe(1));\n`,
  'apps/web/src/api/generated/client.ts': 'const it: any = 1;\nexport default it;\n',
  'libs/domain/dist/index.ts': 'debugger;\n',
};

const identifier = (rule: string): string => {
  if (rule === 'correctness') return 'eslint(no-debugger)';
  const [plugin, name] = rule.split('/');
  return plugin === 'react' ? `react-hooks(${name})` : `${plugin}(${name})`;
};

describe('the lint gate', () => {
  const tree = new PlantedTree();
  let clean: CommandResult;
  let planted: CommandResult;
  let report: CommandResult;

  beforeAll(async () => {
    for (const [file, source] of Object.entries(innocent)) tree.plant(file, source);
    clean = await tree.runScript('lint', '--format=unix');
    for (const { file, source } of probes) tree.plant(file, source);
    planted = await tree.runScript('lint');
    report = await tree.run('oxlint --format=unix');
  }, 60_000);
  afterAll(() => tree.remove());

  it('passes clean code, and looks at neither generated nor built files', () => {
    expect(clean.output).not.toContain('[Error');
    expect(clean.code).toBe(0);
  });

  it('fails on the planted tree', () => {
    expect(planted.code).toBe(1);
  });

  it.each(probes)('$rule catches $file', ({ rule, file }) => {
    const severity = rule === 'eslint/max-lines-per-function' ? 'Warning' : 'Error';
    const found = report.output.split('\n').filter((line) => line.startsWith(`${file}:`));
    expect(found.join('\n')).toContain(`[${severity}/${identifier(rule)}]`);
  });

  it('has a probe for every rule that is switched on', () => {
    const all = [configuration.rules, ...configuration.overrides.map(({ rules }) => rules)];
    const on = all.flatMap((rules) => Object.entries(rules).filter(([, setting]) => severityOf(setting) !== 'off'));
    const probed = new Set(probes.map(({ rule }) => rule));
    expect(on.map(([rule]) => rule).filter((rule) => !probed.has(rule))).toEqual([]);
  });
});
