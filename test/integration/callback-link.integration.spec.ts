import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerCallback, inviteCallback, seeCallbackQuestion } from '@hotline/application';
import { NoticeEntity } from '@hotline/persistence';
import { after, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

const SAID = { contactedByUnit: true, solved: true, satisfaction: 'satisfied', text: '通水了，谢谢' } as const;

describe('a callback by short message', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  const citizen = (address = '10.1.1.1') => ({ ...whole.city.as('operator'), address });
  /** The token of the last link that went out. */
  const lastToken = () =>
    whole.sms.flatMap(({ content }) => /\/callback#([\w-]{43}) /.exec(content)?.[1] ?? []).at(-1) ?? '';
  async function invited(): Promise<{ caseNumber: string; token: string; answerBy: string }> {
    const caseNumber = await steps.completed();
    const { next } = await inviteCallback(whole.city.as('operator'), { caseNumber });
    expect(await whole.openTasks(caseNumber)).toEqual([]);
    await whole.drain();
    return { caseNumber, token: lastToken(), answerBy: next?.at ?? '' };
  }

  it('is answered once by the link, of which nothing but a digest is kept', async () => {
    const { caseNumber, token, answerBy } = await invited();
    expect(token).toHaveLength(43);
    expect(await seeCallbackQuestion(citizen(), { token })).toEqual({ caseNumber, answerBy });
    const em = whole.city.orm.em.fork();
    const notice = await em.findOneOrFail(NoticeEntity, { stream: caseNumber, kind: 'citizen-callback' });
    expect(notice.words).toContain('{link}');
    const kept = await em.execute<{ row: string }[]>('select callback_token::text as row from callback_token');
    expect(kept.every(({ row }) => !row.includes(token))).toBe(true);
    expect(JSON.stringify(await whole.history(caseNumber))).not.toContain(token);

    const answers = await Promise.allSettled([1, 2, 3].map(() => answerCallback(citizen(), { token, ...SAID })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of answers)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'callback.wrong-link' });
    await expect(seeCallbackQuestion(citizen(), { token })).rejects.toMatchObject({ code: 'callback.wrong-link' });
    const closed = await steps.view(caseNumber);
    expect(closed).toMatchObject({ stage: 'closed', outcome: 'solved' });
    const said = closed.timeline.find(({ type }) => type === 'CallbackRecorded');
    expect(said).toMatchObject({ by: 'citizen', payload: { bySms: true, satisfaction: 'satisfied' } });
    expect(said?.texts).toEqual({ text: SAID.text });
    await whole.drain();
    expect(await whole.workflowStatus(caseNumber)).toBe('COMPLETED');
  }, 60_000);

  it('dissatisfied: the case goes back to its unit by itself', async () => {
    const { caseNumber, token } = await invited();
    await answerCallback(citizen(), { token, ...SAID, solved: false, satisfaction: 'dissatisfied' });
    expect(await steps.view(caseNumber)).toMatchObject({ stage: 'assigned', assignments: [{ term: 2 }] });
    await whole.drain();
    expect(await whole.workflowStatus(caseNumber)).toBe('RUNNING');
  }, 60_000);

  it('unanswered: he is called when its term is over, and the link leads to nothing', async () => {
    const { caseNumber, token, answerBy } = await invited();
    await whole.advanceTo(after(answerBy, 1_000));
    expect(await whole.openTasks(caseNumber)).toEqual(['callback:callback']);
    const late = answerCallback(citizen(), { token, ...SAID });
    await expect(late).rejects.toMatchObject({ code: 'callback.wrong-link' });
    await steps.satisfied(caseNumber);
  }, 60_000);

  it('is not to be guessed, and a call that came first overtakes it', async () => {
    const { caseNumber, token } = await invited();
    await steps.satisfied(caseNumber);
    await expect(answerCallback(citizen(), { token, ...SAID })).rejects.toMatchObject({ code: 'callback.wrong-link' });
    const guesses = await Promise.allSettled(
      Array.from({ length: 70 }, () => answerCallback(citizen('10.9.9.9'), { token: 'x'.repeat(43), ...SAID })),
    );
    const codes = guesses.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'in'));
    expect(codes.filter((code) => code === 'callback.wrong-link')).toHaveLength(60);
    expect(codes.filter((code) => code === 'citizen.too-many')).toHaveLength(10);
  }, 60_000);
});
