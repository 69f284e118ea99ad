import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  coverCases,
  draftReport,
  endReport,
  getCase,
  getReport,
  giveInstruction,
  listReports,
  submitReport,
} from '@hotline/application';
import { workflowIdOf } from '@hotline/contracts-process';
import type { CaseState } from '@hotline/domain';
import { UnitEntity } from '@hotline/persistence';
import { after, days, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

describe('a special report over several cases', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
    await whole.city.orm.em.fork().nativeUpdate(UnitEntity, { id: 'village' }, { deputyMayorId: 'mayor' });
  }, 60_000);
  afterAll(() => whole.stop());

  const supervisor = () => whole.city.as('supervisor');
  const director = () => whole.city.as('director');

  async function drafted(caseNumber: string): Promise<string> {
    const { reports } = await draftReport(supervisor(), { caseNumber });
    return reports[0]?.reportId ?? '';
  }
  async function typesOf(caseNumber: string): Promise<string[]> {
    const { timeline } = await steps.view(caseNumber);
    return timeline.map(({ type }) => type).filter((type) => type.includes('Report') || type === 'InstructionGiven');
  }
  /** What the case's own workflow knows. */
  async function known(caseNumber: string): Promise<Pick<CaseState, 'openReportId' | 'openReportIssued'>> {
    await whole.drain();
    return whole.client.workflow.getHandle(workflowIdOf(caseNumber)).query<CaseState>('state');
  }

  it('joins cases of the same deputy mayor, with what the ledger knows of each; the instruction reaches every one', async () => {
    const [first, second, third] = [await steps.acknowledged(), await steps.acknowledged(), await steps.acknowledged()];
    const other = await steps.assigned(['village']);
    const reportId = await drafted(second);
    const refused = coverCases(supervisor(), { reportId, caseNumbers: [first, other] });
    await expect(refused).rejects.toMatchObject({ code: 'report.other-deputy-mayor' });
    const covered = await coverCases(supervisor(), { reportId, caseNumbers: [first, third] });
    expect(covered.cases.map(({ caseNumber }) => caseNumber).toSorted()).toEqual([first, second, third].toSorted());
    expect(covered.words.tried).toContain(`【${first} `);
    await expect(drafted(first)).rejects.toMatchObject({ code: 'report.already-open' });
    const fewer = await coverCases(supervisor(), { reportId, caseNumbers: [first] });
    expect(fewer.cases).toHaveLength(2);
    expect(await typesOf(third)).toEqual(['SpecialReportJoined', 'SpecialReportEnded']);

    const { number = '' } = await submitReport(director(), { reportId, folder: 'urgent' });
    expect(await known(first)).toMatchObject({ openReportId: reportId, openReportIssued: true });
    expect(whole.mail.mails.find(({ text }) => text?.includes(number))?.text).toContain(first);
    const deputy = whole.city.as('deputy');
    expect((await getCase(deputy, { caseNumber: first })).reports.map((one) => one.reportId)).toEqual([reportId]);
    const dueAt = after(await whole.now(), days(10));
    await giveInstruction(deputy, { reportId, text: '一并解决', dueAt, parts: [] });
    await endReport(director(), { reportId, result: 'solved', text: '都已解决' });
    const told = ['SpecialReportSubmitted', 'InstructionGiven', 'SpecialReportEnded'];
    expect(await typesOf(second)).toEqual(['SpecialReportDrafted', ...told]);
    expect(await typesOf(first)).toEqual(['SpecialReportJoined', ...told]);
    expect((await known(first)).openReportId).toBeUndefined();
    expect(await whole.workflowStatus(reportId)).toBe('COMPLETED');
    expect((await listReports(deputy, { limit: 50 })).items.map((one) => one.reportId)).toContain(reportId);
  }, 60_000);

  it('issued by itself when nobody answers the proposal, it is told to every case it covers', async () => {
    // Its term is longer, so it has no report of its own yet when the other has.
    const before = await steps.acknowledged(['water'], { kind: 'suggestion' });
    const caseNumber = await steps.acknowledged(['water', 'housing']);
    let reportId: string | undefined;
    for (let turn = 0; turn < 40 && !reportId; turn++) {
      await whole.advanceToNext(caseNumber);
      reportId = (await steps.view(caseNumber)).proposals.find(({ kind }) => kind === 'special-report')?.reportId;
    }
    const fresh = await steps.acknowledged();
    await coverCases(supervisor(), { reportId: reportId ?? '', caseNumbers: [before, fresh] });
    await whole.advanceTo(after(await whole.now(), days(7)));
    const report = await getReport(director(), { reportId: reportId ?? '' });
    expect(report).toMatchObject({ automatic: true });
    for (const one of [before, fresh]) {
      expect(await typesOf(one)).toContain('SpecialReportSubmitted');
      expect(await known(one)).toMatchObject({ openReportId: reportId, openReportIssued: true });
    }
  }, 120_000);

  it('a case that is completed leaves the draft; the last one takes the draft with it', async () => {
    const [first, second] = [await steps.acknowledged(), await steps.acknowledged()];
    const reportId = await drafted(first);
    await coverCases(supervisor(), { reportId, caseNumbers: [second] });
    await steps.feedBack(first);
    await steps.accept(first);
    const left = await getReport(director(), { reportId });
    expect([left.status, left.cases.map(({ caseNumber }) => caseNumber)]).toEqual(['draft', [second]]);
    await submitReport(director(), { reportId, folder: 'urgent' });
    await whole.drain();
    expect(await whole.workflowStatus(reportId)).toBe('RUNNING');
    expect(await known(second)).toMatchObject({ openReportId: reportId, openReportIssued: true });
    expect((await known(first)).openReportId).toBeUndefined();

    const [one, other] = [await steps.acknowledged(), await steps.acknowledged()];
    const draft = await drafted(one);
    await coverCases(supervisor(), { reportId: draft, caseNumbers: [other] });
    for (const caseNumber of [other, one]) {
      await steps.feedBack(caseNumber);
      await steps.accept(caseNumber);
    }
    expect(await getReport(director(), { reportId: draft })).toMatchObject({ status: 'ended', result: 'withdrawn' });
  }, 60_000);
});
