import { mkdir, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const workflows = fileURLToPath(new URL('../../../workflows/src/index.ts', import.meta.url));
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const folder = new URL('../dist/', import.meta.url);

/**
 * Bundles the workflows into one file, at build time (DESIGN, section 5). The same sources give the same bytes: paths in
 * it are relative to the repository, and names do not depend on order or place.
 */
const { code } = await bundleWorkflowCode({
  workflowsPath: workflows,
  logger: new DefaultLogger('WARN'),
  webpackConfigHook: (config) => ({
    ...config,
    context: repository,
    optimization: { ...config.optimization, moduleIds: 'named', chunkIds: 'named' },
    output: { ...config.output, devtoolModuleFilenameTemplate: '[resource-path]' },
  }),
});
const placeless = withoutPlaces(code);
await mkdir(folder, { recursive: true });
await writeFile(new URL('workflow-bundle.js.new', folder), placeless);
await rename(new URL('workflow-bundle.js.new', folder), new URL('workflow-bundle.js', folder));
console.log(`apps/worker/dist/workflow-bundle.js: ${(placeless.length / 1_000_000).toFixed(1)} MB`);

/** The inlined source map repeats where the repository lies; nothing reads that. */
function withoutPlaces(bundled: string): string {
  return bundled.replaceAll(/(;base64,)([\w+/=]+)/g, (_, before: string, map: string) => {
    const text = Buffer.from(map, 'base64').toString('utf8').replaceAll(repository, '');
    return before + Buffer.from(text, 'utf8').toString('base64');
  });
}
