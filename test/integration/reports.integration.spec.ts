import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  closeCase,
  countReports,
  decideOpenInstruction,
  decideProposal,
  downloadReport,
  draftReport,
  endReport,
  followUpReport,
  getCase,
  getReport,
  giveInstruction,
  listDocuments,
  listInstructionParts,
  listReports,
  listReportVersions,
  readReport,
  recordUrgingCall,
  reportPart,
  reviewPart,
  reviseReport,
  submitReport,
  type AppError,
} from '@hotline/application';
import type { ProposalKind } from '@hotline/domain';
import { readPdf } from '@hotline/infra';
import { CaseFileEntity, SpecialReportEntity, UserEntity } from '@hotline/persistence';
import type { Person } from './small-city.ts';
import { after, days, hours, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

const WORDS = {
  trouble: '二百余名退休职工医保无着落',
  cause: '改制时未缴清',
  wayOut: '财政垫付，分年归还',
  tried: '两次会办',
  asked: '请确定垫付渠道',
};

describe('proposals and special reports', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());
  /** What a story left open would be pursued through all that follow it. */
  afterEach(async () => {
    const em = whole.city.orm.em.fork();
    const reports = await em.find(SpecialReportEntity, { status: { $ne: 'ended' } });
    for (const { id: reportId } of reports)
      await endReport(director(), { reportId, result: 'withdrawn', text: '至此' });
    const cases = await em.find(CaseFileEntity, { stage: { $nin: ['closed', 'declined', 'merged'] } });
    for (const { caseNumber } of cases) await closeCase(director(), { caseNumber, outcome: 'explained', text: '至此' });
  });

  const director = () => whole.city.as('director');
  async function drafted(words = WORDS): Promise<{ caseNumber: string; reportId: string }> {
    const caseNumber = await steps.acknowledged();
    const { reports } = await draftReport(whole.city.as('supervisor'), { caseNumber, ...words });
    return { caseNumber, reportId: reports[0]?.reportId ?? '' };
  }
  async function submitted(): Promise<{ caseNumber: string; reportId: string }> {
    const { caseNumber, reportId } = await drafted();
    await reviseReport(whole.city.as('supervisor'), { reportId, ...WORDS, tried: '三次会办' });
    await submitReport(director(), { reportId, folder: 'urgent' });
    await whole.drain();
    return { caseNumber, reportId };
  }

  /** Late until the machine proposes this. */
  async function proposed(kind: ProposalKind): Promise<{ caseNumber: string; proposalId: string }> {
    const caseNumber = await steps.acknowledged(['water', 'housing']);
    for (let turn = 0; turn < 40; turn++) {
      await whole.advanceToNext(caseNumber);
      const proposal = (await steps.view(caseNumber)).proposals.find((one) => one.kind === kind);
      if (proposal) return { caseNumber, proposalId: proposal.id };
    }
    throw new Error(`${kind} was never proposed`);
  }

  it('that can wait lies in the weekly folder until all of the week go out in one mail; then the time begins', async () => {
    const deputy = whole.city.as('deputy');
    const [one, two, withdrawn] = [
      await drafted(),
      await drafted({ ...WORDS, asked: '请协调沿江码头补偿' }),
      await drafted(),
    ];
    const issued = [];
    for (const { reportId } of [one, two, withdrawn])
      issued.push(await submitReport(director(), { reportId, folder: 'weekly' }));
    const [{ deliverAt = '', number = '' } = {}, { number: second = '' } = {}] = issued;
    expect(issued.map((each) => [each.folder, each.standing, each.deliverAt])).toEqual(
      Array(3).fill(['weekly', 'waiting', deliverAt]),
    );
    await endReport(director(), { reportId: withdrawn.reportId, result: 'withdrawn', text: '单位已办结' });
    await whole.drain();
    expect(whole.mail.mails.filter(({ text }) => text?.includes(number))).toEqual([]);
    expect(await whole.noticeKinds(one.caseNumber)).not.toContain('special-report');

    const found = async (more: object) =>
      (await listReports(deputy, { limit: 50, folder: 'weekly', ...more })).items.map(({ reportId }) => reportId);
    expect(await found({ standing: 'waiting' })).toEqual([two.reportId, one.reportId]);
    expect(await found({ q: '沿江码头' })).toEqual([two.reportId]);
    expect(await found({ q: second })).toEqual([two.reportId]);
    expect(await found({ q: '%' })).toEqual([]);
    expect(await found({ deputyMayorId: 'another' })).toEqual([]);
    expect((await countReports(deputy)).items).toContainEqual({ folder: 'weekly', standing: 'waiting', count: 2 });

    await whole.advanceTo(after(deliverAt, hours(1)));
    const mails = whole.mail.mails.filter(({ text }) => text?.includes(number));
    expect(mails.map(({ recipients }) => recipients)).toEqual([['deputy@city.example']]);
    expect(mails[0]?.text).toContain(second);
    const papers = mails[0]?.attachments.map(({ content }) => readPdf(new Uint8Array(content))) ?? [];
    const texts = (await Promise.all(papers)).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts[1]).toContain('沿江码头');

    const { deliveredAt = '', instructionBy = '' } = await getReport(deputy, { reportId: two.reportId });
    expect(deliveredAt >= deliverAt).toBe(true);
    expect((await getReport(deputy, { reportId: withdrawn.reportId })).deliveredAt).toBeUndefined();
    await expect(readReport(director(), { reportId: one.reportId })).rejects.toMatchObject({ code: 'access.denied' });
    const events = (await getReport(deputy, { reportId: one.reportId })).revision;
    const read = await readReport(deputy, { reportId: one.reportId });
    expect(read).toMatchObject({ standing: 'read', revision: events });
    await readReport(deputy, { reportId: one.reportId });
    expect((await getReport(director(), { reportId: one.reportId })).readAt).toBe(read.readAt);
    expect(await found({ standing: 'delivered' })).toEqual([two.reportId]);

    for (const { caseNumber } of [one, two])
      expect(await whole.noticeKinds(caseNumber)).not.toContain('instruction-reminder');
    await whole.advanceTo(after(instructionBy, hours(1)));
    for (const { caseNumber } of [one, two])
      expect(await whole.noticeKinds(caseNumber)).toContain('instruction-reminder');
    expect(whole.mail.mails.filter(({ text }) => text?.includes(number))).toHaveLength(1);
  }, 60_000);

  it('units report on their own parts; the center sends back, or accepts, and then the part is done', async () => {
    const { caseNumber, reportId } = await submitted();
    const dueAt = after(await whole.now(), days(8));
    const parts = ['water', 'housing'].map((unitId) => ({ unitId, text: `${unitId}的分工`, dueAt }));
    await giveInstruction(whole.city.as('deputy'), { reportId, text: '两家分头落实', dueAt, parts });
    const own = async (person: Person) =>
      (await listInstructionParts(whole.city.as(person), { limit: 50, status: 'open' })).items.filter(
        (part) => part.reportId === reportId,
      );
    expect(await own('water-handler')).toMatchObject([
      { partId: 'i1', instruction: '两家分头落实', text: 'water的分工', deputyMayorName: 'deputy' },
    ]);
    expect((await own('housing-head')).map(({ partId }) => partId)).toEqual(['i2']);
    expect(await own('supervisor')).toEqual([]);

    const words = { reportId, partId: 'i1', text: '已更换一半', done: false };
    const refused = async (person: Person, more: object = {}) =>
      reportPart(whole.city.as(person), { ...words, ...more }).catch((error: unknown) => (error as AppError).code);
    expect(await refused('housing-head')).toBe('instruction.part-not-found');
    expect(await refused('water-head', { partId: 'i2' })).toBe('instruction.part-not-found');
    expect(await refused('supervisor')).toBe('access.denied');
    await expect(getReport(whole.city.as('water-head'), { reportId })).rejects.toMatchObject({
      code: 'report.not-found',
    });

    await reportPart(whole.city.as('water-handler'), words);
    await reportPart(whole.city.as('water-head'), { ...words, text: '全部更换', done: true });
    expect(await whole.openTasks(caseNumber)).toContain('part-review:supervision');
    const supervisor = whole.city.as('supervisor');
    await reviewPart(supervisor, { reportId, partId: 'i1', accepted: false, text: '二单元没有换' });
    await whole.drain();
    const mail = whole.mail.mails.find(({ text }) => text?.includes('二单元没有换'));
    expect(mail?.recipients).toEqual(['water-head@city.example']);
    expect(await whole.openTasks(caseNumber)).not.toContain('part-review:supervision');
    const [sentBack] = await own('water-head');
    expect(sentBack?.said.map(({ kind }) => kind)).toEqual(['progress', 'done', 'sent-back']);

    await reportPart(whole.city.as('water-head'), { ...words, text: '二单元也换了', done: true });
    await whole.advanceTo(after(await whole.now(), days(4)));
    expect(await whole.noticeKinds(caseNumber)).toContain('desk-overdue');
    const { parts: seen } = await reviewPart(supervisor, { reportId, partId: 'i1', accepted: true });
    expect(seen.map(({ id, status }) => [id, status])).toEqual([
      ['i1', 'done'],
      ['i2', 'open'],
    ]);
    await whole.advanceTo(after(dueAt, hours(1)));
    const due = whole.mail.mails.filter(({ text }) => text?.includes('两家分头落实') && text.includes('现已到期'));
    expect(due.map(({ recipients }) => recipients)).toContainEqual(['housing-head@city.example']);
    expect(due.map(({ recipients }) => recipients)).not.toContainEqual(['water-head@city.example']);
    await endReport(director(), { reportId, result: 'unsolved', text: '余下另案处理' });
    const over = await listInstructionParts(whole.city.as('housing-head'), { limit: 50, status: 'over' });
    expect(over.items.map((part) => part.reportId)).toContain(reportId);
  }, 60_000);

  it('a proposal the director accepts is carried out at once', async () => {
    const { caseNumber, proposalId } = await proposed('talk');
    await decideProposal(director(), { caseNumber, proposalId, decision: 'do-it', text: '约谈负责人' });
    expect(await whole.openTasks(caseNumber)).toContain('talk:supervision');
    expect(await whole.noticeKinds(caseNumber)).toContain('talk');
    const again = decideProposal(director(), { caseNumber, proposalId, decision: 'no', text: '不必' });
    await expect(again).rejects.toMatchObject({ code: 'proposal.already-decided' });
  }, 60_000);

  it('a proposal he puts off comes back at the time he named', async () => {
    const { caseNumber, proposalId } = await proposed('on-site');
    const until = after(await whole.now(), days(1));
    await decideProposal(director(), { caseNumber, proposalId, decision: 'not-now', until, text: '先等单位说明' });
    await whole.advanceTo(after(until, 1_000));
    const { proposals } = await steps.view(caseNumber);
    const { assignmentId } = proposals.find(({ id }) => id === proposalId) ?? {};
    const ofUnit = proposals.filter((one) => one.kind === 'on-site' && one.assignmentId === assignmentId);
    expect(ofUnit).toMatchObject([{ id: proposalId, status: 'overtaken' }, { status: 'open' }]);
  }, 60_000);

  it('a report he says no to is withdrawn, and proposed no more in this term', async () => {
    const { caseNumber, proposalId } = await proposed('special-report');
    await decideProposal(director(), { caseNumber, proposalId, decision: 'no', text: '单位已承诺' });
    expect((await steps.view(caseNumber)).reports).toMatchObject([{ status: 'ended', result: 'withdrawn' }]);
  }, 60_000);

  it('instructed in time: the units are told, the parts followed, until it is solved', async () => {
    const { caseNumber, reportId } = await submitted();
    const dueAt = after(await whole.now(), days(10));
    const parts = [{ unitId: 'water', text: '三日内恢复', dueAt: after(await whole.now(), days(3)) }];
    const empty = giveInstruction(whole.city.as('deputy'), { reportId, text: '  ', dueAt, parts });
    await expect(empty).rejects.toMatchObject({ code: 'instruction.empty' });
    await giveInstruction(whole.city.as('deputy'), { reportId, text: '请水务集团立即解决', dueAt, parts });
    const nothingAsked = reportPart(whole.city.as('housing-head'), {
      reportId,
      partId: 'i1',
      text: '已恢复',
      done: true,
    });
    await expect(nothingAsked).rejects.toMatchObject({ code: 'report.not-found' });
    await whole.drain();
    const mail = whole.mail.mails.find(
      (one) => one.recipients.includes('water-head@city.example') && one.text?.includes('请水务集团立即解决'),
    );
    expect(mail?.text).toContain('三日内恢复');
    await whole.advanceTo(after(dueAt, days(4)));
    expect(await whole.noticeKinds(caseNumber)).toEqual(expect.arrayContaining(['instruction', 'instruction-due']));
    expect(await whole.openTasks(caseNumber)).toContain('instruction-follow-up:supervision');
    // The city has no executive deputy mayor yet: what nobody decided is told to the mayor.
    const told = whole.mail.mails.find(({ recipients }) => recipients.includes('mayor@city.example'));
    expect(told?.text).toContain('请水务集团立即解决');
    await followUpReport(whole.city.as('supervisor'), { reportId, text: '已恢复', partId: 'i1' });
    const ended = await endReport(director(), { reportId, result: 'solved', text: '问题圆满解决' });
    expect(ended).toMatchObject({ status: 'ended', result: 'solved' });
    await whole.drain();
    expect(await whole.workflowStatus(reportId)).toBe('COMPLETED');
  }, 60_000);

  it('is a document: drafted from the ledger, revised in versions, issued under a number, mailed as a PDF', async () => {
    const caseNumber = await steps.acknowledged(['water', 'housing']);
    const called = { caseNumber, assignmentId: 'a1', text: '答复排期未定', result: 'explained' } as const;
    await recordUrgingCall(whole.city.as('supervisor'), called);
    const supervisor = whole.city.as('supervisor');
    const [draft] = (await draftReport(supervisor, { caseNumber, cause: '管网老化' })).reports;
    const { reportId = '', words } = draft ?? {};
    expect(words?.cause).toBe('管网老化');
    expect(words?.tried).toContain('交办水务集团（主办）、住建局（协办）；');
    expect(words?.tried).toContain('电话催办水务集团；');
    expect(words?.asked).toContain('由水务集团牵头');
    await reviseReport(supervisor, { reportId, ...WORDS });
    const { items } = await listReportVersions(director(), { reportId });
    expect(items.map(({ version, by, words: said }) => [version, by, said.cause])).toEqual([
      [1, 'supervisor', '管网老化'],
      [2, 'supervisor', WORDS.cause],
    ]);
    const deputy = whole.city.as('deputy');
    await expect(downloadReport(deputy, { reportId })).rejects.toMatchObject({ code: 'report.not-found' });
    expect((await readPdf((await downloadReport(director(), { reportId })).content)).text).toContain('草稿，未签发');

    const { number = '' } = await submitReport(director(), { reportId, folder: 'urgent' });
    expect(number).toMatch(/^皋12345专报〔\d{4}〕\d+号$/);
    await whole.drain();
    const mail = whole.mail.mails.find((one) => one.text?.includes(number));
    expect(mail?.recipients).toEqual(['deputy@city.example']);
    const pdf = mail?.attachments.find(({ contentType }) => contentType === 'application/pdf');
    const { text } = await readPdf(new Uint8Array(pdf?.content ?? []));
    for (const said of [number, caseNumber, '五、请示事项', ...Object.values(WORDS)]) expect(text).toContain(said);
    const { name, content } = await downloadReport(deputy, { reportId });
    expect([name, (await readPdf(content)).text]).toEqual([`${number}-专题专报.pdf`, text]);
    const register = await listDocuments(director(), { kind: 'special-report', limit: 10 });
    expect(register.items.find((paper) => paper.reportId === reportId)).toMatchObject({ number, caseNumber });
    await expect(listReportVersions(deputy, { reportId })).rejects.toMatchObject({ code: 'report.not-found' });
  }, 60_000);

  it('open after its term: the executive deputy mayor hears of it when the director says so, and sees the report', async () => {
    const { reportId, caseNumber } = await submitted();
    const executive = { userId: 'executive', role: 'deputy-mayor' } as const;
    const asExecutive = { ...director(), actor: executive };
    const dueAt = after(await whole.now(), days(5));
    await giveInstruction(whole.city.as('deputy'), { reportId, text: '限期解决', dueAt, parts: [] });
    const decision = { reportId, tell: true, text: '资金仍未落实' };
    await expect(decideOpenInstruction(director(), decision)).rejects.toMatchObject({
      code: 'instruction.no-executive',
    });
    const em = whole.city.orm.em.fork();
    const person = { id: 'executive', username: 'executive', name: '陆常务', mail: 'executive@city.example' };
    await em.insert(UserEntity, {
      ...person,
      role: 'deputy-mayor',
      executive: true,
      passwordHash: 'none',
      active: true,
    });
    await expect(decideOpenInstruction(director(), decision)).rejects.toMatchObject({
      code: 'instruction.not-overdue',
    });
    await whole.advanceTo(after(dueAt, hours(1)));
    expect(await whole.openTasks(caseNumber)).toContain('open-instruction:director');
    await expect(getReport(asExecutive, { reportId })).rejects.toMatchObject({ code: 'report.not-found' });
    await expect(decideOpenInstruction(whole.city.as('supervisor'), decision)).rejects.toMatchObject({
      code: 'access.denied',
    });
    await decideOpenInstruction(director(), { ...decision, tell: false, text: '再等三天' });
    expect((await getReport(director(), { reportId })).toldTo).toBeUndefined();
    expect(await whole.openTasks(caseNumber)).not.toContain('open-instruction:director');
    const told = await decideOpenInstruction(director(), decision);
    expect(told).toMatchObject({ toldTo: 'executive', status: 'instructed' });
    await whole.drain();
    const mail = whole.mail.mails.find(({ recipients }) => recipients.includes('executive@city.example'));
    expect(mail?.text).toContain('资金仍未落实');
    expect((await getReport(asExecutive, { reportId })).timeline.map(({ type }) => type)).toContain(
      'OpenInstructionDecided',
    );
    expect((await getCase(asExecutive, { caseNumber })).reports.map((one) => one.reportId)).toEqual([reportId]);
    expect((await listReports(asExecutive, { limit: 5 })).items).toHaveLength(1);
  }, 60_000);

  it('open after its term, and the director does not decide in two working days: it is told by itself', async () => {
    const { reportId, caseNumber } = await submitted();
    const dueAt = after(await whole.now(), days(1));
    await giveInstruction(whole.city.as('deputy'), { reportId, text: '限期办结此事', dueAt, parts: [] });
    await whole.advanceTo(after(dueAt, days(6)));
    expect(await whole.openTasks(caseNumber)).not.toContain('open-instruction:director');
    expect(await getReport(director(), { reportId })).toMatchObject({ toldTo: 'executive', status: 'instructed' });
    const told = whole.mail.mails.filter(
      ({ recipients, text }) => recipients.includes('executive@city.example') && text?.includes('限期办结此事'),
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('主任未在时限内决定');
  }, 60_000);

  it('not instructed in three working days: his office is reminded, then the director is told', async () => {
    const { caseNumber, reportId } = await submitted();
    await whole.advanceTo(after(await whole.now(), days(14)));
    const kinds = await whole.noticeKinds(caseNumber);
    expect(kinds).toEqual(expect.arrayContaining(['special-report', 'instruction-reminder', 'instruction-overdue']));
    expect(await whole.workflowStatus(reportId)).toBe('RUNNING');
  }, 60_000);
});
