import {
  CancellationScope,
  condition,
  defineSignal,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import type { ControlActivities } from './control.activities.ts';

/** What is done when a signal comes, or when the timer fires. */
export interface CaseStep {
  readonly begins: 'signal' | 'timer';
  readonly timers: number;
  /** Local activities, one after another. */
  readonly locals: number;
  /** Ordinary activities, beside the rest. */
  readonly activities: number;
  /** Whether the bench is told that it was done; it always is when the timer has fired. */
  readonly tells?: boolean;
}

export interface ControlInput {
  readonly name: string;
  readonly shape: readonly CaseStep[];
  /** When the timer fires that is waited for; milliseconds since 1970. */
  readonly remindAt: number;
}

export const STEP_SIGNAL = 'step';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

const { work } = proxyActivities<ControlActivities>({ startToCloseTimeout: 30 * SECOND });
const { work: workHere } = proxyLocalActivities<ControlActivities>({ scheduleToCloseTimeout: 30 * SECOND });

/**
 * The control: a bare workflow with the signals, timers and activities of a case, that knows no ledger, shows nothing, and
 * whose activities do nothing.
 */
export async function controlWorkflow({ name, shape, remindAt }: ControlInput): Promise<void> {
  let signals = 0;
  setHandler(defineSignal(STEP_SIGNAL), () => {
    signals++;
  });
  const timer = new OneTimer();
  const underWay: Promise<void>[] = [];
  const fires = shape.findIndex(({ begins }) => begins === 'timer');
  const awaited = shape.findLastIndex(({ timers }, place) => place < fires && timers > 0);
  for (const [place, step] of shape.entries()) {
    if (step.begins === 'signal') await condition(() => signals > 0);
    else await condition(() => timer.rang);
    if (step.begins === 'signal') signals--;
    const told = step.tells || step.begins === 'timer' ? { name } : {};
    for (let local = 0; local < step.locals; local++) await workHere(step.activities === 0 && local === 0 ? told : {});
    for (let activity = 0; activity < step.activities; activity++) underWay.push(work(activity === 0 ? told : {}));
    for (let count = 0; count < step.timers; count++) timer.set(place === awaited ? remindAt : Date.now() + HOUR);
  }
  timer.stop();
  await Promise.all(underWay);
}

class OneTimer {
  #scope: CancellationScope | undefined;
  rang = false;

  set(at: number): void {
    this.stop();
    const wait = at - Date.now();
    if (wait <= 0) this.rang = true;
    else this.#run(wait);
  }

  stop(): void {
    this.#scope?.cancel();
    this.#scope = undefined;
    this.rang = false;
  }

  #run(wait: number): void {
    const scope = new CancellationScope();
    this.#scope = scope;
    void scope
      .run(() => sleep(wait))
      .then(
        () => {
          if (this.#scope === scope) this.rang = true;
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }
}
