import { filesOfTree } from './files-of-tree.ts';
import { runCommand } from './run-command.ts';

/** Where the compiler remembers what it checked, so that the next run checks only what changed since. */
const MEMORY = 'node_modules/.cache/types';

/** Checks the types of every project, that is: every tsconfig.json of the repository, all at once. */
async function main(): Promise<void> {
  const projects = filesOfTree().filter((file) => file === 'tsconfig.json' || file.endsWith('/tsconfig.json'));
  const results = await Promise.all(projects.map((project) => runCommand(compilerOf(project))));
  const failed = results.filter(({ code }) => code !== 0);
  for (const { output } of failed) console.error(output.trimEnd());
  console.log(`types: ${projects.length} projects, ${failed.length} with errors`);
  if (failed.length > 0) process.exitCode = 1;
}

function compilerOf(project: string): string {
  const memory = `${MEMORY}/${project.replaceAll('/', '-')}.tsbuildinfo`;
  return `tsc --noEmit --incremental --tsBuildInfoFile ${memory} --pretty false -p ${project}`;
}

await main();
