import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { commandOnPath } from './cache.mjs';

const home = mkdtempSync(join(tmpdir(), 'hotline-bootstrap-'));
const local = join(import.meta.dirname, '..');
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A clone with the bootstrap and a lock file that wants one package. */
function clone(name: string): string {
  const root = join(home, name);
  mkdirSync(join(root, 'infra/local'), { recursive: true });
  cpSync(join(local, 'bootstrap.mjs'), join(root, 'infra/local/bootstrap.mjs'));
  cpSync(join(local, 'bootstrap'), join(root, 'infra/local/bootstrap'), { recursive: true });
  const wanted = { name: 'clone', dependencies: { node: '24.21.0' } };
  const packages = { '': wanted, 'node_modules/node': { version: '24.21.0', resolved: 'http://127.0.0.1:1/node.tgz' } };
  writeFileSync(join(root, 'package.json'), JSON.stringify(wanted));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ ...wanted, lockfileVersion: 3, packages }));
  return root;
}

/** A folder with only the named commands of this machine. */
function pathOf(...commands: string[]): string {
  const folder = mkdtempSync(join(home, 'path-'));
  for (const command of commands) symlinkSync(commandOnPath(command) ?? '', join(folder, command));
  return folder;
}

function start(root: string, environment: Record<string, string>, what = 'start') {
  const env = { HOME: home, HOTLINE_CACHE: join(root, 'cache'), TEMPORAL_ADDRESS: 'elsewhere:7233', ...environment };
  const { status, stdout } = spawnSync(process.execPath, ['infra/local/bootstrap.mjs', what], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { status, stdout };
}

describe('the bootstrap', () => {
  it('says what to do when there is no npm', () => {
    const { status, stdout } = start(clone('no-npm'), { PATH: pathOf() });
    expect(status).toBe(1);
    expect(stdout).toContain('There is no npm on the PATH');
  });

  it('says what to do when the packages cannot be had, and leaves no lock of its own', () => {
    const root = clone('no-network');
    const path = [dirname(commandOnPath('npm') ?? ''), process.env['PATH']].join(delimiter);
    const { status, stdout } = start(root, { PATH: path, npm_config_fetch_retries: '0' });
    expect(status).toBe(1);
    expect(stdout).toContain('The package registry cannot be reached');
    expect(existsSync(join(root, '.data/installing'))).toBe(false);
  }, 60_000);

  it('refuses to install beside another install, and passes over one that was killed', () => {
    const root = clone('two');
    mkdirSync(join(root, '.data'));
    writeFileSync(join(root, '.data/installing'), String(process.pid));
    const environment = { PATH: pathOf('npm') };
    expect(start(root, environment).stdout).toContain('Another install is under way');
    writeFileSync(join(root, '.data/installing'), '4194304');
    expect(start(root, environment).stdout).not.toContain('Another install is under way');
  });

  it('takes an install by hand for one, and asks for another way to Temporal when there is none', () => {
    const root = clone('by-hand');
    mkdirSync(join(root, 'node_modules/node/bin'), { recursive: true });
    symlinkSync(process.execPath, join(root, 'node_modules/node/bin/node'));
    const packages = { 'node_modules/node': { version: '24.21.0' } };
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
    const { status, stdout } = start(root, { PATH: pathOf(), TEMPORAL_ADDRESS: '' });
    expect(status).toBe(1);
    expect(stdout).toContain('There is no Temporal server for this machine');
    expect(readdirSync(join(root, 'cache/bin'))).toEqual([]);
  });

  it('says what builds the cluster when that is missing', () => {
    const { status, stdout } = start(clone('no-go'), { PATH: pathOf(), TEMPORAL_ADDRESS: '' }, 'cluster');
    expect(status).toBe(1);
    expect(stdout).toContain('There is no Go on the PATH');
  });
});
