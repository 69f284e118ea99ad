import { millisecondsOf, type Instant } from '@hotline/domain';
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** The one timer of a stream's workflow. It is set anew only when another instant or another rung comes next. */
export class RollingTimer {
  #scope: CancellationScope | undefined;
  #set: { readonly at: Instant; readonly summary: string } | undefined;
  #rang = false;

  /** Whether the instant has come for which it was set last. */
  get rang(): boolean {
    return this.#rang;
  }

  /** Runs until an instant from now on; the summary names what comes then. */
  set(at: Instant, now: Instant, summary: string): void {
    if (!this.#rang && this.#set?.at === at && this.#set.summary === summary) return;
    this.stop();
    this.#set = { at, summary };
    const scope = new CancellationScope();
    this.#scope = scope;
    void scope.run(() => this.#run(Math.max(1, millisecondsOf(at) - millisecondsOf(now)), summary, scope));
  }

  stop(): void {
    this.#scope?.cancel();
    this.#scope = undefined;
    this.#set = undefined;
    this.#rang = false;
  }

  async #run(milliseconds: number, summary: string, scope: CancellationScope): Promise<void> {
    try {
      await sleep(milliseconds, { summary });
      if (this.#scope === scope) this.#rang = true;
    } catch (error) {
      if (!isCancellation(error)) throw error;
    }
  }
}
