import { createTransport } from 'nodemailer';
import {
  createSuiteDatabase,
  startMailCatcher,
  startPostgres,
  startTemporalDevServer,
  startTimeSkippingServer,
} from '../src/index.ts';
import { execute } from '../postgres/cluster.ts';
import { connectWhenUp } from '../temporal/connection.ts';

describe('the PostgreSQL of the suites', () => {
  it('gives every suite a database of its own', async () => {
    const [one, other] = [await createSuiteDatabase(), await createSuiteDatabase({ migrated: false })];
    await execute(one, 'create table only_here (n int)');
    await expect(execute(other, 'select * from only_here')).rejects.toThrow('only_here');
  });

  it('finds Chinese by trigrams', async () => {
    const url = await createSuiteDatabase({ migrated: false });
    await execute(url, 'create extension pg_trgm');
    const { rows } = await execute(url, `select show_trgm('下水道') as trigrams`);
    expect((rows[0] as { trigrams: string[] }).trigrams.length).toBeGreaterThan(0);
  });

  it('keeps what was committed when a durable server crashes', async () => {
    const postgres = await startPostgres({ durable: true });
    try {
      const url = await postgres.createDatabase();
      await execute(url, 'create table kept as select 42 as answer');
      await postgres.restart('crash');
      expect((await execute(url, 'select answer from kept')).rows).toEqual([{ answer: 42 }]);
    } finally {
      await postgres.stop();
    }
  });
});

describe('the mail catcher', () => {
  const mail = { from: 'hotline@rugao.test', to: 'unit@rugao.test', subject: '交办通知', text: '请于明日前签收' };

  it('keeps what it takes, refuses, delays and drops as it is told', async () => {
    const catcher = await startMailCatcher();
    const transport = createTransport(catcher.url);
    try {
      await transport.sendMail(mail);
      expect(catcher.mails[0]).toMatchObject({ subject: '交办通知', recipients: ['unit@rugao.test'] });
      catcher.trouble({ refuse: ['unit@rugao.test'] });
      await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 550 });
      catcher.trouble({ busy: true });
      await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 451 });
      catcher.trouble({ dropAfterData: true });
      await expect(transport.sendMail(mail)).rejects.toThrow(/closed|socket|Connection/i);
      expect(await catcher.waitFor(2)).toHaveLength(2);
      catcher.trouble({});
      await catcher.down();
      await expect(transport.sendMail(mail)).rejects.toThrow('ECONNREFUSED');
      await catcher.up();
      await transport.sendMail(mail);
      expect(catcher.mails).toHaveLength(3);
    } finally {
      await catcher.stop();
    }
  });
});

describe('the Temporal servers', () => {
  const searchAttributes = {
    Stage: 'Keyword',
    Units: 'KeywordList',
    Due: 'Datetime',
    Rung: 'Int',
    Urgent: 'Bool',
  } as const;

  it('skips time', async () => {
    const env = await startTimeSkippingServer(searchAttributes);
    try {
      const before = await env.currentTimeMs();
      await env.sleep(90 * 86_400_000);
      expect((await env.currentTimeMs()) - before).toBeGreaterThanOrEqual(90 * 86_400_000);
    } finally {
      await env.teardown();
    }
  });

  it('halts, resumes with its data, and can lose them', async () => {
    const server = await startTemporalDevServer({ searchAttributes });
    const attributes = async (): Promise<string[]> => {
      const connection = await connectWhenUp(server.address, server.namespace, 10_000);
      const { customAttributes } = await connection.operatorService.listSearchAttributes({
        namespace: server.namespace,
      });
      await connection.close();
      return Object.keys(customAttributes);
    };
    try {
      expect(await attributes()).toEqual(expect.arrayContaining(Object.keys(searchAttributes)));
      await server.halt('crash');
      await expect(connectWhenUp(server.address, server.namespace, 300)).rejects.toThrow('did not serve');
      await server.resume();
      expect(await attributes()).toEqual(expect.arrayContaining(Object.keys(searchAttributes)));
    } finally {
      await server.stop();
    }
  }, 60_000);
});
