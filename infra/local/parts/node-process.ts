import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { givingWay } from '../../processes/gives-way.ts';
import { LITTLE_MEMORY } from '../../processes/little-memory.ts';
import { compiledFolder } from '../bootstrap/cache.mjs';
import { REPOSITORY } from '../repository.ts';

const AS_OTHERS = { flags: ['--enable-source-maps'], environment: {} };

/**
 * Runs a file of the repository under its Node, in a process group of its own: Ctrl-C at the terminal does not reach it.
 *
 * @param options `asWorker`: it gives way where the processor is short, and keeps little memory
 */
export function spawnNode(
  file: string,
  args: string[],
  environment: Record<string, string>,
  stdio: StdioOptions,
  { asWorker = false } = {},
): ChildProcess {
  const { flags, environment: memory } = asWorker ? LITTLE_MEMORY : AS_OTHERS;
  return spawn(...givingWay(process.execPath, [...flags, file, ...args], asWorker), {
    cwd: REPOSITORY,
    env: {
      NODE_COMPILE_CACHE: compiledFolder(),
      ...memory,
      ...process.env,
      TZ: 'Asia/Shanghai',
      FORCE_COLOR: '0',
      ...environment,
    },
    detached: true,
    stdio,
  });
}
