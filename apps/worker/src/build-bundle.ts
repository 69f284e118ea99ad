import { mkdir, rename, writeFile } from 'node:fs/promises';
import { DefaultLogger } from '@temporalio/worker';
import { bundleWorkflows, WORKFLOWS } from './workflow-bundle.ts';

const folder = new URL('../dist/', import.meta.url);

/** Bundles the workflows at build time; the worker reads the file. */
const bundle = await bundleWorkflows(WORKFLOWS, new DefaultLogger('WARN'));
await mkdir(folder, { recursive: true });
await writeFile(new URL('workflow-bundle.js.new', folder), bundle);
await rename(new URL('workflow-bundle.js.new', folder), new URL('workflow-bundle.js', folder));
console.log(`apps/worker/dist/workflow-bundle.js: ${(bundle.length / 1_000_000).toFixed(1)} MB`);
