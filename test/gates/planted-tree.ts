import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { type CommandResult, runCommand } from './run-command.ts';

const root = resolve(import.meta.dirname, '../..');
const configuration = [
  'package.json',
  '.oxfmtrc.json',
  '.oxlintrc.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'apps/api/tsconfig.json',
  'apps/web/tsconfig.json',
];

/** The folders of the packages in a planted tree, by the name behind `@hotline/`. */
export const packageFolders: Readonly<Record<string, string>> = {
  domain: 'libs/domain',
  calendar: 'libs/calendar',
  configuration: 'libs/configuration',
  'contracts-http': 'libs/contracts/http',
  'contracts-process': 'libs/contracts/process',
  persistence: 'libs/persistence',
  notifications: 'libs/notifications',
  documents: 'libs/documents',
  application: 'libs/application',
  activities: 'activities',
  workflows: 'workflows',
  worker: 'apps/worker',
  api: 'apps/api',
  web: 'apps/web',
  command: 'apps/command',
  infra: 'infra',
  test: 'test',
};

/**
 * A small copy of the house in a temporary folder, outside the repository, in which faults are planted: the same
 * configuration, every package with a clean `src/index.ts`, the same installed packages.
 */
export class PlantedTree {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'planted-')));

  constructor() {
    for (const file of configuration) this.#copy(file);
    this.#linkInstalledPackages();
    for (const [name, folder] of Object.entries(packageFolders)) {
      const manifest = {
        name: `@hotline/${name}`,
        version: '0.1.0',
        type: 'module',
        exports: { '.': './src/index.ts' },
      };
      this.plant(`${folder}/package.json`, JSON.stringify(manifest, undefined, 2) + '\n');
      this.plant(`${folder}/src/index.ts`, `export const packageName: string = '${name}';\n`);
    }
  }

  /** Writes a file, its folders included. */
  plant(file: string, text: string): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Removes one file or folder of the tree. */
  uproot(file: string): void {
    rmSync(join(this.folder, file), { recursive: true, force: true });
  }

  /** Runs an npm script of the root on this tree, with `more` arguments. */
  runScript(script: string, more = ''): Promise<CommandResult> {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const command = scripts[script];
    if (command === undefined) throw new Error(`the root package.json has no script ${script}`);
    return this.run(`${this.#inRepository(command)} ${more}`);
  }

  /** Runs a shell command in this tree. */
  run(command: string): Promise<CommandResult> {
    return runCommand(command, this.folder);
  }

  /** Makes the root scripts of this tree run the gates of the repository, some of them replaced. */
  useScripts(replaced: Readonly<Record<string, string | undefined>> = {}): void {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const scripts = Object.fromEntries(
      Object.entries(manifest.scripts).map(([name, command]) => [name, this.#inRepository(command)]),
    );
    this.plant(
      'package.json',
      JSON.stringify({ ...manifest, scripts: { ...scripts, ...replaced } }, undefined, 2) + '\n',
    );
  }

  /** Deletes the tree. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #copy(file: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(this.folder, file));
  }

  #linkInstalledPackages(): void {
    const installed = join(root, 'node_modules');
    const here = join(this.folder, 'node_modules');
    mkdirSync(join(here, '@hotline'), { recursive: true });
    for (const name of readdirSync(installed)) {
      if (!name.startsWith('@hotline')) symlinkSync(join(installed, name), join(here, name));
    }
    for (const [name, folder] of Object.entries(packageFolders)) {
      symlinkSync(join(this.folder, folder), join(here, '@hotline', name));
    }
  }

  #inRepository(command: string): string {
    return command.replaceAll('node test/gates/', `node ${relative(this.folder, root)}/test/gates/`);
  }
}
