import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  exportFaxSheet,
  finishTask,
  keepFaxGateway,
  listTasks,
  reportFax,
  resendFax,
  takeFaxReport,
} from '@hotline/application';
import { readPdf } from '@hotline/infra';
import { NoticeEntity } from '@hotline/persistence';
import { Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

const A1 = { assignmentId: 'a1' };

describe('a unit that is not online, reached through the fax gateway', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
    await keepFaxGateway(whole.city.as('admin'), { domain: 'fax.city.example' });
  }, 60_000);
  afterAll(() => whole.stop());

  const sheetOf = async (caseNumber: string): Promise<string> => {
    const em = whole.city.orm.em.fork();
    const sheets = await em.find(
      NoticeEntity,
      { stream: caseNumber, kind: 'fax-sheet' },
      { orderBy: { eventNumber: 'desc' } },
    );
    return sheets[0]?.id ?? '';
  };
  const report = (sheetId: string, result: 'delivered' | 'failed', failure?: 'busy') =>
    takeFaxReport(whole.city.as('operator'), { sheetId, result, ...(failure ? { failure } : {}) });

  it('gets the sheet as a mail to its number, with the case as a PDF and nothing of the citizen that is not needed', async () => {
    const caseNumber = await steps.assigned(['village']);
    await whole.drain();
    const sheetId = await sheetOf(caseNumber);
    const mail = whole.mail.mails.find(({ recipients }) => recipients.includes('051387650001@fax.city.example'));
    expect(mail?.subject).toBe(`FAX ${sheetId}`);
    expect(mail?.attachments.map(({ contentType }) => contentType)).toEqual(['application/pdf']);
    const { content } = await exportFaxSheet(whole.city.as('operator'), {
      caseNumber,
      ...A1,
      publicUrl: 'http://hotline.example',
    });
    const { text } = await readPdf(content);
    for (const said of [`${caseNumber}-a1-1`, '袁家村委会', '查明原因，恢复供水', '139****1234', '回执'])
      expect(text).toContain(said);
    expect(text).not.toContain('13900001234');
    expect(text).not.toContain('王女士');
    expect(await whole.openTasks(caseNumber)).toEqual(['phone-acknowledge:dispatch']);
  }, 60_000);

  it('reads nothing of a citizen who wished to be known to the center alone', async () => {
    const caseNumber = await steps.assigned(['village'], { confidential: true });
    const publicUrl = 'http://hotline.example';
    const { content } = await exportFaxSheet(whole.city.as('operator'), { caseNumber, ...A1, publicUrl });
    const { text } = await readPdf(content);
    expect(text).toContain('来电人信息保密');
    expect(text).not.toContain('139****1234');
    await whole.drain();
  }, 60_000);

  it('of which no report comes, is phoned after a working hour; the call has its outcome', async () => {
    const caseNumber = await steps.assigned(['village']);
    expect(await whole.advanceToNext(caseNumber)).toBe('a1/fax:silent');
    expect(await whole.openTasks(caseNumber)).toContain('phone-fax:dispatch');
    const { items } = await listTasks(whole.city.as('operator'), { caseNumber, limit: 10 });
    const task = items.find(({ kind }) => kind === 'phone-fax');
    expect(task?.unitPhone).toBe('0513-87650000');
    const done = await finishTask(whole.city.as('operator'), {
      taskId: task?.taskId ?? '',
      outcome: '已电话告知村主任，请其当日派人',
    });
    expect(done.outcome).toBe('已电话告知村主任，请其当日派人');
    await steps.acknowledge(caseNumber, 'a1', 'operator');
    expect(await whole.openTasks(caseNumber)).toEqual([]);
  }, 60_000);

  it('whose sheet failed is phoned at once; sent again and delivered, the call need not be made', async () => {
    const caseNumber = await steps.assigned(['village']);
    await whole.drain();
    const before = (await steps.view(caseNumber)).revision;
    await report(await sheetOf(caseNumber), 'failed', 'busy');
    expect(await whole.openTasks(caseNumber)).toContain('phone-fax:dispatch');
    const seen = await steps.view(caseNumber);
    expect(seen.revision).toBe(before);
    expect(seen.timeline.at(-1)).toMatchObject({ type: 'FaxReported', by: 'fax-gateway' });
    await resendFax(whole.city.as('operator'), { caseNumber, ...A1, by: 'gateway' });
    expect(await whole.openTasks(caseNumber)).not.toContain('phone-fax:dispatch');
    await whole.drain();
    const second = await sheetOf(caseNumber);
    await report(second, 'delivered');
    await report(second, 'delivered');
    await whole.drain();
    const { assignments, timeline } = await steps.view(caseNumber);
    expect(assignments[0]?.fax).toEqual({ by: 'gateway', sheet: 2, result: 'delivered' });
    expect(timeline.filter(({ type }) => type === 'FaxReported')).toHaveLength(2);
    // The workflow knows: nothing acts at the end of the wait, the next is the acknowledgement.
    expect(await whole.advanceToNext(caseNumber)).toBe('a1/acknowledge:reminder');
  }, 60_000);

  it('without a gateway is faxed by hand, and the report of the machine is entered by hand', async () => {
    await keepFaxGateway(whole.city.as('admin'), {});
    const caseNumber = await steps.assigned(['village']);
    expect(await whole.openTasks(caseNumber)).toEqual(['fax:dispatch', 'phone-acknowledge:dispatch']);
    await reportFax(whole.city.as('operator'), { caseNumber, ...A1, sheet: 1, result: 'delivered' });
    expect(await whole.openTasks(caseNumber)).toEqual(['phone-acknowledge:dispatch']);
    await expect(resendFax(whole.city.as('operator'), { caseNumber, ...A1, by: 'gateway' })).rejects.toMatchObject({
      code: 'fax.no-gateway',
    });
    await expect(report('7f9c2ba4-e88f-4cb9-9d4b-1c52b5b8f001', 'delivered')).rejects.toMatchObject({
      code: 'fax.unknown-sheet',
    });
    await expect(keepFaxGateway(whole.city.as('operator'), {})).rejects.toMatchObject({ code: 'access.denied' });
    await whole.drain();
  }, 60_000);
});
