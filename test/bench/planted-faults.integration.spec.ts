import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOTICE_KEY_HEADER } from '@hotline/notifications';
import { createTransport } from 'nodemailer';
import { assignCase } from '@hotline/application';
import { Steps } from '../integration/steps.ts';
import { WholeProcess } from '../integration/whole-process.ts';
import { actingWhenDue } from './hotline/bench-policies.ts';
import { actionsDone, type Evidence } from './hotline/ledger-checks.ts';
import { askDatabase } from './measuring/database-counters.ts';

const WORDS = { quality: '查明原因，恢复供水', feedback: '先答复市民，再书面反馈' };

describe('the checks for actions lost and doubled', () => {
  let whole: WholeProcess;
  let steps: Steps;
  let evidence: Evidence;
  beforeAll(async () => {
    whole = await WholeProcess.startInRealTime(actingWhenDue());
    steps = new Steps(whole);
    evidence = {
      ask: (question, values) => askDatabase(whole.city.databaseUrl, question, values),
      doubledMails: async () => {
        const keys = whole.mail.mails.map(({ headers }) =>
          JSON.stringify(headers.get(NOTICE_KEY_HEADER.toLowerCase())),
        );
        return keys.filter((key, place) => keys.indexOf(key) < place);
      },
    };
  }, 60_000);
  afterAll(() => whole.stop(), 60_000);

  /** Registered, and assigned with a due that comes soon. */
  async function dueSoon(): Promise<string> {
    const caseNumber = await steps.registered();
    const dueAt = new Date(Date.now() + 2_000).toISOString();
    await assignCase(whole.city.as('director'), {
      caseNumber,
      units: [{ unitId: 'water', role: 'lead', dueAt }],
      termReason: '须尽快恢复供水',
      ...WORDS,
    });
    return caseNumber;
  }

  async function redMailed(caseNumber: string): Promise<void> {
    const question = "select id from notice where stream = $1 and kind = 'red' and mail = 'sent'";
    while ((await evidence.ask(question, [caseNumber])).length === 0) await pause(100);
  }

  it('find nothing where nothing is wrong', async () => {
    const caseNumber = await dueSoon();
    await redMailed(caseNumber);
    expect(await actionsDone(evidence, [caseNumber], 'red')).toMatchObject({ acted: 1, lost: 0, doubled: 0 });
  }, 30_000);

  it('see a lost row of the outbox', async () => {
    await whole.stopRelay();
    const [lost, whose] = [await dueSoon(), await dueSoon()];
    await evidence.ask('delete from outbox where stream = $1', [lost]);
    await whole.startRelay();
    await redMailed(whose);
    expect(await actionsDone(evidence, [lost, whose], 'red')).toMatchObject({ acted: 1, lost: 1, doubled: 0 });
  }, 30_000);

  it('see an action that was written twice', async () => {
    const caseNumber = await dueSoon();
    await redMailed(caseNumber);
    await evidence.ask(
      `insert into event (stream, number, type, at, canonical, hash, action_key)
       select stream, number + 1, type, at, canonical, $2, 'a1/due:1:red:2' from event
       where stream = $1 and action_key = 'a1/due:1:red:1'`,
      [caseNumber, randomUUID()],
    );
    expect(await actionsDone(evidence, [caseNumber], 'red')).toMatchObject({ lost: 0, doubled: 1 });
  }, 30_000);

  it('see a mail that came twice', async () => {
    const caseNumber = await dueSoon();
    await redMailed(caseNumber);
    const [notice] = await evidence.ask<{ key: string }>("select key from notice where stream = $1 and kind = 'red'", [
      caseNumber,
    ]);
    const transport = createTransport(whole.mail.url);
    const again = { from: 'hotline@city.example', to: 'water-head@city.example', subject: '再次', text: '再次' };
    await transport.sendMail({ ...again, headers: { [NOTICE_KEY_HEADER]: String(notice?.key) } });
    transport.close();
    expect(await actionsDone(evidence, [caseNumber], 'red')).toMatchObject({ lost: 0, doubled: 1 });
  }, 30_000);
});
