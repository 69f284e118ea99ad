import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assignCase,
  changeTerm,
  delegate,
  endDelegation,
  listDelegations,
  type AssignCaseInput,
} from '@hotline/application';
import type { Power } from '@hotline/domain';
import type { Person } from './small-city.ts';
import { after, days, hours, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

describe('terms are the policy’s, and another the director’s to set', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  const assign = (by: Person, caseNumber: string, more: Partial<AssignCaseInput> = {}) =>
    assignCase(whole.city.as(by), {
      caseNumber,
      units: [{ unitId: 'water', role: 'lead', termWorkingDays: 3 }],
      quality: '恢复供水',
      feedback: '答复市民',
      ...more,
    });
  const give = async (powers: readonly Power[], length = days(3)) => {
    const now = await whole.now();
    const span = { from: after(now, -hours(1)), until: after(now, length) };
    return delegate(whole.city.as('director'), { toUserId: 'supervisor', powers, reason: '赴省开会', ...span });
  };

  it('at the assignment: refused to an operator, given by the director with a reason that the deadline tells', async () => {
    const caseNumber = await steps.registered();
    await expect(assign('operator', caseNumber, { termReason: '急' })).rejects.toMatchObject({
      code: 'term.director-only',
    });
    await expect(assign('director', caseNumber)).rejects.toMatchObject({ code: 'term.reason-missing' });
    const without = { units: [{ unitId: 'water', role: 'lead' }], termReason: '急' } as const;
    await expect(assign('director', caseNumber, without)).rejects.toMatchObject({ code: 'term.not-given' });
    await assign('director', caseNumber, { termReason: '春节前须恢复供水' });
    for (const by of ['director', 'water-handler'] as const) {
      const { deadlines } = await steps.view(caseNumber, by);
      const lines = deadlines.find(({ subject }) => subject === 'a1')?.lines ?? [];
      expect(lines.find(({ code }) => code === 'term-given')?.zh).toContain('春节前须恢复供水');
    }
  });

  it('later: another due begins a new term, the unit is told, the workflow waits for it', async () => {
    const caseNumber = await steps.acknowledged();
    const dueAt = after(await whole.now(), days(30));
    const input = { caseNumber, assignmentId: 'a1', dueAt, text: '管道须从外地调运' };
    for (const by of ['operator', 'supervisor', 'water-head'] as const)
      await expect(changeTerm(whole.city.as(by), input)).rejects.toMatchObject({ code: 'access.denied' });
    const { assignments, deadlines } = await changeTerm(whole.city.as('director'), input);
    const due = assignments[0]?.dueAt ?? '';
    expect(assignments[0]?.term).toBe(2);
    expect(due <= dueAt && due > after(dueAt, -days(15))).toBe(true);
    expect(deadlines[0]?.lines.find(({ code }) => code === 'term-given')?.zh).toContain('管道须从外地调运');
    await whole.drain();
    expect(await whole.noticeKinds(caseNumber)).toContain('term-changed');
    await whole.advanceTo(after(due, 1_000));
    expect(await whole.noticeKinds(caseNumber)).toContain('red');
  }, 90_000);

  it('a delegation gives the named powers alone, is recorded, and ends by itself', async () => {
    const caseNumber = await steps.acknowledged();
    const set = async () =>
      changeTerm(whole.city.as('supervisor'), {
        caseNumber,
        assignmentId: 'a1',
        dueAt: after(await whole.now(), days(30)),
        text: '管道须从外地调运',
      });
    const other = await give(['decide-proposals']);
    await expect(set()).rejects.toMatchObject({ code: 'access.denied' });
    await endDelegation(whole.city.as('director'), other);
    const { delegationId } = await give(['set-terms']);
    expect((await listDelegations(whole.city.as('supervisor'))).own).toEqual(['set-terms']);
    expect((await steps.view(caseNumber, 'supervisor')).actions.map(({ type }) => type)).toContain('change-term');
    expect((await set()).timeline.at(-1)).toMatchObject({ type: 'TermChanged', by: 'supervisor' });
    await whole.drain();
    await whole.advanceTo(after(await whole.now(), days(3)));
    expect((await listDelegations(whole.city.as('supervisor'))).own).toEqual([]);
    await expect(set()).rejects.toMatchObject({ code: 'access.denied' });
    const { items } = await listDelegations(whole.city.as('mayor'));
    expect(items.find((one) => one.delegationId === delegationId)).toMatchObject({
      holds: false,
      toUserId: 'supervisor',
    });
    await expect(endDelegation(whole.city.as('director'), { delegationId })).rejects.toMatchObject({
      code: 'delegation.over',
    });
  }, 90_000);

  it('is the director’s to give, to the center’s people, for a time to come', async () => {
    const now = await whole.now();
    const given = { powers: ['set-terms'] as const, reason: '赴省开会', from: now, until: after(now, days(1)) };
    await expect(delegate(whole.city.as('supervisor'), { ...given, toUserId: 'operator' })).rejects.toMatchObject({
      code: 'access.denied',
    });
    const by = whole.city.as('director');
    for (const toUserId of ['water-head', 'director', 'mayor'])
      await expect(delegate(by, { ...given, toUserId })).rejects.toMatchObject({ code: 'delegation.wrong-person' });
    await expect(delegate(by, { ...given, toUserId: 'operator', until: given.from })).rejects.toMatchObject({
      code: 'delegation.ends-before-start',
    });
    await expect(listDelegations(whole.city.as('water-head'))).rejects.toMatchObject({ code: 'access.denied' });
  });
});
