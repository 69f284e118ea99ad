import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { givingWay } from '../../processes/gives-way.ts';
import { compiledFolder } from '../bootstrap/cache.mjs';
import { REPOSITORY } from '../repository.ts';

/** Runs a file of the repository under its Node, in a process group of its own: Ctrl-C at the terminal does not reach it. */
export function spawnNode(
  file: string,
  args: string[],
  environment: Record<string, string>,
  stdio: StdioOptions,
  { givesWay = false, flags = [] }: { readonly givesWay?: boolean; readonly flags?: readonly string[] } = {},
): ChildProcess {
  return spawn(...givingWay(process.execPath, [...flags, file, ...args], givesWay), {
    cwd: REPOSITORY,
    env: {
      NODE_COMPILE_CACHE: compiledFolder(),
      ...process.env,
      TZ: 'Asia/Shanghai',
      FORCE_COLOR: '0',
      ...environment,
    },
    detached: true,
    stdio,
  });
}
