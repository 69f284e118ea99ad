import { forbiddenWords } from './forbidden-words.ts';
import { PlantedTree } from './planted-tree.ts';
import type { CommandResult } from './run-command.ts';

/** Each fault is written in pieces, so that this file itself is clean. */
const faults: readonly { readonly word: string; readonly file: string; readonly pieces: readonly string[] }[] = [
  { word: 'machine-path', file: 'docs/guide.md', pieces: ['see /wo', 'rk/hotline'] },
  { word: 'machine-path', file: 'infra/compose.yaml', pieces: ['home: /ro', 'ot/.cache'] },
  { word: 'package-registry', file: '.npmrc', pieces: ['registry=https://registry.', 'npmjs.org'] },
  { word: 'package-registry', file: 'package-lock.json', pieces: ['"resolved": "ht', 'tps://mirror.example/zod.tgz"'] },
  { word: 'package-registry', file: 'infra/install.sh', pieces: ['pip --index-url https://py', 'pi.org/simple'] },
  { word: 'only-one-test', file: 'libs/domain/src/a.spec.ts', pieces: ['it.on', 'ly("a", () => {})'] },
  { word: 'only-one-test', file: 'libs/domain/src/b.spec.ts', pieces: ['  fdes', 'cribe("b", () => {})'] },
  { word: 'silenced-compiler', file: 'libs/domain/src/c.ts', pieces: ['// @ts-ig', 'nore'] },
  { word: 'silenced-compiler', file: 'libs/domain/src/d.tsx', pieces: ['// @ts-no', 'check'] },
  { word: 'cast-to-any', file: 'libs/domain/src/e.ts', pieces: ['export const e = 1 as ', 'any;'] },
  { word: 'cast-to-any', file: 'libs/domain/src/h.ts', pieces: ['f(1 as ', 'any as string)'] },
  { word: 'unfinished', file: 'libs/domain/src/f.ts', pieces: ['// TO', 'DO: later'] },
  { word: 'unfinished', file: 'libs/domain/src/g.ts', pieces: ['// FIX', 'ME'] },
];

describe('the words gate', () => {
  const tree = new PlantedTree();
  let clean: CommandResult;
  let planted: CommandResult;

  beforeAll(async () => {
    tree.plant('docs/clean.md', 'Anyone runs it; files are in libs/work/ and ./root/, only (really).\n');
    tree.plant(
      'libs/domain/src/clean.ts',
      `// as good as any other\nexport const only = ['../work/a', 'todo list'];\n`,
    );
    tree.plant('libs/domain/dist/built.js', faults.map(({ pieces }) => pieces.join('')).join('\n'));
    tree.plant('docs/picture.png', `\0${faults[0]?.pieces.join('')}`);
    clean = await tree.runScript('words');
    for (const { file, pieces } of faults) tree.plant(file, `first line\n${pieces.join('')}\n`);
    planted = await tree.runScript('words');
  }, 60_000);
  afterAll(() => tree.remove());

  it('passes a clean tree, and looks at neither built nor binary files', () => {
    expect(clean.output).toContain(' 0 breaches');
    expect(clean.code).toBe(0);
  });

  it('fails on the planted tree', () => {
    expect(planted.code).toBe(1);
    expect(planted.output).toContain(` ${faults.length} breaches`);
  });

  it.each(forbiddenWords)('$name is caught with its line, wherever it was planted', ({ name }) => {
    const planned = faults.filter(({ word }) => word === name);
    expect(planned).not.toEqual([]);
    expect(planned.filter(({ file }) => !planted.output.includes(`${name}: ${file}:2\n`))).toEqual([]);
  });
});
