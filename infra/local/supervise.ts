import type { ChildProcess, StdioOptions } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, send } from '../processes/ending.ts';
import { identityOf, type ProcessIdentity } from '../processes/process-identity.ts';
import type { InstanceLock } from './instance-lock.ts';
import type { LogFile } from './log-file.ts';
import { CannotRun, say } from './saying.ts';

const RESTARTS = 3;
const WITHIN = 60_000;

/** A server that `npm start` runs: how it is started, when it is ready, how it is ended. */
export interface Part {
  /** A short word: the name of its log. */
  readonly name: string;
  /** Its name as people know it. */
  readonly title: string;
  /** Starts its process, as the leader of a process group of its own (`detached`). */
  spawn(stdio: StdioOptions): ChildProcess | Promise<ChildProcess>;
  /** Returns when it can be used; rejects when it cannot be in due time. */
  untilReady(signal: AbortSignal): Promise<void>;
  /** How it is asked to end, and the milliseconds it is given. */
  readonly ending: { readonly signal: NodeJS.Signals; readonly patience: number };
}

/** What supervision needs around it. */
export interface Supervision {
  readonly lock: InstanceLock;
  readonly logOf: (name: string) => LogFile;
  /** Called once when a part died more often than it is started again. */
  readonly giveUp: (reason: CannotRun) => void;
}

interface Run {
  readonly process: ProcessIdentity;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
  /** Aborted with the reason when the process is gone. */
  readonly dead: AbortSignal;
}

/**
 * Keeps a part running: when it dies, it is started again after 0.5, 1 and 2 s; the fourth death within a minute ends
 * the supervision with the last lines of its log.
 */
export class SupervisedPart {
  readonly part: Part;
  readonly #supervision: Supervision;
  readonly #log: LogFile;
  readonly #stopped = new AbortController();
  #deaths: number[] = [];
  #run: Run | undefined;
  #spawning: Promise<unknown> = Promise.resolve();

  constructor(part: Part, supervision: Supervision) {
    this.part = part;
    this.#supervision = supervision;
    this.#log = supervision.logOf(part.name);
  }

  /**
   * Starts it; returns when it is ready.
   *
   * @throws CannotRun when it does not stay up; the reason of the signal
   */
  async start(signal: AbortSignal): Promise<void> {
    const run = await this.#untilUp(signal);
    void this.#keepUp(run);
  }

  /** Ends it cleanly, whatever state it is in; it is not started again. */
  async stop(): Promise<void> {
    this.#stopped.abort(new Error('stopped'));
    await this.#end();
  }

  /** Ends it at once, with all its children. */
  kill(): void {
    this.#stopped.abort(new Error('killed'));
    if (this.#run) send(-this.#run.process.pid, 'SIGKILL');
  }

  async #untilUp(signal: AbortSignal): Promise<Run> {
    const either = AbortSignal.any([signal, this.#stopped.signal]);
    for (;;) {
      either.throwIfAborted();
      try {
        const run = await this.#spawn();
        await this.part.untilReady(AbortSignal.any([either, run.dead]));
        run.dead.throwIfAborted();
        return run;
      } catch (error) {
        either.throwIfAborted();
        const cause: unknown = this.#run?.dead.aborted ? this.#run.dead.reason : error;
        await this.#end();
        await this.#pause(cause, either);
      }
    }
  }

  async #spawn(): Promise<Run> {
    const output = this.#log.open();
    const spawned = Promise.resolve(this.part.spawn(['ignore', output.descriptor, output.descriptor]));
    const closed = spawned.finally(() => output.close());
    this.#spawning = closed.catch(() => undefined);
    const child = await closed;
    const dead = new AbortController();
    const gone = new Promise<void>((resolve) => {
      const end = (how: string): void => {
        dead.abort(new Error(how));
        resolve();
      };
      child.once('error', (error) => end(error.message));
      child.once('exit', (code, by) => end(by ?? `exit code ${code}`));
    });
    const process = child.pid === undefined ? undefined : identityOf(child.pid);
    if (process === undefined) throw new Error(await gone.then(() => String(dead.signal.reason)));
    this.#run = { process, gone, dead: dead.signal };
    this.#supervision.lock.record(this.part.name, process.pid);
    return this.#run;
  }

  async #keepUp(run: Run): Promise<void> {
    await run.gone;
    if (this.#stopped.signal.aborted) return;
    try {
      await this.#end();
      await this.#pause(run.dead.reason, this.#stopped.signal);
      const again = await this.#untilUp(this.#stopped.signal);
      say(`${this.part.title} 已重新启动`, `${this.part.title} runs again`);
      void this.#keepUp(again);
    } catch (error) {
      if (!this.#stopped.signal.aborted) this.#supervision.giveUp(this.#cannotRun(error));
    }
  }

  /** Waits before another start, or refuses one. */
  async #pause(cause: unknown, signal: AbortSignal): Promise<void> {
    const now = performance.now();
    this.#deaths = [...this.#deaths.filter((instant) => now - instant < WITHIN), now];
    if (this.#deaths.length > RESTARTS) throw this.#cannotRun(cause);
    const seconds = 2 ** (this.#deaths.length - 2);
    const { title } = this.part;
    say(`${title} 意外停止，${seconds} 秒后重新启动`, `${title} stopped by itself, starting it again in ${seconds} s`);
    await sleep(seconds * 1000, undefined, { signal });
  }

  async #end(): Promise<void> {
    await this.#spawning;
    const { ending, name } = this.part;
    if (this.#run) await endProcess(this.#run.process, ending.signal, ending.patience);
    this.#run = undefined;
    this.#supervision.lock.forget(name);
  }

  #cannotRun(cause: unknown): CannotRun {
    if (cause instanceof CannotRun) return cause;
    const { title } = this.part;
    const why = cause instanceof Error ? cause.message : String(cause);
    return new CannotRun(
      `${title} 无法运行，系统停止。日志 ${this.#log.path}：`,
      `${title} does not stay up (${why}), so everything stops. The end of ${this.#log.path}:\n${this.#log.lastLines()}`,
      { cause },
    );
  }
}
