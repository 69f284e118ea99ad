import { randomUUID } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { EventEnvelope } from '@hotline/domain';
import {
  buryOutbox,
  deliveredOutbox,
  leaseOutbox,
  listenToChannel,
  OUTBOX_CHANNEL,
  postponeOutbox,
  undeliveredEvents,
} from '@hotline/persistence';
import { databaseClock } from '../use-case/clock.ts';
import { MACHINE_ACTOR } from '../use-case/use-case-context.ts';
import { reportFailedAction } from './report-failed-action.use-case.ts';

/** The outbox as one relay works on it; each call is a transaction of its own, committed when it returns. */
export interface RelayOutbox {
  /** Leases up to `limit` streams that wait, the oldest first. */
  lease(limit: number, leaseMilliseconds: number): Promise<string[]>;
  /** The stream's undelivered events, in number order. */
  read(stream: string): Promise<EventEnvelope[]>;
  /** Events up to and with this number were delivered; what came meanwhile keeps waiting. */
  delivered(stream: string, throughNumber: number): Promise<void>;
  /** Puts the stream off; answers how often its first undelivered event was refused. */
  postponed(stream: string, milliseconds: number, countsRefusal: boolean): Promise<number>;
  /** A dead letter: nobody delivers the stream until a person acts, whose task is made here. */
  dead(stream: string, eventNumber: number, reason: string): Promise<void>;
}

/** The outbox for a relay of its own name; as many relays as you like may work on one database. */
export function relayOutbox(orm: MikroORM): RelayOutbox {
  const owner = randomUUID();
  return {
    lease: (limit, milliseconds) => leaseOutbox(orm.em.fork(), owner, limit, milliseconds),
    read: (stream) => undeliveredEvents(orm.em.fork(), stream),
    delivered: (stream, through) => deliveredOutbox(orm.em.fork(), owner, stream, through),
    postponed: (stream, milliseconds, counts) => postponeOutbox(orm.em.fork(), owner, stream, milliseconds, counts),
    async dead(stream, eventNumber, code) {
      const context = { orm, clock: databaseClock, actor: MACHINE_ACTOR };
      await reportFailedAction(context, { stream, key: `relay:${eventNumber}`, code });
      await buryOutbox(orm.em.fork(), owner, stream);
    },
  };
}

/** Rings whenever the outbox was written to. A lost ring only costs the relay a second. */
export function outboxBell(databaseUrl: string): { listen(ring: () => void): Promise<{ stop(): Promise<void> }> } {
  return {
    listen: async (ring) => listenToChannel({ databaseUrl, channel: OUTBOX_CHANNEL, heard: ring, missed: ring }),
  };
}
