import type { CommandResult } from './run-command.ts';
import { layers, rules } from './layer-rules.ts';
import { packageFolders, PlantedTree } from './planted-tree.ts';

interface Probe {
  readonly rule: string;
  readonly file: string;
  readonly source: string;
}

const nameOf = (folder: string): string =>
  Object.entries(packageFolders).find(([, known]) => known === folder)?.[0] ?? folder;
const importOf = (name: string): string =>
  `import { packageName } from '@hotline/${name}';\nconsole.log(packageName);\n`;
const typeImportOf = (name: string): string =>
  `import type { packageName } from '@hotline/${name}';\nexport type It = typeof packageName;\n`;

const forbidden: Probe[] = layers.flatMap(({ name, folder, may }) =>
  Object.entries(packageFolders)
    .filter(([, other]) => other !== folder && !may.includes(other))
    .flatMap(([other]) => [
      { rule: `layer-${name}`, file: `${folder}/src/uses-${other}.ts`, source: importOf(other) },
      { rule: `layer-${name}`, file: `${folder}/src/knows-${other}.ts`, source: typeImportOf(other) },
    ]),
);

const probes: Probe[] = [
  ...forbidden,
  { rule: 'layer-unknown', file: 'libs/rumours/src/planted.ts', source: importOf('domain') },
  {
    rule: 'workflows-know-activities-as-types',
    file: 'workflows/src/loads-activities.ts',
    source: importOf('activities'),
  },
  {
    rule: 'workflows-know-activities-as-types',
    file: 'workflows/src/loads-and-knows-activities.ts',
    source: typeImportOf('activities') + importOf('activities'),
  },
  {
    rule: 'domain-without-libraries',
    file: 'libs/domain/src/zod.ts',
    source: `import { z } from 'zod';\nconsole.log(z);\n`,
  },
  { rule: 'domain-without-node', file: 'libs/domain/src/node.ts', source: `import 'node:fs/promises';\n` },
  { rule: 'domain-without-node', file: 'libs/contracts/process/src/node.ts', source: `import 'path';\n` },
  { rule: 'workflows-without-node', file: 'workflows/src/node.ts', source: `export * from 'node:crypto';\n` },
  { rule: 'workflows-only-on-temporal', file: 'workflows/src/zod.ts', source: `await import('zod');\n` },
  {
    rule: 'web-without-node',
    file: 'apps/web/src/node.tsx',
    source: `import { cpus } from 'node:os';\nexport const Cpus = () => <p>{cpus().length}</p>;\n`,
  },
  { rule: 'no-circle', file: 'activities/src/one.ts', source: `import './other.ts';\n` },
  { rule: 'not-own-face', file: 'libs/domain/src/own.ts', source: `import './index.ts';\n` },
  { rule: 'not-own-face', file: 'libs/domain/src/case/own-name.ts', source: importOf('domain') },
  {
    rule: 'only-the-face-of-others',
    file: 'libs/application/src/deep.ts',
    source: `import '../../domain/src/inner.ts';\n`,
  },
  { rule: 'only-the-face-of-libraries', file: 'test/deep.ts', source: `import '../libs/domain/src/inner.ts';\n` },
  { rule: 'others-by-name', file: 'test/path.ts', source: `import '../libs/domain/src/index.ts';\n` },
  { rule: 'no-spec-in-source', file: 'activities/src/spec.ts', source: `import './planted.spec.ts';\n` },
  { rule: 'no-spec-in-source', file: 'apps/api/src/planted.main.ts', source: `import './testing/caller.ts';\n` },
  { rule: 'no-unknown-import', file: 'activities/src/nowhere.ts', source: `import './nowhere-at-all.ts';\n` },
];

const innocent: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    layers.flatMap(({ folder, may }) =>
      may.map((other) => [
        `${folder}/src/may-use-${nameOf(other)}.ts`,
        folder === 'workflows' && other === 'activities' ? typeImportOf('activities') : importOf(nameOf(other)),
      ]),
    ),
  ),
  'apps/api/src/main.ts': Object.keys(packageFolders)
    .filter((name) => name !== 'api')
    .map((name) => `import '@hotline/${name}';\n`)
    .join(''),
  'apps/worker/src/ledger.main.ts': importOf('persistence'),
  'apps/worker/src/build-bundle.ts': `import '../../../workflows/src/inner.ts';\n`,
  'apps/worker/src/worker.integration.spec.ts': importOf('persistence'),
  'apps/command/src/seed.ts': importOf('persistence'),
  'test/replay/replay.spec.ts': `import '../../workflows/src/inner.ts';\n`,
  'workflows/src/on-temporal.ts': `import { sleep } from '@temporalio/workflow';\nconsole.log(sleep);\n`,
  'libs/domain/src/testing/arbitrary.ts': `import fc from 'fast-check';\nconsole.log(fc);\n`,
  'apps/api/src/testing/caller.ts': importOf('infra'),
  'libs/calendar/src/face.spec.ts': importOf('calendar'),
  'libs/domain/src/planted.spec.ts': `import fc from 'fast-check';\nimport 'node:fs';\nconsole.log(fc);\n`,
  'apps/web/src/page.tsx': `import type { ReactNode } from 'react';\nexport const Page = (): ReactNode => <p>{'page'}</p>;\n`,
  'activities/src/husband.ts': `import type { Wife } from './wife.ts';\nexport interface Husband {\n  wife: Wife;\n}\n`,
  'activities/src/wife.ts': `import type { Husband } from './husband.ts';\nexport interface Wife {\n  husband: Husband;\n}\n`,
};

describe('the layers gate', () => {
  const tree = new PlantedTree();
  let clean: CommandResult;
  let planted: CommandResult;

  beforeAll(async () => {
    for (const folder of ['libs/domain', 'workflows'])
      tree.plant(`${folder}/src/inner.ts`, 'export const inner = 1;\n');
    for (const [file, source] of Object.entries(innocent)) tree.plant(file, source);
    clean = await tree.runScript('layers');
    tree.plant('activities/src/other.ts', `export * from './third.ts';\n`);
    tree.plant('activities/src/third.ts', `export const load = () => import('./one.ts');\n`);
    tree.plant('activities/src/planted.spec.ts', 'export const planted = 1;\n');
    for (const { file, source } of probes) tree.plant(file, source);
    planted = await tree.runScript('layers');
  }, 60_000);
  afterAll(() => tree.remove());

  it('passes what the design allows', () => {
    expect(clean.output).not.toContain(' → ');
    expect(clean.code).toBe(0);
  });

  it('fails on the planted tree', () => {
    expect(planted.code).toBe(1);
  });

  it.each(rules)('$name catches every fault planted for it, and has one', ({ name }) => {
    const faults = probes.filter(({ rule }) => rule === name);
    expect(faults).not.toEqual([]);
    expect(faults.filter(({ file }) => !planted.output.includes(`${name}: ${file} → `))).toEqual([]);
  });

  it('gives a reason for every rule', () => {
    for (const { comment } of rules) expect(comment.length).toBeGreaterThan(30);
  });

  it('blames nothing that was not planted', () => {
    const blamed = [...planted.output.matchAll(/^[\w-]+: (\S+) → /gm)].map(([, file]) => file);
    const guilty = new Set([...probes.map(({ file }) => file), 'activities/src/other.ts', 'activities/src/third.ts']);
    expect(blamed.filter((file) => file === undefined || !guilty.has(file))).toEqual([]);
  });
});
