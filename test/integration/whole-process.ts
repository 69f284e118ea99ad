import { setTimeout as pause } from 'node:timers/promises';
import type { temporal } from '@temporalio/proto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { applicationPort, createActivities, type ProcessPort } from '@hotline/activities';
import { databaseClock, type Clock } from '@hotline/application';
import { SEARCH_ATTRIBUTES, TASK_QUEUE, workflowIdOf } from '@hotline/contracts-process';
import type { Instant, Policy } from '@hotline/domain';
import {
  startMailCatcher,
  startTemporalDevServer,
  startTimeSkippingServer,
  type MailCatcher,
  type TestTemporalServer,
} from '@hotline/infra';
import { mailChannel, smsChannel, type LoggedNotice, type NoticeChannel } from '@hotline/notifications';
import { NoticeEntity, TaskEntity } from '@hotline/persistence';
import { databaseOutbox } from '../../apps/api/src/relay/compose-relay.main.ts';
import { startRelay, type RunningRelay } from '../../apps/api/src/relay/relay.ts';
import { bundle, hasSettled } from '../engine/engine.ts';
import { headsTogether, streamDue, waitingInOutbox } from './ledger-at-rest.ts';
import { sowSmallCity, type SmallCity } from './small-city.ts';

const A_SECOND = 1_000;
const QUIET = new DefaultLogger('ERROR');
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ORGANISER = { name: '受理中心', address: 'hotline@city.example' };
const PUBLIC_URL = 'http://hotline.example';

