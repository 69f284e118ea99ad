import type { StreamPage } from '@hotline/activities';
import {
  ACTION_WITHOUT_PROGRESS,
  DATABASE_UNAVAILABLE,
  type StreamSignal,
  type StreamWorkflowInput,
} from '@hotline/contracts-process';
import { instantOf, nextAction, type Instant, type NextAction } from '@hotline/domain';
import { TemporalFailure } from '@temporalio/common';
import {
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { FailedActions } from './failed-actions.ts';
import { Inbox } from './inbox.ts';
import { act, codeOfFailure, readPage } from './ledger-calls.ts';
import { NoticeDelivery } from './notice-delivery.ts';
import { OpenedStreams } from './opened-streams.ts';
import { RollingTimer } from './rolling-timer.ts';
import { StreamFace } from './stream-face.ts';
import type { StreamDefinition, StreamState } from './stream-definition.ts';
import { carriesNotice, isByPerson, StreamMemory } from './stream-memory.ts';

/** The folded state, safe to show; null before the ledger was read. */
export const STATE_QUERY = 'state';

/** A history longer than this continues as new; reading the ledger again is cheaper than replaying it. */
const LONG_HISTORY_IN_EVENTS = 1_000;

/**
 * Runs a stream's workflow: folds its events, waits on one timer until the next rung or signal, and acts when the time
 * has come. It starts from the stream's id alone, ends when nothing is next, and never fails: a defect is a failing
 * workflow task, an action that failed for good is a person's task (DESIGN, sections 4 and 5). A request to cancel it
 * changes nothing: what the ledger says must happen, happens.
 */
export async function runStream<State extends StreamState>(
  definition: StreamDefinition<State>,
  { stream }: StreamWorkflowInput,
): Promise<void> {
  const process = new StreamProcess(definition, stream);
  const end = await CancellationScope.nonCancellable(() => neverFailing(() => process.run()));
  if (end === 'long') await continueAsNew<(input: StreamWorkflowInput) => Promise<void>>({ stream });
}

/** A failure that the engine did not foresee must not end the workflow: as a plain error it fails the workflow task. */
async function neverFailing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TemporalFailure) throw new Error(`not foreseen: ${error.name}`, { cause: error });
    throw error;
  }
}

class StreamProcess<State extends StreamState> {
  readonly #stream: string;
  readonly #memory: StreamMemory<State>;
  readonly #inbox: Inbox;
  readonly #face: StreamFace<State>;
  readonly #notices: NoticeDelivery;
  readonly #opened = new OpenedStreams();
  readonly #failed = new FailedActions();
  readonly #timer = new RollingTimer();
  #withoutProgress: string | undefined;

  constructor(definition: StreamDefinition<State>, stream: string) {
    this.#stream = stream;
    this.#memory = new StreamMemory(definition);
    this.#inbox = new Inbox(definition.eventTypes);
    this.#face = new StreamFace(definition, stream);
    this.#notices = new NoticeDelivery(stream);
    setHandler(defineQuery<State | null>(STATE_QUERY), () => this.#memory.state ?? null, {
      description: '台账折叠出的现状，不含来电人信息',
    });
  }

  async run(): Promise<'done' | 'long'> {
    this.#inbox.refuseUnknown();
    if (!this.#inbox.beginsTheStream || this.#inbox.takeReread()) await this.#read();
    for (;;) {
      await this.#takeSignals();
      this.#opened.begin(this.#memory.openStreams);
      const next = this.#next();
      this.#face.show(this.#memory, next, this.#failed.any);
      if (this.#isLong()) return 'long';
      if (next) await this.#actOrWait(next);
      else if (await this.#nothingComes()) return 'done';
    }
  }

  async #takeSignals(): Promise<void> {
    this.#inbox.refuseUnknown();
    if (this.#inbox.takeReread()) {
      await this.#read();
      // Whoever asks for a rereading also wants what is still unsent tried again.
      this.#notices.want();
    }
    for (let event = this.#inbox.next(); event; event = this.#inbox.next()) await this.#fold([event]);
    this.#inbox.refuseUnknown();
  }

  /** Folds events in order; a gap or a difference means: drop the state and read again. */
  async #fold(events: readonly StreamSignal[]): Promise<void> {
    for (const event of events) {
      const fit = this.#memory.take(event);
      if (fit === 'differs') return this.#read();
      if (fit === 'folded') this.#heed(event);
    }
  }

  #heed(event: StreamSignal): void {
    if (carriesNotice(event)) this.#notices.want();
    if (isByPerson(event)) this.#failed.forgive();
  }

  /** Reads the ledger from event 1. */
  async #read(): Promise<void> {
    const pages: StreamSignal[] = [];
    let page: StreamPage;
    do {
      page = await readPage(this.#stream, pages.at(-1)?.number ?? 0);
      pages.push(...page.events);
    } while (page.more);
    const fresh = pages.filter((event) => !this.#memory.knows(event));
    this.#memory.forget();
    for (const event of pages)
      if (this.#memory.take(event) !== 'folded')
        throw new Error(`the ledger of ${this.#stream} is broken at ${event.number}`);
    if (fresh.some(carriesNotice) && page.unsent !== false) this.#notices.want();
    if (fresh.some(isByPerson)) this.#failed.forgive();
  }

  #next(): NextAction | undefined {
    const { state } = this.#memory;
    return state && nextAction({ ladders: this.#failed.putOff(state.ladders) });
  }

  async #actOrWait(next: NextAction): Promise<void> {
    if (next.at > now()) {
      this.#notices.begin();
      this.#timer.set(next.at, now(), summaryOf(next));
      await condition(() => this.#inbox.rings || this.#timer.rang || this.#isLong());
    } else {
      this.#timer.stop();
      await this.#act(next);
    }
  }

  /** Nothing is next: waits for what is under way. Whether the run is done. */
  async #nothingComes(): Promise<boolean> {
    this.#timer.stop();
    this.#notices.begin();
    await condition(() => this.#inbox.rings || this.#isIdle());
    return this.#isIdle();
  }

  async #act(next: NextAction): Promise<void> {
    const before = this.#memory.head;
    const input = { stream: this.#stream, key: next.key, at: now(), after: before };
    try {
      const { events, more } = await act(input, summaryOf(next));
      await this.#fold(events);
      if (more) await this.#read();
    } catch (error) {
      const code = codeOfFailure(error);
      if (code !== DATABASE_UNAVAILABLE) await this.#failed.report(this.#stream, next.key, code, now());
      return;
    }
    await this.#insistOnProgress(next, before);
  }

  /** An answer that moved nothing means that the state is not the ledger's; if it is, the action cannot work. */
  async #insistOnProgress(next: NextAction, before: number): Promise<void> {
    if (this.#memory.head > before) {
      this.#failed.succeeded(next.key);
      this.#withoutProgress = undefined;
    } else if (this.#withoutProgress === next.key) {
      this.#withoutProgress = undefined;
      await this.#failed.report(this.#stream, next.key, ACTION_WITHOUT_PROGRESS, now());
    } else {
      this.#withoutProgress = next.key;
      await this.#read();
    }
  }

  #isIdle(): boolean {
    return this.#notices.isDone && this.#opened.isDone && !this.#inbox.rings;
  }

  #isLong(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    const long = continueAsNewSuggested || historyLength > LONG_HISTORY_IN_EVENTS;
    return long && !this.#notices.isUnderWay && this.#opened.isDone;
  }
}

function now(): Instant {
  return instantOf(new Date().getTime());
}

const summaryOf = ({ subject, rung }: NextAction): string => `${subject} → ${rung}`;
