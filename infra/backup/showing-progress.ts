import { say } from '../local/saying.ts';
import type { Progress } from './base/unpack.ts';

const EVERY = 2_000;

/** Tells a long step's progress every other second, and its end. */
export class ShownStep {
  readonly #chinese: string;
  readonly #english: string;
  readonly #began = performance.now();
  #told = performance.now();

  constructor(chinese: string, english: string) {
    this.#chinese = chinese;
    this.#english = english;
  }

  readonly progress: Progress = (done, of) => {
    if (performance.now() - this.#told < EVERY) return;
    this.#told = performance.now();
    const part = `${megabytes(done)} / ${megabytes(of)}`;
    say(`  … ${this.#chinese} ${part}`, `${this.#english} ${part}`);
  };

  end(more = ''): void {
    const seconds = ((performance.now() - this.#began) / 1_000).toFixed(1);
    say(`  ✓ ${this.#chinese}${more}`, `${this.#english}${more}, ${seconds} s`);
  }
}

/** Does a step, telling its progress. */
export async function shown<Result>(
  chinese: string,
  english: string,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const step = new ShownStep(chinese, english);
  const result = await work(step.progress);
  step.end();
  return result;
}

/** `12 MB`, by powers of ten. */
export function megabytes(bytes: number): string {
  return bytes >= 10_000_000_000 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.ceil(bytes / 1e6)} MB`;
}

/** An instant as people read it here: Shanghai's time, to the second, with its zone. */
export function shanghai(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 19)}+08:00`;
}
