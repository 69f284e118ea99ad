import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decideFeedbackProposal, endAbsence, keepUnitSetting, noteAbsence } from '@hotline/application';
import { after, days, hours, Steps } from './steps.ts';
import type { Person } from './small-city.ts';
import { WholeProcess } from './whole-process.ts';

describe('负责人审批: feedback that the head of a unit approves', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
    await keepUnitSetting(whole.city.as('water-head'), { unitId: 'water', headApproves: true });
  }, 60_000);
  afterAll(() => whole.stop());

  const decide = (by: Person, caseNumber: string, approved: boolean) =>
    decideFeedbackProposal(whole.city.as(by), { caseNumber, assignmentId: 'a1', approved, text: '写明责任人' });
  const types = async (caseNumber: string, by: Person = 'water-handler') =>
    (await steps.view(caseNumber, by)).timeline.map(({ type }) => type);

  it('is a setting of the head, and of nobody else of the unit', async () => {
    for (const by of ['water-handler', 'housing-head', 'director'] as const)
      await expect(keepUnitSetting(whole.city.as(by), { unitId: 'water', headApproves: false })).rejects.toMatchObject({
        code: 'access.denied',
      });
  });

  it('waits for the head while the term runs; he is reminded, sends it back, approves', async () => {
    const caseNumber = await steps.acknowledged();
    const { dueAt } = (await steps.view(caseNumber, 'water-handler')).assignments[0] ?? {};
    const proposed = await steps.feedBack(caseNumber);
    expect(proposed.assignments).toMatchObject([{ status: 'working', dueAt, feedbackProposed: { outcome: 'solved' } }]);
    await whole.drain();
    expect(await whole.advanceToNext(caseNumber)).toBe('a1/head-approval:reminder');
    expect((await whole.noticeKinds(caseNumber)).filter((kind) => kind === 'feedback-proposed')).toHaveLength(2);
    await expect(decide('water-handler', caseNumber, true)).rejects.toMatchObject({ code: 'access.denied' });
    await decide('water-head', caseNumber, false);
    expect(await whole.noticeKinds(caseNumber)).toContain('feedback-sent-back');
    await steps.feedBack(caseNumber);
    const approved = await decide('water-head', caseNumber, true);
    expect(approved.assignments).toMatchObject([{ status: 'feedback', dueAt }]);
    for (const [by, sees] of [
      ['operator', true],
      ['mayor', true],
      ['deputy', false],
    ] as const)
      expect([by, (await types(caseNumber, by)).includes('FeedbackProposed')]).toEqual([by, sees]);
    await steps.accept(caseNumber);
    await steps.satisfied(caseNumber);
  }, 90_000);

  it('waits for nobody who is away: his substitute decides; where there is none it goes out at once', async () => {
    const now = await whole.now();
    const span = { from: after(now, -hours(1)), until: after(now, days(20)) };
    const head = whole.city.as('water-head');
    const alone = await noteAbsence(head, span);
    const first = await steps.acknowledged();
    await steps.feedBack(first);
    expect(await types(first)).not.toContain('FeedbackProposed');
    expect(await types(first)).toContain('FeedbackSubmitted');
    await endAbsence(head, { absenceId: alone.absenceId });

    const second = await steps.acknowledged();
    await steps.feedBack(second);
    const { absenceId } = await noteAbsence(head, { ...span, substituteId: 'water-handler' });
    const seen = await steps.view(second, 'water-handler');
    expect(seen.actions.map(({ type }) => type)).toContain('decide-feedback-proposal');
    await decide('water-handler', second, true);
    expect((await steps.view(second, 'operator')).assignments).toMatchObject([{ status: 'feedback' }]);
    await endAbsence(head, { absenceId });
    const third = await steps.acknowledged();
    await steps.feedBack(third);
    const away = await noteAbsence(head, span);
    await steps.feedBack(third);
    expect((await steps.view(third, 'operator')).assignments).toMatchObject([{ status: 'feedback' }]);
    await endAbsence(head, { absenceId: away.absenceId });
  }, 90_000);
});