/** The Temporal that the workflows run on. */
interface TemporalHouse {
  readonly client: Client;
  readonly clock: Clock;
  /** The connection of a worker that begins now. */
  connect(): Promise<NativeConnection>;
  now(): Promise<number>;
  /** Lets milliseconds pass: skipped, or waited for. */
  sleep(milliseconds: number): Promise<void>;
  /** Takes back one lock of a clock that skips. */
  skipAgain(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Everything that runs a case, for real: PostgreSQL, the relay, the workflows on a server whose clock skips (or on the
 * development server, in real time), a mail server. Let only `advance` move skipped time.
 */
export class WholeProcess {
  readonly city: SmallCity;
  readonly mail: MailCatcher;
  /** What went to the SMS log, as a gateway would have had it. */
  readonly sms: LoggedNotice[] = [];
  readonly port: ProcessPort;
  /** The development server, where it is one. */
  readonly server: TestTemporalServer | undefined;
  readonly #temporal: TemporalHouse;
  #interference: Partial<ProcessPort> = {};
  /** Until when every stream was found settled, and of which those were that something happened in last, with their heads. */
  #looked: { readonly at: Instant; readonly streams: Map<string, number> } = {
    at: '2000-01-01T00:00:00.000Z',
    streams: new Map(),
  };
  /** Set while the mail server is away: then rest does not mean that every mail is out. */
  mailMayWait = false;
  readonly #channel: NoticeChannel;
  readonly #code: string;
  #relay: RunningRelay | undefined;
  #worker: { readonly worker: Worker; readonly running: Promise<void> } | undefined;

  private constructor(parts: {
    city: SmallCity;
    temporal: TemporalHouse;
    mail: MailCatcher;
    code: string;
    server?: TestTemporalServer;
  }) {
    this.city = parts.city;
    this.mail = parts.mail;
    this.server = parts.server;
    this.#temporal = parts.temporal;
    this.#code = parts.code;
    this.#channel = mailChannel({ smtpUrl: parts.mail.url, from: `12345 <${ORGANISER.address}>` });
    const sms = smsChannel((message) => this.sms.push(message));
    const mails = { mail: this.#channel, trainingMail: this.#channel };
    const delivery = { ...mails, sms, publicUrl: PUBLIC_URL, organiser: ORGANISER };
    this.port = applicationPort({ orm: parts.city.orm, clock: parts.temporal.clock, delivery });
  }

  /** On the server whose clock skips. Outside of a suite, name a migrated database. */
  static async start(policy?: Policy, databaseUrl?: string): Promise<WholeProcess> {
    installRuntime();
    return WholeProcess.#over(await skippingHouse(), policy, { databaseUrl });
  }

  /**
   * On the development server, or another one that is new, in real time: give it a fast policy. Outside of a suite, name a
   * migrated database. The server is stopped with the process.
   */
  static async startInRealTime(policy: Policy, databaseUrl?: string, on?: TestTemporalServer): Promise<WholeProcess> {
    installRuntime();
    const server = on ?? (await startTemporalDevServer({ searchAttributes: SEARCH_ATTRIBUTES }));
    return WholeProcess.#over(await realHouse(server), policy, { server, databaseUrl });
  }

  static async #over(
    temporal: TemporalHouse,
    policy?: Policy,
    { server, databaseUrl }: { server?: TestTemporalServer; databaseUrl?: string | undefined } = {},
  ): Promise<WholeProcess> {
    const [city, mail, code] = await Promise.all([
      sowSmallCity(temporal.clock, policy, databaseUrl),
      startMailCatcher(),
      bundle(),
    ]);
    const whole = new WholeProcess({ city, temporal, mail, code, ...(server ? { server } : {}) });
    await whole.startWorker();
    await whole.startRelay();
    return whole;
  }

  get client(): Client {
    return this.#temporal.client;
  }

  async startRelay(): Promise<void> {
    const store = databaseOutbox(this.city.orm, 'test-relay');
    this.#relay = await startRelay({ store, client: this.client, logger: SILENT, lookEvery: 20 });
  }

  async stopRelay(): Promise<void> {
    await this.#relay?.stop();
    this.#relay = undefined;
  }

  /** A worker begins to work, with the workflows as they are, or with others. */
  async startWorker(code = this.#code): Promise<void> {
    const connection = await this.#temporal.connect();
    const worker = await Worker.create({
      connection,
      taskQueue: TASK_QUEUE,
      workflowBundle: { code },
      activities: createActivities(this.#portOfWorker()),
    });
    this.#worker = { worker, running: worker.run() };
  }

  /** Puts something in the way of what the activities call. */
  interfere(interference: Partial<ProcessPort>): void {
    this.#interference = interference;
  }

  #portOfWorker(): ProcessPort {
    const call = <Name extends keyof ProcessPort>(name: Name): ProcessPort[Name] =>
      ((input: never) => (this.#interference[name] ?? this.port[name])(input)) as ProcessPort[Name];
    return {
      readStream: call('readStream'),
      actOnStream: call('actOnStream'),
      deliverNotices: call('deliverNotices'),
      reportFailedAction: call('reportFailedAction'),
      sendTaskDigests: call('sendTaskDigests'),
      watchMissedCalls: call('watchMissedCalls'),
      watchStays: call('watchStays'),
      openConferences: call('openConferences'),
    };
  }

  async stopWorker(): Promise<void> {
    this.#worker?.worker.shutdown();
    await this.#worker?.running;
    this.#worker = undefined;
  }

  async stop(): Promise<void> {
    await this.stopRelay();
    await this.stopWorker();
    await this.#channel.close();
    await this.mail.stop();
    await this.#temporal.stop();
    await this.city.close();
  }

  async now(): Promise<Instant> {
    return new Date(await this.#temporal.now()).toISOString();
  }

  /** Lets time pass until an instant, everything that falls due meanwhile being done. */
  async advanceTo(instant: Instant): Promise<void> {
    await this.drain();
    const milliseconds = Date.parse(instant) - (await this.#temporal.now());
    if (milliseconds > 0) await this.#temporal.sleep(milliseconds);
    await this.drain();
    // The server now and then goes on to the next timer before its clock is held again: that one acts too.
    if ((await this.#temporal.now()) - Date.parse(instant) > 5 * A_SECOND) await this.#whatIsDueActs();
  }

  /** Waits a little for what is due by now: where something keeps it from acting, it stays due. */
  async #whatIsDueActs(): Promise<void> {
    for (let turn = 0; turn < 50 && (await streamDue(this.city.orm, await this.now())) !== undefined; turn++)
      await pause(20);
    await this.drain();
  }

  /**
   * The same for a house of thousands of cases: looks only at those in which something happened since, or is due. The
   * server forgets now and then that a task is done and goes on at the pace of the world; then it is told to skip again.
   */
  async skipTo(instant: Instant): Promise<void> {
    await this.#untilQuiet(() => this.#restlessSince());
    const left = Date.parse(instant) - (await this.#temporal.now());
    if (left > 0) {
      let isOver = false;
      const sleeping = this.#temporal.sleep(left).finally(() => (isOver = true));
      await Promise.all([sleeping, this.#keepSkipping(() => isOver)]);
    }
    await this.#untilQuiet(() => this.#restlessSince());
  }

  async #keepSkipping(isOver: () => boolean): Promise<void> {
    for (let turn = 0; !isOver(); turn++) {
      await pause(turn < 10 ? 100 : A_SECOND);
      const before = await this.#temporal.now();
      if (turn < 10 || isOver() || (await this.#restlessSince()) !== undefined) continue;
      await pause(A_SECOND);
      const after = await this.#temporal.now();
      if (!isOver() && after - before < 5 * A_SECOND && (await this.#restlessSince()) === undefined)
        await this.#temporal.skipAgain();
    }
  }

  /** Lets time pass until just after the case's next rung, and answers what it was. */
  async advanceToNext(stream: string): Promise<string> {
    const [row] = await this.city.orm.em
      .fork()
      .execute<{ next_at: Date; next_rung: string }[]>(
        'select next_at, next_rung from case_file where case_number = ?',
        [stream],
      );
    if (!row?.next_at) throw new Error(`nothing is next for ${stream}`);
    await this.advanceTo(new Date(new Date(row.next_at).getTime() + 1_000).toISOString());
    return row.next_rung;
  }

  /** Waits, in real time, until the outbox is empty and every workflow has taken in what came to it. */
  async drain(): Promise<void> {
    await this.#untilQuiet(() => this.#restless());
  }

  /** @throws Error with what did not come to rest */
  async #untilQuiet(whatIsNot: () => Promise<string | undefined>): Promise<void> {
    let restless: string | undefined;
    for (let turn = 0; turn < 1_000; turn++) {
      restless = await whatIsNot();
      if (restless === undefined) return;
      await pause(20);
    }
    throw new Error(`waited in vain for the process to come to rest: ${restless}`);
  }

  async #restless(): Promise<string | undefined> {
    if (this.#relay && (await waitingInOutbox(this.city.orm)) > 0) return 'the outbox';
    if (!this.#worker) return undefined;
    const em = this.city.orm.em.fork();
    const before = await headsTogether(this.city.orm);
    const streams = await em.execute<{ id: string }[]>('select id from stream order by id');
    for (const { id } of streams) if (!(await this.#hasSettled(id))) return id;
    // One that was looked at early may have heard of another meanwhile.
    return (await headsTogether(this.city.orm)) === before ? undefined : 'what happened meanwhile';
  }

  async #restlessSince(): Promise<string | undefined> {
    if ((await waitingInOutbox(this.city.orm)) > 0) return 'the outbox';
    const em = this.city.orm.em.fork();
    const now = await this.now();
    const due = await streamDue(this.city.orm, now);
    if (due) return `what is due of ${due}`;
    const { at, streams } = this.#looked;
    const rows = await em.execute<{ stream: string; head: number }[]>(
      'select stream, max(number)::int as head from event where at >= ? group by stream',
      [at],
    );
    for (const { stream, head } of rows) {
      if (streams.get(stream) === head) continue;
      if (!(await this.#hasSettled(stream))) return stream;
      streams.set(stream, head);
    }
    this.#looked = { at: now, streams: new Map(rows.map(({ stream, head }) => [stream, head])) };
    return undefined;
  }

  async #hasSettled(stream: string): Promise<boolean> {
    try {
      const { events } = await this.client.workflow.getHandle(workflowIdOf(stream)).fetchHistory();
      return hasSettled(events ?? [], { mailMayWait: this.mailMayWait });
    } catch {
      // A stream whose workflow was never started has nothing to settle.
      return true;
    }
  }

  /** The kinds of notices of a case and its meetings and reports to people of the house, in the order they were written. */
  async noticeKinds(caseNumber: string): Promise<string[]> {
    const em = this.city.orm.em.fork();
    const notices = await em.find(
      NoticeEntity,
      { stream: { $like: `${caseNumber}%` }, channel: 'mail' },
      { orderBy: [{ createdAt: 'asc' }, { key: 'asc' }], disableIdentityMap: true },
    );
    return notices.map(({ kind }) => kind);
  }

  /** The open tasks of a case and its meetings and reports, by kind. */
  async openTasks(caseNumber: string): Promise<string[]> {
    const em = this.city.orm.em.fork();
    const tasks = await em.find(
      TaskEntity,
      { stream: { $like: `${caseNumber}%` }, status: { $in: ['open', 'taken'] } },
      { orderBy: [{ createdAt: 'asc' }, { key: 'asc' }], disableIdentityMap: true },
    );
    return tasks.map(({ kind, queue }) => `${kind}:${queue}`);
  }

  async workflowStatus(stream: string): Promise<string> {
    return (await this.client.workflow.getHandle(workflowIdOf(stream)).describe()).status.name;
  }

  async historyLength(stream: string): Promise<number> {
    const { events } = await this.client.workflow.getHandle(workflowIdOf(stream)).fetchHistory();
    return events?.length ?? 0;
  }

  async history(stream: string): Promise<temporal.api.history.v1.IHistory> {
    return this.client.workflow.getHandle(workflowIdOf(stream)).fetchHistory();
  }
}

let isInstalled = false;

/** The workers of a process share one runtime. */
function installRuntime(): void {
  if (!isInstalled) Runtime.install({ logger: QUIET, shutdownSignals: [] });
  isInstalled = true;
}

async function skippingHouse(): Promise<TemporalHouse> {
  const env = await startTimeSkippingServer(SEARCH_ATTRIBUTES);
  const now = async (): Promise<number> => Number(await env.currentTimeMs());
  return {
    client: env.client,
    clock: { now: async () => new Date(await now()).toISOString() },
    connect: async () => env.nativeConnection,
    now,
    sleep: (milliseconds) => env.sleep(milliseconds),
    async skipAgain() {
      await env.connection.testService?.unlockTimeSkipping({});
    },
    stop: () => env.teardown(),
  };
}

async function realHouse(server: TestTemporalServer): Promise<TemporalHouse> {
  const connection = Connection.lazy({ address: server.address });
  const workers: NativeConnection[] = [];
  return {
    client: new Client({ connection, namespace: server.namespace }),
    clock: databaseClock,
    async connect() {
      const native = await NativeConnection.connect({ address: server.address });
      workers.push(native);
      return native;
    },
    now: async () => Date.now(),
    sleep: (milliseconds) => pause(milliseconds),
    skipAgain: async () => undefined,
    async stop() {
      for (const native of workers) await native.close();
      await connection.close();
      await server.stop();
    },
  };
}
