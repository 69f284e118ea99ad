import { filesOfTree } from './files-of-tree.ts';
import {
  differingVersions,
  inexactVersions,
  packageRules,
  undeclaredPackages,
  workspacesOf,
} from './declared-packages.ts';

/** Checks what the packages of the repository in the working directory declare. */
function main(): void {
  const files = filesOfTree();
  const workspaces = workspacesOf(files);
  const breaches = [
    ...undeclaredPackages(files, workspaces),
    ...inexactVersions(workspaces),
    ...differingVersions(workspaces),
  ];
  for (const { rule, where } of breaches) console.error(`${rule}: ${where}\n    ${packageRules[rule]}`);
  console.log(`packages: ${workspaces.length} workspaces, ${breaches.length} breaches`);
  if (breaches.length > 0) process.exitCode = 1;
}

main();
