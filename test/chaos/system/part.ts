import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const AGAIN_AFTER = 1_000;
const PATIENCE = 15_000;

/** How a part's process is begun; its output goes to the descriptor. */
export type Begin = (output: number) => ChildProcess | Promise<ChildProcess>;

/** A process of the system, which can be killed and started again; when it dies by itself it is started again, as a supervisor would. */
export class Part {
  readonly name: string;
  readonly #begin: Begin;
  readonly #log: string;
  readonly #atExit = (): void => void this.#child?.kill('SIGKILL');
  #child: ChildProcess | undefined;
  #wanted = false;
  /** How often it died without being killed. */
  deaths = 0;

  constructor(name: string, log: string, begin: Begin) {
    this.name = name;
    this.#log = log;
    this.#begin = begin;
    process.once('exit', this.#atExit);
  }

  async start(): Promise<void> {
    if (this.#wanted) return;
    this.#wanted = true;
    await this.#spawn();
  }

  /** SIGKILL; it stays down until it is started. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** Asks it to end what it is at, as at a deploy; it stays down until it is started. */
  rest(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** Asks it to end for good, and kills it when it does not. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    process.off('exit', this.#atExit);
    await this.#end(signal);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    this.#wanted = false;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    await gone;
    clearTimeout(late);
  }

  async #spawn(): Promise<void> {
    const output = openSync(this.#log, 'a');
    const child = await this.#begin(output);
    closeSync(output);
    this.#child = child;
    child.once('exit', () => void this.#died(child));
  }

  async #died(child: ChildProcess): Promise<void> {
    if (!this.#wanted || this.#child !== child) return;
    this.deaths++;
    await pause(AGAIN_AFTER);
    if (this.#wanted && this.#child === child) await this.#spawn();
  }
}

/** Begins a file of the repository under this Node. */
export function nodeProcess(
  repository: string,
  file: string,
  environment: Record<string, string>,
  flags: readonly string[] = ['--enable-source-maps'],
): Begin {
  return (output) =>
    spawn(process.execPath, [...flags, file], {
      cwd: repository,
      env: { ...process.env, TZ: 'Asia/Shanghai', FORCE_COLOR: '0', NODE_OPTIONS: '', ...environment },
      stdio: ['ignore', output, output],
    });
}
