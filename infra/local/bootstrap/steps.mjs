import { spawn } from 'node:child_process';
import { Refusal, say, showProgress } from './saying.mjs';

/**
 * @typedef {object} Step
 * @property {string} chinese what it does
 * @property {string} english
 * @property {string} name a word for the progress line
 * @property {(signal: AbortSignal) => Promise<void>} run
 */

/**
 * Runs the steps at once, each said when it begins and when it is done, with a line of elapsed seconds between.
 * Ctrl-C stops them all; so does the failure of one.
 *
 * @param {Step[]} steps
 */
export async function runTogether(steps) {
  if (steps.length === 0) return;
  const stop = new AbortController();
  const interrupt = () => {
    if (!stop.signal.aborted) say('正在停止……', 'Stopping ...');
    stop.abort(interrupted());
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, interrupt);
  for (const step of steps) say(step.chinese, step.english);
  const began = Date.now();
  const open = new Set(steps.map((step) => step.name));
  const ticking = setInterval(() => {
    const seconds = Math.round((Date.now() - began) / 1000);
    showProgress(`  … ${seconds} s: ${[...open].join(' + ')}`, seconds);
  }, 1000);
  const runs = steps.map(async (step) => {
    try {
      await step.run(stop.signal);
      open.delete(step.name);
      const seconds = Math.round((Date.now() - began) / 1000);
      say(`完成：${step.name}（${seconds} 秒）`, `done: ${step.name} (${seconds} s)`);
    } catch (error) {
      stop.abort(error);
      throw error;
    }
  });
  await Promise.allSettled(runs);
  clearInterval(ticking);
  for (const signal of signals) process.removeListener(signal, interrupt);
  if (stop.signal.aborted) throw stop.signal.reason;
}

/**
 * Runs a command of this machine in a process group of its own and returns what it said when it ends well.
 *
 * @throws the signal's reason when it is stopped (the whole group is ended first); else an Error with `output`, the end
 *   of what it said, and `code`, its exit code or `ENOENT`
 */
export function runCommand(command, args, { cwd, env, signal }) {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    let output = '';
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const kill = (how) => {
      try {
        process.kill(-Number(child.pid), how);
      } catch {
        // It has ended by itself.
      }
    };
    let hard;
    const stop = () => {
      kill('SIGTERM');
      hard = setTimeout(() => kill('SIGKILL'), 5000);
    };
    signal.addEventListener('abort', stop);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
    }
    const end = (code) => {
      clearTimeout(hard);
      signal.removeEventListener('abort', stop);
      if (signal.aborted) {
        kill('SIGKILL');
        reject(signal.reason);
      } else if (code === 0) resolve(output);
      else reject(Object.assign(new Error(`${command} ended with ${code}`), { code, output }));
    };
    child.on('error', (error) => end(error.code));
    child.on('close', end);
  });
}

/** The last lines of what a command said. */
export function lastLines(output, count = 12) {
  return (output || '').trim().split('\n').slice(-count).join('\n    ');
}

function interrupted() {
  return new Refusal('已停止。再次运行同一命令即可继续。', 'Stopped. Run the same command again to go on.', 130);
}
