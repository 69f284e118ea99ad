import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { givingWay, LITTLE_MEMORY } from '@hotline/infra';
import type { Question, Saying } from './answering.ts';

/** A library's own deprecated calls are not ours to hear of. */
const NODE_OPTIONS = ['--enable-source-maps', '--disable-warning=DeprecationWarning'];

/** A process of the bench itself that does what it is asked: its work is measured apart from everything else. */
export class BenchProcess {
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  readonly #listeners: ((told: unknown) => void)[] = [];
  #asked = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.pid = child.pid ?? 0;
    child.on('message', (saying: Saying) => this.#hear(saying));
    child.once('exit', (code, signal) => this.#lose(`a process of the bench has ended (${signal ?? code})`));
  }

  /**
   * Starts a file that calls {@link answerTheBench}, and returns when it is ready.
   *
   * @param options `asWorker`: with the priority and the memory of the worker that is shipped
   * @throws Error when it ends before
   */
  static async start(
    file: URL,
    environment: Readonly<Record<string, string>>,
    { asWorker = false } = {},
  ): Promise<BenchProcess> {
    const memory = asWorker ? LITTLE_MEMORY : { flags: [], environment: {} };
    const env = { ...process.env, TZ: 'Asia/Shanghai', ...memory.environment, ...environment };
    const [execPath, execArgv] = givingWay(process.execPath, [...memory.flags, ...NODE_OPTIONS], asWorker);
    const child = fork(file, [], { env, stdio: ['ignore', 2, 2, 'ipc'], execPath, execArgv });
    const started = new BenchProcess(child);
    await new Promise<void>((resolve, reject) => {
      child.on('message', (saying: Saying) => 'ready' in saying && resolve());
      child.once('exit', (code) => reject(new Error(`${file.pathname} ended with ${code} before it was ready`)));
    });
    return started;
  }

  /** Asks for something and returns the answer. @throws Error with what went wrong there */
  ask<Answer>(name: string, input: unknown = {}): Promise<Answer> {
    const question: Question = { id: ++this.#asked, name, input };
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(question.id, { resolve: (answer) => resolve(answer as Answer), reject });
      this.#child.send(question);
    });
  }

  /** Hears what it tells by itself. */
  onTold(listener: (told: unknown) => void): void {
    this.#listeners.push(listener);
  }

  /** Ends it at once. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  #hear(saying: Saying): void {
    if ('told' in saying) for (const listener of this.#listeners) listener(saying.told);
    if (!('id' in saying)) return;
    const waiting = this.#waiting.get(saying.id);
    this.#waiting.delete(saying.id);
    if ('failure' in saying) waiting?.reject(new Error(saying.failure));
    else waiting?.resolve(saying.answer);
  }

  #lose(reason: string): void {
    for (const waiting of this.#waiting.values()) waiting.reject(new Error(reason));
    this.#waiting.clear();
  }
}
