import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type BundleOptions, type Logger } from '@temporalio/worker';

type Webpack = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** The hotline's own workflows. */
export const WORKFLOWS = new URL('../../../workflows/src/index.ts', import.meta.url);

/** Pure libraries, without any state of a workflow: evaluated once, not again for every workflow that a worker opens. */
const PURE = ['@hotline/domain', '@hotline/contracts-process'];

/** What the worker's Node.js runs as it is written. */
const TARGET = 'es2022';

/**
 * Bundles workflows into one file (DESIGN, section 5). The same sources give the same bytes: paths in it are relative to
 * the repository, and names do not depend on order or place.
 */
export async function bundleWorkflows(workflows: URL, logger: Logger): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(workflows),
    logger,
    preloadModules: PURE,
    webpackConfigHook: (config) => ({
      ...config,
      context: repository,
      optimization: { ...config.optimization, moduleIds: 'named', chunkIds: 'named' },
      output: { ...config.output, devtoolModuleFilenameTemplate: '[resource-path]' },
      module: { ...config.module, rules: config.module?.rules?.map(asWritten) ?? [] },
    }),
  });
  return withoutPlaces(code);
}

type Rule = NonNullable<NonNullable<Webpack['module']>['rules']>[number];

/** TypeScript is only stripped of its types: spreads, private fields and the like stay what they are. */
function asWritten(rule: Rule): Rule {
  if (!rule || typeof rule !== 'object' || !(rule.test instanceof RegExp && rule.test.test('.ts'))) return rule;
  const { loader, options } = rule.use as { loader: string; options: { jsc: object } };
  return { ...rule, use: { loader, options: { ...options, jsc: { ...options.jsc, target: TARGET } } } };
}

/** The inlined source map repeats where the repository lies; nothing reads that. */
function withoutPlaces(bundled: string): string {
  return bundled.replaceAll(/(;base64,)([\w+/=]+)/g, (_, before: string, map: string) => {
    const text = Buffer.from(map, 'base64').toString('utf8').replaceAll(repository, '');
    return before + Buffer.from(text, 'utf8').toString('base64');
  });
}
