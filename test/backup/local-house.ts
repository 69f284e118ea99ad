import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { anyFreePort } from '@hotline/infra';
import { takeBaseBackup } from '../../infra/backup/base/take-base-backup.ts';
import type { Backup } from '../../infra/backup/backup-folder.ts';
import { placeOf, type Place } from '../../infra/backup/place.ts';
import type { Moment } from '../../infra/backup/restore/choose-backup.ts';
import { examineLedger } from '../../infra/backup/restore/examine.ts';
import { restoreTo, type RestoreResult } from '../../infra/backup/restore/restore-to.ts';
import { positionOf } from '../../infra/backup/wal/wal-position.ts';
import { postgresAccount } from '../../infra/postgres/account.ts';
import { databaseUrl, execute, openCluster, spawnServer, waitUntilReady } from '../../infra/postgres/cluster.ts';
import { ensureDatabase } from '../../infra/postgres/cluster.ts';
import { temporaryRoot } from '../../infra/postgres/data-folder.ts';
import { endProcess } from '../../infra/processes/ending.ts';
import { identityOf } from '../../infra/processes/process-identity.ts';

const KEEPER = fileURLToPath(new URL('../../infra/backup/wal-keeper.main.ts', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../apps/command/src/main.ts', import.meta.url));

/** A data folder as `npm start` has it, with a durable PostgreSQL on it and its WAL kept, each a process of its own. */
export class LocalHouse {
  readonly place: Place;
  readonly port: number;
  #server: ChildProcess | undefined;
  #keeper: ChildProcess | undefined;

  private constructor(place: Place, port: number) {
    this.place = place;
    this.port = port;
  }

  static async open(): Promise<LocalHouse> {
    const data = mkdtempSync(join(await temporaryRoot(await postgresAccount()), 'hotline-backup-'));
    chmodSync(data, 0o711);
    mkdirSync(join(data, 'log'));
    const house = new LocalHouse(placeOf(data, {}), await anyFreePort());
    await house.start();
    await ensureDatabase(house.port, 'hotline');
    await promisify(execFile)(process.execPath, [COMMAND, 'migrate'], {
      env: { ...process.env, DATABASE_URL: house.url },
    });
    return house;
  }

  get url(): string {
    return databaseUrl(this.port, 'hotline');
  }

  /** PostgreSQL and the keeper of its WAL begin to work. */
  async start(): Promise<void> {
    const cluster = await openCluster(join(this.place.data, 'postgres'), { durable: true });
    this.#server = spawnServer(cluster, this.port, { max_connections: '60' }, 'ignore');
    await waitUntilReady(databaseUrl(this.port, 'postgres'), 60_000);
    this.#keeper = spawn(process.execPath, [KEEPER, this.url, this.place.backups.path], { stdio: 'ignore' });
  }

  /** PostgreSQL first, so that the keeper has all of it. */
  async stop(): Promise<void> {
    await end(this.#server, 'SIGINT');
    await end(this.#keeper, 'SIGTERM');
  }

  /** The power goes. */
  async crash(): Promise<void> {
    this.#server?.kill('SIGKILL');
    this.#keeper?.kill('SIGKILL');
    await end(this.#server, 'SIGKILL');
    await end(this.#keeper, 'SIGKILL');
  }

  async backUp(): Promise<Backup> {
    const quietly = { copying: () => undefined, checking: () => undefined };
    const backup = await takeBaseBackup(this.url, this.place.backups, quietly);
    await this.untilKept(backup.to);
    return backup;
  }

  /** `examined: false` leaves out the verification of the ledger, two programs of some seconds. */
  async restore(moment: Moment, { examined = true } = {}): Promise<RestoreResult> {
    const logs = join(this.place.data, 'log');
    const examine = (url: string): Promise<void> => (examined ? examineLedger(url, logs) : Promise.resolve());
    return restoreTo({ place: this.place, moment, signal: new AbortController().signal, examine });
  }

  /** Waits until the WAL is kept up to a position, by default up to now; 20 s at most. */
  async untilKept(position?: string): Promise<void> {
    const { rows } = await execute(
      this.url,
      `select pg_current_wal_flush_lsn()::text as position, timeline_id as timeline from pg_control_checkpoint()`,
    );
    const [now] = rows as { position: string; timeline: number }[];
    for (let turn = 0; turn < 400; turn++) {
      const lines = await this.place.backups.wal.lines();
      const reach = await this.place.backups.wal.reach(lines.at(-1)?.timeline ?? 1);
      if (reach && now && positionOf(reach.position) >= positionOf(position ?? now.position)) return;
      await pause(50);
    }
    throw new Error('the WAL is not kept');
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.place.data, { recursive: true, force: true });
  }
}

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  const identity = child?.pid === undefined ? undefined : identityOf(child.pid);
  if (identity) await endProcess(identity, signal, 30_000);
}
