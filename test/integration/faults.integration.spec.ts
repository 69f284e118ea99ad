import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { actOnStream, MACHINE_ACTOR, submitFeedback, verifyLedger } from '@hotline/application';
import { after, days, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

describe('faults', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterEach(() => whole.mail.trouble({}));
  afterAll(() => whole.stop());

  const mailsOf = (caseNumber: string) => whole.mail.mails.filter((mail) => mail.text?.includes(caseNumber));
  const noticesOf = (caseNumber: string) =>
    whole.city.orm.em
      .fork()
      .execute<{ kind: string; mail: string }[]>(
        `select kind, mail from notice where stream = ? and channel = 'mail' order by created_at, key`,
        [caseNumber],
      );

  it('the mail server is down for a day: no rung waits for it, and every mail arrives once', async () => {
    await whole.mail.down();
    whole.mailMayWait = true;
    const caseNumber = await steps.assigned();
    const { assignments } = await steps.view(caseNumber);
    await whole.advanceTo(after(assignments[0]?.acknowledgeBy ?? '', days(1)));
    expect(await steps.rungs(caseNumber)).toEqual(
      expect.arrayContaining(['a1/acknowledge:reminder', 'a1/acknowledge:phone']),
    );
    expect((await noticesOf(caseNumber)).every(({ mail }) => mail === 'pending')).toBe(true);
    await whole.mail.up();
    await whole.advanceTo(after(await whole.now(), 3_600_000));
    whole.mailMayWait = false;
    await whole.drain();
    expect((await noticesOf(caseNumber)).every(({ mail }) => mail === 'sent')).toBe(true);
    const ids = mailsOf(caseNumber).map(({ messageId }) => messageId);
    expect(ids).toHaveLength((await noticesOf(caseNumber)).length);
    expect(new Set(ids).size).toBe(ids.length);
  }, 120_000);

  it('a refused address becomes a task, not a silence', async () => {
    whole.mail.trouble({ refuse: ['water-handler@city.example'] });
    const caseNumber = await steps.assigned(['water', 'housing']);
    await whole.drain();
    expect(await whole.openTasks(caseNumber)).toEqual(['refused-address:administration']);
    expect((await noticesOf(caseNumber)).map(({ mail }) => mail).sort()).toEqual(['refused', 'sent']);
  }, 60_000);

  it('the worker dies between the sent row and its completion: the mail is not sent again', async () => {
    const { deliverNotices } = whole.port;
    let deaths = 0;
    whole.interfere({
      async deliverNotices(input) {
        const delivered = await deliverNotices(input);
        if (deaths++ === 0) throw new Error('killed');
        return delivered;
      },
    });
    const caseNumber = await steps.assigned();
    whole.mailMayWait = true;
    await whole.advanceTo(after(await whole.now(), 600_000));
    whole.mailMayWait = false;
    await whole.drain();
    whole.interfere({ deliverNotices });
    expect(deaths).toBeGreaterThanOrEqual(2);
    expect(mailsOf(caseNumber)).toHaveLength(1);
  }, 60_000);

  it('feedback and the red timer at the same moment: one order in the ledger, and no rung after completion', async () => {
    for (let round = 0; round < 5; round++) {
      const caseNumber = await steps.acknowledged();
      const { assignments } = await steps.view(caseNumber);
      const at = after(assignments[0]?.dueAt ?? '', 1_000);
      const contactedAt = await whole.now();
      const [fed, acted] = await Promise.allSettled([
        submitFeedback(whole.city.as('water-handler'), {
          caseNumber,
          assignmentId: 'a1',
          outcome: 'solved',
          text: '已恢复',
          contactedAt,
          contactMethod: 'phone',
        }),
        actOnStream(whole.city.as('operator', { actor: MACHINE_ACTOR }), {
          stream: caseNumber,
          key: 'a1/due:1:red:1',
          at,
          after: 0,
        }),
      ]);
      expect([fed.status, acted.status]).toEqual(['fulfilled', 'fulfilled']);
      const { timeline } = await steps.view(caseNumber);
      const order = timeline.map(({ type }) => type).slice(4);
      expect([['FeedbackSubmitted'], ['RungActed', 'FeedbackSubmitted']]).toContainEqual(order);
      await steps.accept(caseNumber);
      await steps.satisfied(caseNumber);
      const closed = (await steps.view(caseNumber)).timeline.length;
      await whole.advanceTo(after(at, days(3)));
      expect((await steps.view(caseNumber)).timeline).toHaveLength(closed);
    }
    await expect(verifyLedger(whole.city.as('admin'))).resolves.toMatchObject({ faults: [] });
  }, 120_000);
});
