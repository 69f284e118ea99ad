import { existsSync, readFileSync } from 'node:fs';
import swc, { type Module, type ParseOptions } from '@swc/core';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { importsOfSource } from './imports-of-source.ts';
import { rules } from './layer-rules.ts';

const folders = ['apps', 'libs', 'workflows', 'activities', 'infra', 'test'];

/**
 * dependency-cruiser's swc parser cannot read JSX and does not tell `import type` from `import`. It is given the
 * imports of each file alone, those of types written in the one form that it does mark (`type-import`).
 */
function teachJsxAndTypeImports(): void {
  const parser = swc as { parseFileSync: (file: string, options?: ParseOptions) => Module };
  parser.parseFileSync = (file) => {
    const lines = importsOfSource(readFileSync(file, 'utf8'), file).map(({ module, kind }) =>
      kind === 'value' ? `import ${JSON.stringify(module)};` : `declare const it: import(${JSON.stringify(module)});`,
    );
    return swc.parseSync(`${lines.join('\n')}\nexport {};`, { syntax: 'typescript' });
  };
}

/** Checks the imports of the tree in the working directory, prints each breach with its reason. */
async function main(): Promise<void> {
  teachJsxAndTypeImports();
  const { output } = await cruise(
    folders.filter((folder) => existsSync(folder)),
    {
      parser: 'swc',
      ruleSet: { forbidden: [...rules] as never },
      validate: true,
      doNotFollow: { path: ['node_modules'] },
      exclude: { path: ['(^|/)(dist|coverage|\\.data)/', '\\.(?:json|csv|md|css)$'] },
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  );
  const { summary } = output as ICruiseResult;
  for (const { rule, from, to, cycle } of summary.violations) {
    const path = cycle ? cycle.map(({ name }) => name).join(' → ') : to;
    const reason = rules.find(({ name }) => name === rule.name)?.comment ?? '';
    console.error(`${rule.name}: ${from} → ${path}\n    ${reason}`);
  }
  console.log(
    `layers: ${summary.totalCruised} files, ${summary.totalDependenciesCruised ?? 0} imports, ${rules.length} rules, ${summary.violations.length} breaches`,
  );
  if (summary.violations.length > 0) process.exitCode = 1;
}

await main();
