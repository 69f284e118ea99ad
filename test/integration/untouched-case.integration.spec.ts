import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assignCase, registerCase, verifyLedger, getCase } from '@hotline/application';
import { WholeProcess } from './whole-process.ts';
import { REQUEST } from './small-city.ts';

/** Far beyond the last rung of the due ladder of a help request. */
const MONTHS = 75 * 86_400_000;

describe('a case nobody touches', () => {
  let whole: WholeProcess;
  beforeAll(async () => {
    whole = await WholeProcess.start();
  }, 60_000);
  afterAll(() => whole.stop());

  it('is told to the shift leader within a working hour, and to the director each working day after', async () => {
    const { caseNumber } = await registerCase(whole.city.as('operator'), REQUEST);
    expect(await whole.advanceToNext(caseNumber)).toBe('intake:unanswered');
    expect(await whole.openTasks(caseNumber)).toEqual(['assign-or-answer:shift-leader']);
    expect(await whole.noticeKinds(caseNumber)).toEqual(['desk-overdue']);
    expect(await whole.advanceToNext(caseNumber)).toBe('intake:still-unanswered');
    expect(await whole.advanceToNext(caseNumber)).toBe('intake:still-unanswered');
    expect(await whole.noticeKinds(caseNumber)).toEqual(['desk-overdue', 'desk-overdue', 'desk-overdue']);
  }, 60_000);

  it('climbs every rung by itself, up to the deputy mayor', async () => {
    const { caseNumber } = await registerCase(whole.city.as('operator'), REQUEST);
    const units = [
      { unitId: 'water', role: 'lead' },
      { unitId: 'housing', role: 'co' },
    ] as const;
    await assignCase(whole.city.as('operator'), { caseNumber, units, quality: '恢复供水', feedback: '答复市民' });
    await whole.advanceTo(new Date(Date.parse(await whole.now()) + MONTHS).toISOString());
    const view = await getCase(whole.city.as('director'), { caseNumber });
    const acted = view.timeline.flatMap(({ type, payload }) =>
      type === 'RungActed' ? [`${String(payload['subject'])}:${String(payload['rung'])}`] : [],
    );
    expect(acted).toEqual(
      expect.arrayContaining(
        ['unread', 'reminder', 'phone']
          .map((rung) => `a1/acknowledge:${rung}`)
          .concat(
            ['yellow', 'red', 'urging-notice', 'supervision-notice', 'talk', 'special-report', 'still-overdue'].map(
              (rung) => `a1/due:${rung}`,
            ),
          ),
      ),
    );
    expect(view.timeline.filter(({ type }) => type === 'ProposalHappened').length).toBeGreaterThanOrEqual(4);
    expect(view.meetings).toMatchObject([{ automatic: true, status: 'convened' }]);
    expect(view.reports).toMatchObject([{ automatic: true, status: 'submitted', deputyMayorId: 'deputy' }]);
    const kinds = new Set(await whole.noticeKinds(caseNumber));
    for (const kind of [
      'assignment',
      'yellow',
      'red',
      'urging-notice',
      'supervision-notice',
      'proposal',
      'talk',
      'on-site-session',
      'meeting-invitation',
      'special-report',
      'instruction-reminder',
      'instruction-overdue',
      'still-overdue',
    ])
      expect(kinds).toContain(kind);
    expect(await whole.workflowStatus(caseNumber)).toBe('RUNNING');
    const [count] = await whole.city.orm.em
      .fork()
      .execute<{ pending: number }[]>(`select count(*)::int as pending from notice where mail = 'pending'`);
    expect(count).toEqual({ pending: 0 });
    await expect(verifyLedger(whole.city.as('admin'))).resolves.toMatchObject({ faults: [] });
  }, 120_000);
});
