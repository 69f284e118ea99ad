import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { importsOfSource } from './imports-of-source.ts';

/** The part of a package.json that says what a package needs. */
export interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** A workspace: its folder and its package.json. The root has the folder `.`. */
export interface Workspace {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** What is wrong with what packages declare, by rule. The probes see every rule caught. */
export const packageRules = {
  'undeclared-package': 'a package imports only what its own package.json names, so that it can stand alone',
  'inexact-version': 'versions are exact: the same install today and in a year',
  'two-versions': 'one version of a package in the whole house',
} as const;

/** One breach of a rule of {@link packageRules}. */
export interface Breach {
  readonly rule: keyof typeof packageRules;
  readonly where: string;
}

const builtIn = new Set(builtinModules);
const source = /\.(?:ts|tsx|mjs)$/;
/** Files that run only while developing, and may use the tools the root declares. */
const development = /(?:^|\/)testing\/|\.spec\.tsx?$|(?:^|\/)[\w.-]+\.config\.(?:ts|mjs)$/;

/** The workspaces among the files of a tree. */
export function workspacesOf(files: readonly string[]): Workspace[] {
  return files
    .filter((file) => file === 'package.json' || file.endsWith('/package.json'))
    .map((file) => ({ folder: dirname(file), manifest: JSON.parse(readFileSync(file, 'utf8')) as Manifest }));
}

/** Imports of packages that the importing workspace does not declare. */
export function undeclaredPackages(files: readonly string[], workspaces: readonly Workspace[]): Breach[] {
  const root = workspaces.find(({ folder }) => folder === '.');
  const tools = { ...root?.manifest.devDependencies, ...root?.manifest.dependencies };
  return files
    .filter((file) => source.test(file))
    .flatMap((file) => {
      const workspace = workspaceOf(file, workspaces);
      if (!workspace || workspace === root) return [];
      const { name, dependencies, devDependencies } = workspace.manifest;
      const mayUseTools = development.test(file) || workspace.folder === 'test';
      const declared = { [name]: '', ...dependencies, ...devDependencies, ...(mayUseTools ? tools : {}) };
      return packagesIn(file)
        .filter((imported) => !(imported in declared))
        .map((imported): Breach => ({ rule: 'undeclared-package', where: `${file} → ${imported}` }));
    });
}

/** Declared versions that are ranges, except the `*` of our own packages. */
export function inexactVersions(workspaces: readonly Workspace[]): Breach[] {
  return declarations(workspaces)
    .filter(({ name, version }) => !(name.startsWith('@hotline/') ? version === '*' : exact.test(version)))
    .map(({ file, name, version }) => ({ rule: 'inexact-version', where: `${file}: ${name} ${version}` }));
}

/** Packages that two workspaces declare in different versions. */
export function differingVersions(workspaces: readonly Workspace[]): Breach[] {
  const first = new Map<string, { file: string; version: string }>();
  return declarations(workspaces).flatMap(({ file, name, version }): Breach[] => {
    const known = first.get(name);
    if (!known) first.set(name, { file, version });
    return known && known.version !== version
      ? [{ rule: 'two-versions', where: `${name}: ${known.version} in ${known.file}, ${version} in ${file}` }]
      : [];
  });
}

const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

function declarations(workspaces: readonly Workspace[]): { file: string; name: string; version: string }[] {
  return workspaces.flatMap(({ folder, manifest }) =>
    Object.entries({ ...manifest.devDependencies, ...manifest.dependencies }).map(([name, version]) => ({
      file: join(folder, 'package.json'),
      name,
      version,
    })),
  );
}

function workspaceOf(file: string, workspaces: readonly Workspace[]): Workspace | undefined {
  return workspaces
    .filter(({ folder }) => folder === '.' || file.startsWith(`${folder}/`))
    .toSorted((left, right) => right.folder.length - left.folder.length)[0];
}

function packagesIn(file: string): string[] {
  const names = importsOfSource(readFileSync(file, 'utf8'), file)
    .map(({ module }) => module)
    .filter((module) => !/^(?:\.|\/|node:|virtual:)/.test(module))
    .map((module) =>
      module
        .split('/')
        .slice(0, module.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  return [...new Set(names)].filter((name) => !builtIn.has(name));
}
