import { setTimeout as pause } from 'node:timers/promises';
import type { Policy } from '@hotline/domain';
import { anyFreePort, type TestTemporalServer } from '@hotline/infra';
import { Client, Connection } from '@temporalio/client';
import { workerPart } from '../../../infra/local/parts/worker.part.ts';
import { BenchProcess } from '../house/bench-process.ts';
import type { BenchHouse } from '../house/bench-house.ts';
import { startPart, type RunningPart } from '../house/running-part.ts';
import { askDatabase } from '../measuring/database-counters.ts';

const DRIVER = new URL('./hotline-driver.main.ts', import.meta.url);
const MAIL_SINK = new URL('../house/mail-sink.main.ts', import.meta.url);
const PUBLIC_URL = 'http://hotline.example';

/**
 * The hotline as it runs, each part a process of its own: PostgreSQL of the house, a Temporal, the worker exactly as it is
 * shipped, a mail server that takes everything, and in the API's place a driver that runs the same use cases and the relay.
 */
export class HotlineSystem {
  readonly databaseUrl: string;
  readonly temporal: TestTemporalServer;
  readonly driver: BenchProcess;
  readonly mail: BenchProcess;
  readonly client: Client;
  readonly #connection: Connection;
  readonly #smtpUrl: string;
  #worker: RunningPart | undefined;

  private constructor(parts: {
    databaseUrl: string;
    temporal: TestTemporalServer;
    driver: BenchProcess;
    mail: BenchProcess;
    smtpUrl: string;
  }) {
    this.databaseUrl = parts.databaseUrl;
    this.temporal = parts.temporal;
    this.driver = parts.driver;
    this.mail = parts.mail;
    this.#smtpUrl = parts.smtpUrl;
    this.#connection = Connection.lazy({ address: this.temporal.address });
    this.client = new Client({ connection: this.#connection, namespace: this.temporal.namespace });
  }

  /** On a fresh database and a fresh Temporal, under a policy; the worker and the relay run when it returns. */
  static async start(house: BenchHouse, policy: Policy, say: (line: string) => void): Promise<HotlineSystem> {
    const [databaseUrl, temporal, mail] = await Promise.all([
      house.migratedDatabase(),
      house.startTemporal(),
      BenchProcess.start(MAIL_SINK, {}),
    ]);
    const driver = await BenchProcess.start(DRIVER, {
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
      BENCH_POLICY: JSON.stringify(policy),
    });
    driver.onTold((told) => say((told as { line: string }).line));
    const smtpUrl = await mail.ask<string>('url');
    const system = new HotlineSystem({ databaseUrl, temporal, driver, mail, smtpUrl });
    await system.startWorker();
    await driver.ask('startRelay');
    return system;
  }

  /** What the system's processes are told; the worker and the commands read the same. */
  get environment(): Record<string, string> {
    return {
      DATABASE_URL: this.databaseUrl,
      TEMPORAL_ADDRESS: this.temporal.address,
      TEMPORAL_NAMESPACE: this.temporal.namespace,
      SMTP_URL: this.#smtpUrl,
      PUBLIC_URL,
      LOG_LEVEL: 'error',
    };
  }

  /** @returns milliseconds from its start until its metrics answered */
  async startWorker(): Promise<number> {
    this.#worker = await startPart(workerPart(await anyFreePort(), this.environment));
    return this.#worker.readyAfter;
  }

  get worker(): RunningPart {
    if (!this.#worker) throw new Error('no worker runs');
    return this.#worker;
  }

  async killWorker(): Promise<void> {
    await this.#worker?.kill();
    this.#worker = undefined;
  }

  /** Asks the hotline's database. */
  ask<Row extends object>(question: string, values: readonly unknown[] = []): Promise<Row[]> {
    return askDatabase(this.databaseUrl, question, values);
  }

  /** A number that the database answers as `n`. */
  async count(question: string, values: readonly unknown[] = []): Promise<number> {
    const [row] = await this.ask<{ n: string }>(question, values);
    return Number(row?.n);
  }

  /** Keys of notices that the mail server was given more than once. */
  doubledMails(): Promise<string[]> {
    return this.mail.ask('doubled');
  }

  /** Returns when everything is relayed, mailed and taken in by its workflow: so many cases are assigned. */
  async untilAtRest(assigned: number): Promise<void> {
    await this.driver.ask('untilRelayed');
    const mails = "select count(*) as n from notice where mail = 'pending'";
    await until('every mail is sent', async () => (await this.count(mails)) === 0);
    await until('every workflow knows its case', async () => (await this.#inStage('assigned')) >= assigned);
  }

  async #inStage(stage: string): Promise<number> {
    const query = `HotlineStage = '${stage}' AND ExecutionStatus = 'Running'`;
    return (await this.client.workflow.count(query)).count;
  }

  async stop(): Promise<void> {
    await this.driver.stop();
    await this.#worker?.stop();
    await this.#connection.close();
    await this.temporal.stop();
    await this.mail.stop();
  }
}

const SAYS_AFTER = 60_000;

/**
 * Looks twice a second until something holds, and says each minute that it still waits.
 *
 * @throws Error after `within` milliseconds (30 minutes)
 */
export async function until(what: string, holds: () => Promise<boolean>, within = 1_800_000): Promise<void> {
  const begun = performance.now();
  for (let said = 1; !(await holds());) {
    const waited = performance.now() - begun;
    if (waited > within) throw new Error(`waited in vain until ${what}`);
    if (waited > said * SAYS_AFTER) console.error(`waiting for ${said++} min until ${what}`);
    await pause(500);
  }
}
