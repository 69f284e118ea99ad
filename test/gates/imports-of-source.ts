import swc from '@swc/core';

/** One thing a source file imports. `type` is gone at run time, `value` is loaded. */
export interface SourceImport {
  readonly module: string;
  readonly kind: 'value' | 'type';
}

type Visit = (node: Record<string, unknown>) => void;

/**
 * Every module that a TypeScript source names: `import`, `export … from`, `import()`, `require()` and `import('…')` in
 * types, values first. An inline `import { type A }` counts as a value, as it stays an import at run time
 * (`verbatimModuleSyntax`).
 *
 * @throws the parser's own error when the source is not TypeScript
 */
export function importsOfSource(source: string, fileName: string): SourceImport[] {
  const program = swc.parseSync(source, { syntax: 'typescript', tsx: fileName.endsWith('x'), decorators: true });
  const found: SourceImport[] = [];
  walk(program, (node) => {
    const one = importOfNode(node);
    if (one) found.push(one);
  });
  return [...found.filter(({ kind }) => kind === 'value'), ...found.filter(({ kind }) => kind === 'type')];
}

function walk(node: unknown, visit: Visit): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit);
  } else if (node !== null && typeof node === 'object') {
    visit(node as Record<string, unknown>);
    for (const child of Object.values(node)) walk(child, visit);
  }
}

function importOfNode(node: Record<string, unknown>): SourceImport | undefined {
  switch (node['type']) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return named(node['source'], node['typeOnly'] === true);
    case 'TsImportType':
      return named(node['argument'], true);
    case 'TsExternalModuleReference':
      return named(node['expression'], false);
    case 'CallExpression':
      return importOfCall(node);
    default:
      return undefined;
  }
}

function importOfCall(node: Record<string, unknown>): SourceImport | undefined {
  const callee = node['callee'] as { type?: string; value?: string };
  if (callee.type !== 'Import' && callee.value !== 'require') return undefined;
  const [first] = node['arguments'] as { expression: unknown }[];
  return named(first?.expression, false);
}

function named(node: unknown, typeOnly: boolean): SourceImport | undefined {
  const literal = node as { type?: string; value?: string; quasis?: { cooked: string }[] } | null | undefined;
  const module =
    literal?.type === 'TemplateLiteral' && literal.quasis?.length === 1 ? literal.quasis[0]?.cooked : literal?.value;
  return typeof module === 'string' ? { module, kind: typeOnly ? 'type' : 'value' } : undefined;
}
