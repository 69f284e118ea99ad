import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

/** How a command ended. */
export interface CommandResult {
  /** The exit code; 1 also for a command that was killed or could not start. */
  readonly code: number;
  /** What it wrote to both outputs, in order. */
  readonly output: string;
  readonly milliseconds: number;
}

/**
 * Runs a shell command to its end, in the working directory or `folder`, with the installed tools and this Node first
 * on the PATH. Never throws: what cannot start is a result with code 1.
 */
export function runCommand(command: string, folder = '.'): Promise<CommandResult> {
  const started = performance.now();
  const tools = [resolve('node_modules/.bin'), resolve(process.execPath, '..')];
  const PATH = [...tools, process.env['PATH'] ?? ''].join(delimiter);
  return new Promise((end) => {
    const child = spawn(command, { shell: true, cwd: folder, env: { ...process.env, PATH, FORCE_COLOR: '0' } });
    let output = '';
    const finish = (code: number | null): void =>
      end({ code: code ?? 1, output, milliseconds: performance.now() - started });
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.on('close', finish);
  });
}
