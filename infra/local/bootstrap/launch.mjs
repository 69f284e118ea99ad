import { spawn } from 'node:child_process';
import { root } from './repository.mjs';

const SAME = 500;

/**
 * Runs the program under the repository's Node and returns its exit code. One Ctrl-C may come here twice (the terminal
 * and npm both pass it on): it is handed on once. The program learns by its channel when this process is killed.
 */
export function launch(node, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: root, detached: true, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    let last = -Infinity;
    const pass = (signal) => {
      if (Date.now() - last < SAME) return;
      last = Date.now();
      child.kill(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code === null ? 128 + (signal === 'SIGKILL' ? 9 : 15) : code));
  });
}
