import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listDispatchRates, raiseDispute, returnAssignment, ruleDispute, ruleReturn } from '@hotline/application';
import { Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

const A1 = { assignmentId: 'a1' };
const OPINION = '编办答复：该职能已划入住建局';

describe('a dispute whose duty a case is', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  const disputed = async (): Promise<string> => {
    const caseNumber = await steps.assigned(['water']);
    const about = { caseNumber, ...A1, unitIds: ['housing'], text: '管道属住建局移交范围' };
    await raiseDispute(whole.city.as('water-handler'), about);
    return caseNumber;
  };

  it('is decided by the director with the staffing office’s opinion kept; the other unit leads, and the first is let go', async () => {
    const caseNumber = await disputed();
    expect(await whole.openTasks(caseNumber)).toContain('dispute:director');
    expect((await steps.view(caseNumber)).dispute).toMatchObject({ unitIds: ['housing'] });
    expect((await steps.view(caseNumber, 'water-handler')).dispute).toBeUndefined();
    const ruling = { caseNumber, leadUnitId: 'housing', text: '由住建局主办', staffingOpinion: OPINION };
    await expect(ruleDispute(whole.city.as('operator'), ruling)).rejects.toMatchObject({ code: 'access.denied' });
    await ruleDispute(whole.city.as('director'), ruling);
    await whole.drain();
    const { assignments, timeline } = await steps.view(caseNumber);
    expect(assignments).toMatchObject([
      { unitId: 'water', status: 'withdrawn' },
      { unitId: 'housing', status: 'waiting', designated: true, role: 'lead' },
    ]);
    expect(timeline.find(({ type }) => type === 'DisputeRuled')?.texts['staffingOpinion']).toBe(OPINION);
    expect(await whole.openTasks(caseNumber)).toEqual([]);
    const mail = whole.mail.mails.find(({ recipients }) => recipients.includes('housing-handler@city.example'));
    expect(mail?.text).toContain('查明原因，恢复供水');
    await expect(
      returnAssignment(whole.city.as('housing-head'), { caseNumber, assignmentId: 'a2', basis: '不属本单位' }),
    ).rejects.toMatchObject({ code: 'assignment.designated' });
  }, 60_000);

  it('that nobody decides, is told to the director when its three days are over; the first receiver’s clock went on', async () => {
    const caseNumber = await disputed();
    const rungs: string[] = [];
    while (rungs.at(-1) !== 'dispute:overdue') rungs.push(await whole.advanceToNext(caseNumber));
    expect(rungs).toContain('a1/acknowledge:reminder');
    expect(await whole.noticeKinds(caseNumber)).toContain('desk-overdue');
    await ruleDispute(whole.city.as('director'), { caseNumber, leadUnitId: 'water', text: '首接单位继续办理' });
    await whole.drain();
    expect(await whole.noticeKinds(caseNumber)).toContain('dispute-ruled');
    expect((await steps.view(caseNumber)).assignments[0]?.designated).toBe(true);
  }, 60_000);

  it('and a return count in the rates of who sent the case there', async () => {
    const caseNumber = await steps.assigned(['water']);
    await returnAssignment(whole.city.as('water-head'), { caseNumber, ...A1, basis: '属住建局职责' });
    await ruleReturn(whole.city.as('operator'), { caseNumber, ...A1, ruling: 'accepted', text: '同意' });
    const { items } = await listDispatchRates(whole.city.as('supervisor'), {});
    // Three by the operator: one moved by dispute, one returned; the director's own designation is his.
    expect(items).toMatchObject([
      { dispatcherId: 'operator', assigned: 3, returned: 1, misdirected: 2, returnRate: 1 / 3, accuracy: 1 / 3 },
      { dispatcherId: 'director', assigned: 1, returned: 0, misdirected: 0, accuracy: 1 },
    ]);
    await expect(listDispatchRates(whole.city.as('water-head'), {})).rejects.toMatchObject({ code: 'access.denied' });
  }, 60_000);
});
