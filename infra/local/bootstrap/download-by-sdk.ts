import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';

// Called with a program's name and a folder: the SDK downloads the program when it starts a server of that kind.
const [program, folder] = process.argv.slice(2);
if (program === undefined || folder === undefined) throw new Error('Say which program, and into which folder.');

const executable = { type: 'cached-download', downloadDir: folder } as const;
const environment =
  program === 'temporal'
    ? await TestWorkflowEnvironment.createLocal({ server: { executable } })
    : await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
await environment.teardown();

const [downloaded] = readdirSync(folder);
if (downloaded === undefined) throw new Error(`The SDK left no program in ${folder}.`);
renameSync(join(folder, downloaded), join(folder, program));
