import { hostname } from 'node:os';
import { databaseClock, MACHINE_ACTOR, reportFailedAction } from '@hotline/application';
import {
  buryOutbox,
  deliveredOutbox,
  leaseOutbox,
  listenToChannel,
  OUTBOX_CHANNEL,
  postponeOutbox,
  trainingClocksOf,
  undeliveredEvents,
} from '@hotline/persistence';
import { caseOfStream } from '@hotline/contracts-process';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client, Connection } from '@temporalio/client';
import type { OutboxBell, OutboxStore } from './outbox-store.ts';
import { startRelay, type RelayLogger, type RunningRelay } from './relay.ts';

/** A connection that says nothing any more is noticed after 20 seconds, instead of the SDK's 45. */
const SOON_NOTICED = { 'grpc.keepalive_time_ms': 15_000, 'grpc.keepalive_timeout_ms': 5_000 };

/** What a relay is made of, inside the API or in a process of its own. */
export interface RelayParts {
  readonly orm: MikroORM;
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly logger: RelayLogger;
}

/** Starts a relay on the database's outbox. It needs neither the database nor Temporal to be there at once. */
export async function startDatabaseRelay({ orm, databaseUrl, temporal, logger }: RelayParts): Promise<RunningRelay> {
  const connection = Connection.lazy({ address: temporal.address, channelArgs: SOON_NOTICED });
  const client = new Client({ connection, namespace: temporal.namespace });
  const relay = await startRelay({
    store: databaseOutbox(orm, `${hostname()}:${process.pid}:${crypto.randomUUID().slice(0, 8)}`),
    bell: outboxBell(databaseUrl),
    client,
    logger,
  });
  return {
    async stop() {
      await relay.stop();
      await connection.close();
    },
  };
}

/** Rings when something is committed to the outbox of a database. */
export function outboxBell(databaseUrl: string): OutboxBell {
  return {
    listen: async (ring) => listenToChannel({ databaseUrl, channel: OUTBOX_CHANNEL, heard: ring, missed: ring }),
  };
}

/** The outbox in the database, for one relay. */
export function databaseOutbox(orm: MikroORM, owner: string): OutboxStore {
  return {
    lease: (limit, milliseconds) => leaseOutbox(orm.em.fork(), owner, limit, milliseconds),
    read: (stream) => undeliveredEvents(orm.em.fork(), stream),
    trainingClocks: (stream) => trainingClocksOf(orm.em.fork(), caseOfStream(stream)),
    delivered: (stream, through) => deliveredOutbox(orm.em.fork(), owner, stream, through),
    postponed: (stream, milliseconds, counts) => postponeOutbox(orm.em.fork(), owner, stream, milliseconds, counts),
    async dead(stream, eventNumber, reason) {
      // The task first: a relay that dies in between buries it again, and the task stands once.
      const context = { orm, clock: databaseClock, actor: MACHINE_ACTOR };
      await reportFailedAction(context, { stream, key: `relay:${eventNumber}`, code: reason });
      await buryOutbox(orm.em.fork(), owner, stream);
    },
  };
}
