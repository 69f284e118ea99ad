import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlantedTree } from './planted-tree.ts';

const gates = ['types', 'lint', 'layers', 'packages', 'words', 'format:check'];

describe('npm run check', () => {
  const tree = new PlantedTree();
  afterAll(() => tree.remove());

  it('passes when every gate passes, and prints each with its time', async () => {
    tree.useScripts();
    const { code, output } = await tree.runScript('check');
    for (const gate of gates) expect(output).toMatch(new RegExp(`^ok +${gate} +\\d+\\.\\d s`, 'm'));
    expect(output).toContain('6 of 6 gates passed');
    expect(code).toBe(0);
  }, 60_000);

  it.each(gates)('fails when %s fails, and shows what it said', async (gate) => {
    const quick = Object.fromEntries(gates.map((name) => [name, 'true']));
    tree.useScripts({ ...quick, [gate]: 'echo a fault in line 7 && exit 3' });
    const { code, output } = await tree.runScript('check');
    expect(output).toMatch(new RegExp(`^FAIL ${gate} `, 'm'));
    expect(output).toContain(`--- ${gate} ---\na fault in line 7`);
    expect(code).toBe(1);
  });

  it('fails when a gate has lost its script', async () => {
    tree.useScripts({ ...Object.fromEntries(gates.map((name) => [name, 'true'])), words: undefined });
    expect(readFileSync(join(tree.folder, 'package.json'), 'utf8')).not.toContain('"words"');
    const { code, output } = await tree.runScript('check');
    expect(output).toContain('has no script words');
    expect(code).toBe(1);
  });
});
