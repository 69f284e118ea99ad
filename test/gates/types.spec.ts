import { PlantedTree } from './planted-tree.ts';
import type { CommandResult } from './run-command.ts';

/** A fault in each project: the house, the API with its decorators, the web with its browser. */
const faults: readonly (readonly [error: string, file: string, source: string])[] = [
  ['TS2322', 'libs/domain/src/planted.ts', `export const it: number = 'one';\n`],
  ['TS1294', 'libs/domain/src/enum.ts', 'export enum Stage {\n  Open,\n}\n'],
  ['TS2532', 'test/bench/planted.ts', 'export const it = (list: string[]): number => list[0].length;\n'],
  ['TS2584', 'apps/worker/src/planted.ts', 'export const it = document.title;\n'],
  ['TS2322', 'apps/api/src/planted.ts', `export const it: number = 'one';\n`],
  [
    'TS2741',
    'apps/web/src/planted.tsx',
    'const One = (p: { of: string }) => <p>{p.of}</p>;\nexport const Two = () => <One />;\n',
  ],
];

describe('the types gate', () => {
  const tree = new PlantedTree();
  let clean: CommandResult;
  let planted: CommandResult;

  beforeAll(async () => {
    tree.plant('apps/web/src/page.tsx', 'export const Page = () => <p>{document.title}</p>;\n');
    tree.plant(
      'apps/api/src/planted.controller.ts',
      `import { Controller } from '@nestjs/common';\n@Controller()\nexport class It {\n  constructor(readonly one: Date) {}\n}\n`,
    );
    clean = await tree.runScript('types');
    for (const [, file, source] of faults) tree.plant(file, source);
    planted = await tree.runScript('types');
  }, 60_000);
  afterAll(() => tree.remove());

  it('passes a clean tree', () => {
    expect(clean.output).toBe('types: 3 projects, 0 with errors\n');
    expect(clean.code).toBe(0);
  });

  it('fails on the planted tree', () => {
    expect(planted.output).toContain('types: 3 projects, 3 with errors');
    expect(planted.code).toBe(1);
  });

  it.each(faults)('says %s for %s', (error, file) => {
    const found = planted.output.split('\n').filter((line) => line.startsWith(`${file}(`));
    expect(found.join('\n')).toContain(`error ${error}: `);
  });
});
