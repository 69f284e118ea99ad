import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerLeader,
  askAsLeader,
  cancelOnSiteSession,
  decideProposal,
  downloadDocument,
  issueNotice,
  listDocuments,
  listSupervision,
  planOnSiteSession,
  publishCriticism,
  recordOnSiteSession,
  recordTalk,
  recordUrgingCall,
  returnSlip,
} from '@hotline/application';
import { readPdf } from '@hotline/infra';
import { after, days, hours, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

const text = '请今日内办结';

describe('the supervision room', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  /** Lets the case's rungs act up to one of them. */
  async function until(caseNumber: string, rung: string): Promise<void> {
    for (let step = 0; step < 40; step++) if ((await whole.advanceToNext(caseNumber)) === rung) return;
    throw new Error(`${rung} did not come`);
  }
  const mailsTo = (person: string, words: string) =>
    whole.mail.mails.filter(
      (mail) => mail.recipients.includes(`${person}@city.example`) && `${mail.subject}${mail.text}`.includes(words),
    );

  it('issues numbered papers by itself, mails them as PDFs, and asks for the slip that does not come', async () => {
    const caseNumber = await steps.acknowledged();
    await until(caseNumber, 'a1/due:urging-notice');
    await whole.drain();
    const [paper] = (await steps.view(caseNumber)).documents;
    expect(paper?.number).toMatch(/^皋12345催〔\d{4}〕\d+号$/);
    const mail = mailsTo('water-head', caseNumber).find(({ subject }) => subject?.includes('催办单'));
    expect(mail?.text).toContain(paper?.number);
    const pdf = mail?.attachments.find(({ contentType }) => contentType === 'application/pdf');
    const said = await readPdf(new Uint8Array(pdf?.content ?? []));
    expect(said.text).toContain(paper?.number);
    expect(said.text).toContain(caseNumber);
    const file = await downloadDocument(whole.city.as('water-handler'), {
      caseNumber,
      documentId: paper?.documentId ?? '',
    });
    expect((await readPdf(file.content)).text).toEqual(said.text);
    await until(caseNumber, 'a1/return-slip:missing');
    expect(await whole.noticeKinds(caseNumber)).toContain('return-slip-missing');
    const slipped = await returnSlip(whole.city.as('water-handler'), { caseNumber, assignmentId: 'a1', text });
    expect(slipped.documents[0]?.returnedAt).toBeDefined();
    await expect(
      downloadDocument(whole.city.as('housing-handler'), { caseNumber, documentId: 'd1' }),
    ).rejects.toMatchObject({ code: 'case.not-found' });
    await expect(downloadDocument(whole.city.as('director'), { caseNumber, documentId: 'd99' })).rejects.toMatchObject({
      code: 'document.not-found',
    });
  }, 120_000);

  it('numbers papers by kind and year without gaps, also when many are issued at once and some fail', async () => {
    const numbers = async () => {
      const { items } = await listDocuments(whole.city.as('director'), { limit: 100, kind: 'supervision-notice' });
      return items.map(({ number }) => Number(/〕(\d+)号/.exec(number)?.[1])).sort((left, right) => left - right);
    };
    const cases = await Promise.all(Array.from({ length: 6 }, () => steps.acknowledged()));
    const issued = await Promise.allSettled(
      cases.map((caseNumber, index) =>
        issueNotice(whole.city.as('supervisor', index % 3 === 0 ? { expectedRevision: 99 } : {}), {
          caseNumber,
          assignmentId: 'a1',
          notice: 'supervision-notice',
          text,
        }),
      ),
    );
    expect(issued.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    const given = await numbers();
    expect(given).toEqual(given.map((_, index) => index + 1));
    await expect(listDocuments(whole.city.as('water-head'), { limit: 10 })).rejects.toMatchObject({
      code: 'access.denied',
    });
  }, 120_000);

  it('knows whom to phone now: why, how late, how often already, what to say, what comes next; a call finishes it', async () => {
    const caseNumber = await steps.acknowledged();
    await until(caseNumber, 'a1/due:red');
    const own = async () =>
      (await listSupervision(whole.city.as('supervisor'), { limit: 100 })).items.find(
        (entry) => entry.caseNumber === caseNumber,
      );
    const entry = await own();
    expect(entry).toMatchObject({
      unitId: 'water',
      record: 'record-urging-call',
      urged: 0,
      next: { rung: 'urging-notice' },
    });
    expect(entry?.why).toContain('红灯');
    expect(entry?.script).toContain(caseNumber);
    const call = { caseNumber, assignmentId: 'a1', text: '无人接听' };
    await recordUrgingCall(whole.city.as('supervisor'), { ...call, result: 'not-reached' });
    expect(await own()).toMatchObject({ urged: 1, lastCall: { result: 'not-reached' } });
    const promisedBy = after(await whole.now(), hours(2));
    await recordUrgingCall(whole.city.as('supervisor'), { ...call, result: 'promised', promisedBy });
    expect(await own()).toBeUndefined();
    await until(caseNumber, 'a1/promise:broken');
    expect(await own()).toMatchObject({ urged: 2, lastCall: { result: 'promised' } });
    await expect(listSupervision(whole.city.as('water-head'), { limit: 10 })).rejects.toMatchObject({
      code: 'access.denied',
    });
  }, 120_000);

  it('plans a session on the spot with a calendar entry, calls it off under the same one, and asks for the findings', async () => {
    const caseNumber = await steps.acknowledged();
    const startsAt = after(await whole.now(), days(2));
    const plan = { caseNumber, assignmentId: 'a1', startsAt, place: '泵房', party: '副主任带队', car: '苏F12345' };
    await planOnSiteSession(whole.city.as('supervisor'), plan);
    await whole.drain();
    const invited = mailsTo('water-head', caseNumber).find(({ text: body }) => body?.includes('苏F12345'));
    const calendar = invited?.attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
    expect(calendar?.content.toString('utf8')).toContain(`${caseNumber}-a1-on-site-1@`);
    await cancelOnSiteSession(whole.city.as('supervisor'), { caseNumber, assignmentId: 'a1', text: '下雨改期' });
    await whole.drain();
    const cancelled = mailsTo('water-head', '下雨改期').flatMap(({ attachments }) => attachments);
    expect(cancelled.map(({ content }) => content.toString('utf8')).join('')).toContain('METHOD:CANCEL');
    await planOnSiteSession(whole.city.as('supervisor'), plan);
    await until(caseNumber, 'a1/on-site:record');
    expect(await whole.openTasks(caseNumber)).toContain('on-site-session:supervision');
    const recorded = await recordOnSiteSession(whole.city.as('supervisor'), {
      caseNumber,
      assignmentId: 'a1',
      text: '水压不足',
      agreement: '三日内换泵',
    });
    expect(recorded.timeline.at(-1)?.texts).toMatchObject({ text: '水压不足', agreement: '三日内换泵' });
    expect(await whole.openTasks(caseNumber)).not.toContain('on-site-session:supervision');
  }, 120_000);

  it('talks with the head by a numbered notice, and criticises in public what the director publishes', async () => {
    const caseNumber = await steps.acknowledged();
    await until(caseNumber, 'a1/due:talk');
    const talk = (await steps.view(caseNumber)).proposals.find(({ kind }) => kind === 'talk')?.id ?? '';
    await decideProposal(whole.city.as('director'), { caseNumber, proposalId: talk, decision: 'do-it', text });
    await whole.drain();
    const attached =
      mailsTo('water-head', caseNumber).find(({ subject }) => subject?.includes('约谈'))?.attachments ?? [];
    expect(attached.map(({ contentType }) => contentType)).toContain('application/pdf');
    expect(await whole.openTasks(caseNumber)).toContain('talk:supervision');
    await recordTalk(whole.city.as('supervisor'), {
      caseNumber,
      assignmentId: 'a1',
      heldAt: await whole.now(),
      attendees: '副局长',
      text: '承诺三日办结',
    });
    expect(await whole.openTasks(caseNumber)).not.toContain('talk:supervision');
    await until(caseNumber, 'a1/due:public-criticism');
    await expect(
      publishCriticism(whole.city.as('supervisor'), { caseNumber, assignmentId: 'a1', text }),
    ).rejects.toMatchObject({ code: 'access.denied' });
    await until(caseNumber, 'a1/criticism:overdue');
    const view = await publishCriticism(whole.city.as('director'), { caseNumber, assignmentId: 'a1', text });
    expect(view.documents.map(({ kind }) => kind)).toContain('public-criticism');
    expect(await whole.openTasks(caseNumber)).not.toContain('public-criticism:supervision');
  }, 180_000);

  it('answers a leader by his term, is reminded before, and he is told the answer, also of a closed case', async () => {
    const caseNumber = await steps.completed();
    await steps.satisfied(caseNumber);
    await whole.drain();
    expect(await whole.workflowStatus(caseNumber)).toBe('COMPLETED');
    await askAsLeader(whole.city.as('deputy'), { caseNumber, text: '群众真的满意吗' });
    await whole.drain();
    expect(await whole.workflowStatus(caseNumber)).toBe('RUNNING');
    expect(await whole.openTasks(caseNumber)).toEqual(['leader-question:supervision']);
    expect(await whole.advanceToNext(caseNumber)).toBe('question/q1:reminder');
    expect(await whole.advanceToNext(caseNumber)).toBe('question/q1:overdue');
    const view = await answerLeader(whole.city.as('supervisor'), { caseNumber, questionId: 'q1', text: '已再次回访' });
    expect(view.questions).toMatchObject([{ leaderId: 'deputy', answer: '已再次回访' }]);
    await whole.drain();
    expect(mailsTo('deputy', '已再次回访')).toHaveLength(1);
    expect(await whole.openTasks(caseNumber)).toEqual([]);
    expect(await whole.workflowStatus(caseNumber)).toBe('COMPLETED');
    await expect(askAsLeader(whole.city.as('director'), { caseNumber, text })).rejects.toMatchObject({
      code: 'access.denied',
    });
  }, 120_000);

  // Last: an emergency that nobody takes is told of every half hour, day and night.
  it('puts danger first, then what a leader asks about', async () => {
    const ordinary = await steps.acknowledged();
    await until(ordinary, 'a1/due:red');
    const asked = await steps.acknowledged();
    await askAsLeader(whole.city.as('mayor'), { caseNumber: asked, text: '为何未决' });
    const urgent = await steps.assigned(['water'], { urgency: 'emergency' });
    await until(urgent, 'a1/acknowledge:reminder');
    const { items, total } = await listSupervision(whole.city.as('director'), { limit: 100 });
    const order = items.map(({ caseNumber }) => caseNumber);
    expect(order.indexOf(urgent)).toBeLessThan(order.indexOf(asked));
    expect(order.indexOf(asked)).toBeLessThan(order.indexOf(ordinary));
    expect(total).toBeGreaterThanOrEqual(3);
  }, 120_000);
});
