import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  declareEmergency,
  declineCase,
  listTasks,
  receiptHandOver,
  receiptTransfer,
  recordTransferOutcome,
  requireUrgentReport,
  returnResult,
  sendUrgentReport,
  transferCase,
  verifyLedger,
} from '@hotline/application';
import { after, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

const MINUTE = 60_000;

describe('where minutes count', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  });
  afterAll(() => whole.stop());

  const passed = async (minutes: number) => whole.advanceTo(after(await whole.now(), minutes * MINUTE));
  const operator = () => whole.city.as('operator');
  const mailedTo = (word: string): string[] =>
    whole.mail.mails.filter(({ subject }) => subject?.includes(word)).flatMap(({ recipients }) => recipients);

  it('转办: the result is asked for before the superior’s due, also when the case has long been closed', async () => {
    const externalDueAt = after(await whole.now(), 10 * 24 * 60 * MINUTE);
    const caseNumber = await steps.registered({
      channel: 'hand-down-prefecture',
      externalNumber: '通12345-42',
      externalDueAt,
    });
    await expect(returnResult(operator(), { caseNumber, replyNumber: '皋复42', text: '还没办' })).rejects.toMatchObject(
      { code: 'hand-down.not-answered' },
    );
    await declineCase(operator(), { caseNumber, reason: 'already-answered', text: '已答复' });
    await whole.advanceTo(after(externalDueAt, MINUTE));
    expect(await steps.rungs(caseNumber)).toEqual(['hand-down:remind', 'hand-down:overdue']);
    expect((await listTasks(whole.city.as('operator'), { caseNumber, limit: 10 })).items).toMatchObject([
      { kind: 'return-result', queue: 'dispatch' },
    ]);
    const { emergency } = await returnResult(operator(), { caseNumber, replyNumber: '皋复42', text: '已办结' });
    expect(emergency.handDown).toMatchObject({ resultBy: externalDueAt, returnedAt: expect.any(String) });
    expect(await whole.openTasks(caseNumber)).toEqual([]);
    await whole.drain();
    expect(await whole.workflowStatus(caseNumber)).toBe('COMPLETED');
    await expect(verifyLedger(whole.city.as('admin'))).resolves.toMatchObject({ faults: [] });
  }, 60_000);

  it('应急处置: the director is told at once, the unit is phoned, and its ladder climbs in minutes', async () => {
    const caseNumber = await steps.assigned(['water']);
    const declared = await declareEmergency(operator(), { caseNumber, reason: '水已漫入配电房' });
    expect(declared).toMatchObject({ urgency: 'emergency', emergency: { since: expect.any(String) } });
    expect(declared.actions.map(({ type }) => type)).not.toContain('declare-emergency');
    await whole.drain();
    expect(mailedTo('应急处置')).toEqual(['director@city.example', 'water-head@city.example']);
    expect(await whole.openTasks(caseNumber)).toContain('emergency-call:dispatch');
    await passed(61);
    expect(await steps.rungs(caseNumber)).toEqual(
      expect.arrayContaining([
        'a1/acknowledge:reminder',
        'a1/acknowledge:shift-leader',
        'a1/first-report:missing',
        'a1/first-report:director',
      ]),
    );
    const lines = declared.deadlines.find(({ subject }) => subject === 'a1')?.lines.map(({ code }) => code);
    expect(lines).toContain('emergency-declared');
    const unitsOwn = await steps.view(caseNumber, 'water-handler');
    expect(Object.keys(unitsOwn.emergency)).toEqual(['since']);
    expect(unitsOwn.timeline.map(({ type }) => type)).toContain('EmergencyDeclared');
    await expect(
      declareEmergency(whole.city.as('water-head'), { caseNumber, reason: '不是中心' }),
    ).rejects.toMatchObject({ code: 'access.denied' });
  }, 60_000);

  it('紧急信息报送: reminds the director of what is not sent, and goes to mayor, deputy mayor and director', async () => {
    const caseNumber = await steps.assigned(['water']);
    await requireUrgentReport(operator(), { caseNumber, reason: '医院停水' });
    await passed(31);
    expect(await steps.rungs(caseNumber)).toEqual(
      expect.arrayContaining(['urgent-report:prepare', 'urgent-report:late']),
    );
    expect(await whole.openTasks(caseNumber)).toEqual(expect.arrayContaining(['urgent-report:director']));
    const words = { what: '主管爆裂', where: '海阳南路', casualties: '无', measures: '已关阀', atScene: '水务副总' };
    const nextAt = after(await whole.now(), 60 * MINUTE);
    await sendUrgentReport(operator(), { caseNumber, ...words, nextAt });
    await whole.drain();
    expect(mailedTo('紧急信息报送').sort()).toEqual([
      'deputy@city.example',
      'director@city.example',
      'mayor@city.example',
    ]);
    expect(whole.mail.mails.find(({ subject }) => subject?.includes('紧急信息报送'))?.text).toContain('海阳南路');
    expect(await whole.openTasks(caseNumber)).not.toContain('urgent-report:director');
    await passed(61);
    expect((await steps.view(caseNumber)).emergency.urgentReport).toMatchObject({ sent: 1, reportBy: nextAt });
    await sendUrgentReport(operator(), { caseNumber, ...words });
    await expect(sendUrgentReport(operator(), { caseNumber, ...words })).rejects.toMatchObject({
      code: 'urgent-report.none',
    });
  }, 60_000);

  it('转接119: half an hour later a task asks what became of it, though the case was declined at once', async () => {
    const caseNumber = await steps.registered();
    const { emergency } = await transferCase(operator(), {
      caseNumber,
      line: '119',
      cause: 'emergency',
      text: '三楼冒烟',
    });
    expect(emergency.transfers).toMatchObject([{ id: 't1', line: '119' }]);
    await declineCase(operator(), { caseNumber, reason: 'emergency-line', text: '已转119' });
    await whole.drain();
    expect(await whole.workflowStatus(caseNumber)).toBe('RUNNING');
    await passed(31);
    expect(await whole.openTasks(caseNumber)).toEqual(['transfer-outcome:shift-leader']);
    await recordTransferOutcome(operator(), { caseNumber, transferId: 't1', text: '已扑灭' });
    await whole.drain();
    expect(await whole.openTasks(caseNumber)).toEqual([]);
    expect(await whole.workflowStatus(caseNumber)).toBe('COMPLETED');
  });

  it('110 hands over and takes back, each against a receipt', async () => {
    const caseNumber = await steps.registered({ channel: 'hand-over-110' });
    expect(await whole.openTasks(caseNumber)).toEqual(['transfer-receipt:dispatch']);
    await receiptHandOver(operator(), { caseNumber, receivedBy: '110 李警官', text: '已受理' });
    expect(await whole.openTasks(caseNumber)).toEqual([]);
    await transferCase(operator(), { caseNumber, line: '110', cause: 'hand-back', text: '涉嫌治安案件' });
    await passed(11);
    expect(await whole.openTasks(caseNumber)).toEqual(['transfer-receipt:shift-leader']);
    await receiptTransfer(operator(), { caseNumber, transferId: 't1', receivedBy: '110 李警官', number: 'J317' });
    expect(await whole.openTasks(caseNumber)).toEqual([]);
    await expect(
      receiptTransfer(operator(), { caseNumber, transferId: 't9', receivedBy: '110' }),
    ).rejects.toMatchObject({ code: 'transfer.not-found' });
    await declineCase(operator(), { caseNumber, reason: 'not-ours', text: '已移交110' });
  });
});
