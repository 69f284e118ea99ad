import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { registerCase } from '@hotline/application';
import { workflowIdOf } from '@hotline/contracts-process';
import { DEFAULT_POLICY, type CaseState } from '@hotline/domain';
import { rehydrate } from '../../apps/api/src/relay/rehydrate.ts';
import { confirm, takeBack } from '../../infra/backup/restore/keep-aside.ts';
import { positionOf, segmentAt, segmentName } from '../../infra/backup/wal/wal-position.ts';
import { insistOnWholeRestore } from '../../infra/backup/restore/restored-file.ts';
import { execute } from '../../infra/postgres/cluster.ts';
import { REQUEST } from '../integration/small-city.ts';
import { Steps } from '../integration/steps.ts';
import { WholeProcess } from '../integration/whole-process.ts';
import { LocalHouse } from './local-house.ts';

/** What the issue promises: so much may be lost when the disk of the database is. Milliseconds. */
const MAY_BE_LOST = 5_000;

describe('a backup, and a restore to a moment', () => {
  let house: LocalHouse;
  let whole: WholeProcess;
  let steps: Steps;
  let moment = '';
  let factsThen: string[] = [];
  let acknowledgedCase = '';

  beforeAll(async () => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    house = await LocalHouse.open();
    whole = await WholeProcess.startInRealTime(DEFAULT_POLICY, house.url);
    steps = new Steps(whole);
  }, 90_000);
  afterAll(async () => {
    await whole.stop();
    await house.close();
  }, 90_000);

  /** Every event of the ledger, by its place and its hash. */
  async function facts(): Promise<string[]> {
    const { rows } = await execute(house.url, 'select stream, number, hash from event order by 1, 2');
    return rows.map(({ stream, number, hash }) => `${stream}#${number}:${hash}`);
  }
  async function databaseNow(): Promise<string> {
    const { rows } = await execute(house.url, 'select clock_timestamp() as now');
    return (rows as { now: Date }[])[0]?.now.toISOString() ?? '';
  }
  /** The system is stopped, restored, and started on the restored ledger, as `npm start` does after `npm run restore`. */
  async function restoredTo(to: { at: string } | 'latest'): Promise<void> {
    await whole.stopRelay();
    await whole.stopWorker();
    await house.stop();
    await house.restore(to);
    await house.start();
  }
  async function rehydrated() {
    const { rows } = await execute(house.url, 'select id from stream where open order by id');
    await whole.startWorker();
    const streams = rows.map(({ id }) => String(id));
    const result = await rehydrate({ client: whole.client, streams, terminateFirst: true });
    await whole.startRelay();
    await whole.drain();
    return result;
  }
  const state = (stream: string): Promise<CaseState> =>
    whole.client.workflow.getHandle(workflowIdOf(stream)).query<CaseState>('state');

  it('brings back exactly what was done until then, and every workflow to its stage', async () => {
    acknowledgedCase = await steps.assigned();
    await house.backUp();
    await steps.acknowledge(acknowledgedCase);
    const registered = await steps.registered();
    await whole.drain();
    await execute(house.url, 'select pg_switch_wal()');
    factsThen = await facts();
    moment = await databaseNow();
    await pause(50);
    await steps.feedBack(acknowledgedCase);
    const later = await steps.registered();
    await whole.drain();
    await house.untilKept();

    await restoredTo({ at: moment });
    expect(await facts()).toEqual(factsThen);
    const { asked, terminated } = await rehydrated();
    expect({ asked, terminated }).toEqual({ asked: 2, terminated: 3 });
    const acknowledged = await state(acknowledgedCase);
    expect(acknowledged.head.number).toBe(3);
    expect(acknowledged.assignments['a1']).toMatchObject({ status: 'working' });
    expect((await state(registered)).stage).toBe('registered');
    expect(await whole.workflowStatus(later)).toBe('TERMINATED');
    await steps.feedBack(acknowledgedCase);
    await whole.drain();
    expect((await state(acknowledgedCase)).assignments['a1']).toMatchObject({ status: 'feedback' });
  }, 90_000);

  it('loses five seconds at most when the power and the disk of the database go right after writes', async () => {
    const answered: { caseNumber: string; at: number }[] = [];
    await house.untilKept();
    const until = performance.now() + 2_500;
    while (performance.now() < until) {
      const { caseNumber } = await registerCase(whole.city.as('operator'), REQUEST);
      answered.push({ caseNumber, at: performance.now() });
    }
    await whole.stopRelay();
    await whole.stopWorker();
    await house.crash();
    rmSync(join(house.place.data, 'postgres'), { recursive: true });
    await house.restore('latest');
    await house.start();
    const { rows } = await execute(house.url, 'select id from stream');
    const kept = new Set(rows.map(({ id }) => String(id)));
    const lost = answered.filter(({ caseNumber }) => !kept.has(caseNumber));
    const lastKept = answered.findLast(({ caseNumber }) => kept.has(caseNumber));
    const lostMilliseconds = (answered.at(-1)?.at ?? 0) - (lastKept?.at ?? -Infinity);
    process.stdout.write(`lost ${lost.length} of ${answered.length} answers, ${lostMilliseconds.toFixed(0)} ms\n`);
    expect(lostMilliseconds).toBeLessThanOrEqual(MAY_BE_LOST);
    // There is nothing to take back: the old database was lost.
    await expect(takeBack(house.place.data)).rejects.toThrow('No old data are kept');
    // What is lost is the end, not something in between.
    expect(lost).toEqual(answered.slice(answered.length - lost.length));
  }, 90_000);

  it('reaches a moment before an earlier restore, and takes a restore back', async () => {
    const before = await facts();
    await house.stop();
    await house.restore({ at: moment }, { examined: false });
    await house.start();
    expect(await facts()).toEqual(factsThen);
    await house.stop();
    const inUse = join(house.place.data, 'postgres');
    renameSync(inUse, `${inUse}.cut-off`);
    await expect(insistOnWholeRestore(house.place.data)).rejects.toThrow('A restore was cut off');
    renameSync(`${inUse}.cut-off`, inUse);
    await insistOnWholeRestore(house.place.data);
    await takeBack(house.place.data);
    await house.start();
    expect(await facts()).toEqual(before);
    await house.stop();
    await confirm(house.place.data);
    expect(readdirSync(house.place.data).filter((name) => name.startsWith('postgres'))).toEqual(['postgres']);
    await house.start();
  }, 90_000);

  it('says what is wrong with a backup, before it touches the data in use', async () => {
    const [first] = await house.place.backups.backups();
    await house.stop();
    const refused = async (at: string, sentence: string): Promise<void> => {
      await expect(house.restore({ at })).rejects.toThrow(sentence);
    };
    await refused(first!.beganAt, 'There is no backup before that moment. The earliest');
    await refused(new Date(Date.now() + 60_000).toISOString(), '--at latest');
    await harmed(
      join(first!.folder, 'base.tar.gz'),
      (bytes) => bytes.writeUInt8((bytes.at(20_000) ?? 0) ^ 0xff, 20_000),
      () => refused(moment, `The backup ${first!.name} is damaged`),
    );
    await harmed(
      join(first!.folder, 'backup_manifest'),
      (bytes) => bytes.write('0', 200),
      () => refused(moment, 'the manifest of the backup is damaged'),
    );
    const wal = house.place.backups.wal.folder;
    const segment = `${segmentName({ timeline: 1, number: segmentAt(positionOf(first!.from)) })}.gz`;
    await harmed(
      join(wal, segment),
      (bytes) => bytes.writeUInt8((bytes.at(9_000) ?? 0) ^ 0xff, 9_000),
      () => refused(moment, `the WAL segment ${segment.slice(0, 24)} is damaged`),
    );
    await harmed(join(wal, segment), undefined, () =>
      refused(moment, `The WAL lacks the segment ${segment.slice(0, 24)}`),
    );
  }, 60_000);

  it('keeps as many backups as are wanted, and of the WAL what they need', async () => {
    await house.start();
    const newest = await house.backUp();
    const { backups, segments } = await house.place.backups.retain(1);
    expect(backups.length).toBe(1);
    expect(segments).toBeGreaterThan(0);
    expect((await house.place.backups.backups()).map(({ name }) => name)).toEqual([newest.name]);
    await expect(house.restore({ at: moment })).rejects.toThrow('There is no backup before that moment');
    const before = await facts();
    await house.stop();
    await house.restore('latest', { examined: false });
    await house.start();
    expect(await facts()).toEqual(before);
  }, 60_000);

  it('tells a gap in the WAL where the server could not keep it, and that a new backup mends it', async () => {
    await house.untilKept();
    await execute(house.url, 'select pg_terminate_backend(active_pid) from pg_replication_slots where active');
    await execute(house.url, `select pg_drop_replication_slot('hotline_backup')`);
    await steps.registered();
    const inTheGap = await databaseNow();
    for (let turn = 0; turn < 2; turn++)
      for (const statement of ['select pg_switch_wal()', 'checkpoint']) await execute(house.url, statement);
    await steps.registered();
    await house.backUp();
    const before = await facts();
    await house.stop();
    await expect(house.restore({ at: inTheGap })).rejects.toThrow('The WAL lacks the segment');
    await house.restore('latest', { examined: false });
    await house.start();
    expect(await facts()).toEqual(before);
  }, 60_000);

  /** With a file harmed, or without it; afterwards it is as it was. */
  async function harmed(file: string, harm: ((bytes: Buffer) => void) | undefined, work: () => Promise<void>) {
    const whole = readFileSync(file);
    const bytes = Buffer.from(whole);
    harm?.(bytes);
    if (harm) writeFileSync(file, bytes);
    else rmSync(file);
    await work().finally(() => writeFileSync(file, whole));
  }
});
