import { PlantedTree } from './planted-tree.ts';

const ugly = 'export const  it = "double" ;\n';

describe('the format gate', () => {
  const tree = new PlantedTree();
  afterEach(() => tree.uproot('libs/domain/src/planted.ts'));
  afterAll(() => tree.remove());

  it('passes a clean tree, and leaves built, generated and recorded files alone', async () => {
    tree.plant('apps/api/dist/main.js', ugly);
    tree.plant('apps/web/src/api/generated/client.ts', ugly);
    tree.plant('test/replay/histories/case.json', '{"a":   1}');
    tree.plant('.data/state.json', '{"a":   1}');
    const { code, output } = await tree.runScript('format:check');
    expect(output).not.toContain('(');
    expect(code).toBe(0);
  });

  it.each([
    ['double quotes', 'export const it = "double";\n'],
    ['a missing semicolon', 'export const it = 1\n'],
    ['a line that should be broken', `export const it = [${'1000, '.repeat(25)}1];\n`],
    ['a line that need not be broken', 'export const it = (\n  one: string\n): string => one;\n'],
  ])('fails for %s and names the file', async (_, source) => {
    tree.plant('libs/domain/src/planted.ts', source);
    const { code, output } = await tree.runScript('format:check');
    expect(output).toContain('libs/domain/src/planted.ts');
    expect(code).toBe(1);
  });

  it('is mended by npm run format', async () => {
    tree.plant('libs/domain/src/planted.ts', ugly);
    await tree.runScript('format');
    const { code } = await tree.runScript('format:check');
    expect(code).toBe(0);
  });
});
