import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execute } from '../../infra/postgres/cluster.ts';
import { Book, type Deed } from './people/book.ts';
import { gather } from './people/everybody.ts';
import { Town } from './people/town.ts';
import type { Person } from './people/person.ts';
import { noticeKeyOf } from './reckoning/reckon.ts';
import { startStormSystem, type StormSystem } from './system/storm-system.ts';

/** A working day of a minute: nothing else comes due while a test looks. */
const SECONDS_PER_WORKING_DAY = 60;

describe('a worker killed over a mail', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-killed-worker-'));
  let system: StormSystem;
  let operator: Person;
  beforeAll(async () => {
    system = await startStormSystem({
      folder,
      cluster: join(folder, 'postgres'),
      clock: undefined,
      secondsPerWorkingDay: SECONDS_PER_WORKING_DAY,
    });
    const [first] = await gather({
      url: system.url,
      seed: 1,
      book: new Book(join(folder, 'book.jsonl')),
      town: new Town(),
      workingDay: SECONDS_PER_WORKING_DAY * 1_000,
      openCases: 100,
      sendsTwice: () => false,
      say: () => undefined,
    });
    if (!first) throw new Error('nobody is there');
    operator = first;
  }, 120_000);
  afterAll(async () => {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const mailsOf = ({ stream = '' }: Deed) =>
    system.mail.mails.filter((mail) => noticeKeyOf(mail).startsWith(`${stream}:`));
  const stateOf = async ({ stream = '' }: Deed): Promise<string | undefined> => {
    const { rows } = await execute(
      system.plain.databaseUrl,
      `select mail from notice where stream = '${stream}' and channel = 'mail'`,
    );
    return (rows as { mail: string }[])[0]?.mail;
  };
  const soon = async (holds: () => boolean | Promise<boolean>, within = 60_000): Promise<void> => {
    for (const until = performance.now() + within; performance.now() < until; await pause(50))
      if (await holds()) return;
    throw new Error('waited in vain');
  };

  it('between the row `sent` and the end of its activity: the mail is not sent again', async () => {
    const deed = await operator.registerNow();
    system.mail.trouble({ slow: 2_000 });
    await operator.assignNow(deed);
    // From now on the worker cannot tell Temporal that it is done.
    await soon(async () => (await heldBy(deed)) > 0);
    system.lines['worker-temporal'].trouble('hang');
    await soon(async () => (await stateOf(deed)) === 'sent');
    await system.parts.worker.kill();
    system.mail.trouble({});
    system.lines['worker-temporal'].heal();
    await system.parts.worker.start();
    await soon(async () => (await runningDeliveries()) === 0);
    expect(mailsOf(deed)).toHaveLength(1);
  }, 180_000);

  it('before the server answered: the mail comes again within a minute, under the same Message-ID', async () => {
    const deed = await operator.registerNow();
    system.mail.trouble({ slow: 15_000 });
    await operator.assignNow(deed);
    await soon(async () => (await heldBy(deed)) > 0);
    await pause(1_000);
    await system.parts.worker.kill();
    system.mail.trouble({});
    const killed = performance.now();
    await system.parts.worker.start();
    await soon(async () => (await stateOf(deed)) === 'sent');
    expect(performance.now() - killed).toBeLessThan(60_000);
    expect(new Set(mailsOf(deed).map(({ messageId }) => messageId)).size).toBe(1);
  }, 180_000);

  async function heldBy({ stream = '' }: Deed): Promise<number> {
    const { rowCount } = await execute(
      system.plain.databaseUrl,
      `select 1 from notice where stream = '${stream}' and mail_lease_until is not null`,
    );
    return rowCount ?? 0;
  }

  async function runningDeliveries(): Promise<number> {
    const { Client, Connection } = await import('@temporalio/client');
    const connection = await Connection.connect({ address: system.plain.temporal });
    const client = new Client({ connection });
    let count = 0;
    for await (const { workflowId } of client.workflow.list({ query: `ExecutionStatus = 'Running'` })) {
      const { raw } = await client.workflow.getHandle(workflowId).describe();
      count += (raw.pendingActivities ?? []).filter((one) => one.activityType?.name === 'deliverNotices').length;
    }
    await connection.close();
    return count;
  }
});
