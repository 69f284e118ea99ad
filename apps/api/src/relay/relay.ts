import { isTraining } from '@hotline/contracts-process';
import type { Client } from '@temporalio/client';
import { deliveryFailure, type DeliveryFailure } from './delivery-failure.ts';
import type { OutboxBell, OutboxStore } from './outbox-store.ts';
import { Pause } from './pause.ts';
import { inSignals } from './in-signals.ts';
import { signalEvents } from './stream-signals.ts';
import { bringForward } from './training-clock.ts';

/** What the relay says; pino's loggers are such. */
export interface RelayLogger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface RelayOptions {
  readonly store: OutboxStore;
  readonly bell?: OutboxBell;
  /** A client on a lazy connection: the relay starts and waits while Temporal is down. */
  readonly client: Client;
  readonly logger: RelayLogger;
  /** Streams delivered at once. */
  readonly streamsAtOnce?: number;
  /** Milliseconds between two looks when nothing rings. */
  readonly lookEvery?: number;
  /** After so many refusals an event is a dead letter. */
  readonly attempts?: number;
  /** Milliseconds from one refusal to the next attempt. */
  readonly refusedPause?: number;
}

export interface RunningRelay {
  /** Takes nothing new, ends what it is at, and returns. */
  stop(): Promise<void>;
}

/** What a relay that was killed had taken waits so long. One that is slower than it does nothing worse than telling twice. */
const LEASE = 10_000;
const LONGEST_OUTAGE_PAUSE = 5_000;
const REFUSED_PAUSE = 30_000;

/**
 * Carries events from the outbox to the workflows, each stream in number order. As many relays as you like may run. It
 * never gives up for an outage, of the database or of Temporal, and tries again within 5 seconds; an event that Temporal
 * refuses again and again becomes a dead letter and a person's task, and everything else goes on.
 */
export async function startRelay(options: RelayOptions): Promise<RunningRelay> {
  const relay = new Relay(options);
  const hearing = await options.bell?.listen(() => relay.ring());
  const running = relay.run();
  return {
    async stop() {
      relay.end();
      await hearing?.stop();
      await running;
    },
  };
}

class Relay {
  readonly #options: RelayOptions;
  readonly #streamsAtOnce: number;
  readonly #pause = new Pause();
  #ending = false;
  #outages = 0;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#streamsAtOnce = options.streamsAtOnce ?? 16;
  }

  ring(): void {
    if (this.#outages === 0) this.#pause.wake();
  }

  end(): void {
    this.#ending = true;
    this.#pause.wake();
  }

  async run(): Promise<void> {
    while (!this.#ending) {
      this.#pause.prepare();
      const found = await this.#round();
      if (this.#outages > 0) await this.#pause.atMost(outagePause(this.#outages));
      else if (found < this.#streamsAtOnce) await this.#pause.atMost(this.#options.lookEvery ?? 1_000);
    }
  }

  /** @returns how many streams had something */
  async #round(): Promise<number> {
    const { store, logger } = this.#options;
    try {
      const streams = await store.lease(this.#streamsAtOnce, LEASE);
      const failures = await Promise.all(streams.map((stream) => this.#deliver(stream)));
      this.#heed(failures.find((failure) => failure?.kind === 'outage'));
      return streams.length;
    } catch (error) {
      if (this.#outages++ % 20 === 0) logger.error({ err: error }, 'the outbox cannot be read; trying again');
      return 0;
    }
  }

  #heed(outage: DeliveryFailure | undefined): void {
    const { logger } = this.#options;
    if (outage) {
      if (this.#outages++ % 20 === 0)
        logger.warn({ code: outage.code }, 'Temporal does not answer; events wait in the outbox');
    } else if (this.#outages > 0) {
      this.#outages = 0;
      logger.info({}, 'the relay delivers again');
    }
  }

  async #deliver(stream: string): Promise<DeliveryFailure | undefined> {
    const { store, client } = this.#options;
    let through = 0;
    for (const events of inSignals(await store.read(stream))) {
      try {
        if (this.#ending) break;
        await signalEvents(client, events);
      } catch (error) {
        return this.#failed(stream, { through, refused: events[0].number }, deliveryFailure(error));
      }
      through = events.at(-1)?.number ?? through;
    }
    try {
      if (isTraining(stream)) await this.#bringForward(stream);
    } catch (error) {
      // As if nothing had been delivered: the signals are repeated, and the clock is seen to again.
      return this.#failed(stream, { through: 0, refused: through }, deliveryFailure(error));
    }
    if (through > 0) await store.delivered(stream, through);
    else await store.postponed(stream, 0, false);
    return undefined;
  }

  /** The workflows of a training follow its clock, all of them: its meetings and reports have no other. */
  async #bringForward(stream: string): Promise<void> {
    const { store, client } = this.#options;
    for (const clock of await store.trainingClocks(stream)) await bringForward(client, clock);
  }

  async #failed(
    stream: string,
    { through, refused }: { readonly through: number; readonly refused: number },
    failure: DeliveryFailure,
  ): Promise<DeliveryFailure> {
    const { store, logger, attempts = 10, refusedPause = REFUSED_PAUSE } = this.#options;
    if (through > 0) await store.delivered(stream, through);
    if (failure.kind === 'outage') {
      await store.postponed(stream, 0, false);
      return failure;
    }
    const refusals = await store.postponed(stream, refusedPause, true);
    logger.warn({ stream, event: refused, code: failure.code, refusals }, 'Temporal refused an event');
    if (refusals >= attempts) await store.dead(stream, refused, failure.code);
    return failure;
  }
}

function outagePause(outages: number): number {
  return Math.min(LONGEST_OUTAGE_PAUSE, 250 * 2 ** Math.min(outages, 10));
}
