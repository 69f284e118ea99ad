import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PlantedTree } from './planted-tree.ts';
import type { CommandResult } from './run-command.ts';

const root = resolve(import.meta.dirname, '../..');
const identity = 'GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null';
const someone = '-c user.name=Someone -c user.email=someone@example.org';
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

describe('the git hooks', () => {
  const tree = new PlantedTree();
  const prepared: CommandResult[] = [];
  const git = (what: string) => tree.run(`${identity} git ${someone} ${what}`);
  const commit = async (file: string, text: string, message = 'feat(domain): a planted file') => {
    tree.plant(file, text);
    await git(`add -- '${file}'`);
    return git(`commit -q -m "${message}" -- '${file}'`);
  };

  beforeAll(async () => {
    cpSync(join(root, '.githooks'), join(tree.folder, '.githooks'), { recursive: true });
    tree.plant('.gitignore', 'node_modules/\n');
    prepared.push(await tree.run(scripts['prepare'] ?? 'exit 9'));
    await git('init -q -b main');
    prepared.push(await tree.run(scripts['prepare'] ?? 'exit 9'));
    await git('add -A');
    await git('commit -q --no-verify -m start');
  }, 60_000);
  afterAll(() => tree.remove());

  it('are enabled by npm install in a git checkout, and elsewhere nothing happens', async () => {
    expect(prepared.map(({ code, output }) => ({ code, output }))).toEqual([
      { code: 0, output: '' },
      { code: 0, output: '' },
    ]);
    expect((await git('config core.hooksPath')).output.trim()).toBe('.githooks');
  });

  it.each([
    ['feat(domain): extensions never shorten a term'],
    ['fix: the ledger keeps lone surrogates'],
    ['refactor(api)!: problem documents carry a code'],
    ['Merge branch main'],
  ])('let pass: %s', async (message) => {
    const { code, output } = await commit('libs/domain/src/a.ts', `export const it = '${message}';\n`, message);
    expect(output).toBe('');
    expect(code).toBe(0);
  });

  it.each([
    ['fixed things', 'is not'],
    ['feature: a kind that is none', 'is not'],
    ['feat(Domain): a scope in capitals', 'is not'],
    ['feat: ends with a dot.', 'is not'],
    [`feat: ${'long '.repeat(20)}end`, 'at most 100'],
    ['feat: a subject\nand no blank line', 'second line'],
  ])('refuse the message: %s', async (message, why) => {
    const { code, output } = await commit('libs/domain/src/b.ts', `export const it = ${message.length};\n`, message);
    expect(output).toContain(why);
    expect(code).toBe(1);
  });

  it('refuse a file that is not formatted', async () => {
    const { code, output } = await commit('libs/domain/src/with space.ts', 'export const it = "double"\n');
    expect(output).toContain('mends one file');
    expect(code).toBe(1);
  });

  it('refuse a file with a lint error', async () => {
    const source = 'async function act(): Promise<void> {}\nact();\n';
    const { code, output } = await commit('libs/domain/src/floating.ts', source);
    expect(output).toContain('no-floating-promises');
    expect(code).toBe(1);
  });

  it('look at the committed files only', async () => {
    tree.plant('libs/domain/src/elsewhere.ts', 'debugger\n');
    const { code } = await commit('docs/guide.md', '* a page\n', 'docs: a page');
    expect(code).toBe(0);
  });

  it('let a commit pass, and say so, where the tools are not installed', async () => {
    tree.uproot('node_modules');
    const { code, output } = await commit('libs/domain/src/c.ts', 'export const it = "double"\n');
    expect(output).toContain('not installed');
    expect(code).toBe(0);
  });
});
