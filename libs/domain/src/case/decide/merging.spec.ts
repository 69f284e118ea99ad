import { describe, expect, it } from '@jest/globals';
import { nextAction } from '../../ledger/ladder.ts';
import { CaseSteps, co, codesOf, lead } from '../../testing/case-steps.ts';
import { words } from '../../testing/living-case.ts';

const text = words('t');
const into = { type: 'merge', leadCaseNumber: '202601050099', text } as const;
const taking = {
  type: 'take-in',
  mergedCaseNumber: '202601050099',
  calledAt: ['2026-01-05T01:00:00.000Z', '2026-01-05T01:30:00.000Z'],
  text,
} as const;

describe('the case that is merged', () => {
  it('waits for nothing any more; who was not done is told, who was done stays so', () => {
    const steps = new CaseSteps();
    steps.assigned([lead('u1'), co('u2'), co('village', { member: false })]);
    steps.done('a2', 'u2');
    expect(codesOf(steps.lived.do(into))).toEqual(['notice:withdrawn:handler', 'task:fax:dispatch']);
    const { state } = steps.lived;
    expect(state).toMatchObject({ stage: 'merged', mergedInto: '202601050099' });
    expect(nextAction(state)).toBeUndefined();
    expect(['a1', 'a2', 'a3'].map((id) => steps.statusOf(id))).toEqual(['withdrawn', 'accepted', 'withdrawn']);
    expect(steps.refusal(into)).toBe('case.wrong-stage');
    expect(steps.refusal({ type: 'close', outcome: 'solved', text })).toBe('case.wrong-stage');
    expect(steps.refusal({ type: 'reopen', text })).toBe('case.wrong-stage');
  });

  it('set free again, goes on with whom the merging found at work, under new terms', () => {
    const steps = new CaseSteps();
    steps.assigned([lead('u1'), co('u2')]);
    steps.done('a2', 'u2');
    steps.lived.do(into);
    steps.lived.do({ type: 'unmerge', text });
    const { state } = steps.lived;
    expect(state.stage).toBe('assigned');
    expect(state.mergedInto).toBeUndefined();
    expect(state.assignments['a1']).toMatchObject({ status: 'working', term: 2 });
    expect(steps.statusOf('a2')).toBe('accepted');
    expect(nextAction(state)?.key).toBe('a1/due:2:yellow:1');
    steps.done('a1', 'u1');
    expect(steps.lived.state.stage).toBe('completed');
  });

  it('is not merged while a joint meeting of it is open', () => {
    const steps = new CaseSteps();
    steps.assigned([lead('u1')]);
    steps.lived.do({ type: 'convene-meeting', unitIds: ['u1'], startsAt: '2026-01-08T02:00:00.000Z' });
    expect(steps.refusal(into)).toBe('merge.meeting-open');
  });
});

describe('the case that carries on', () => {
  it('has the other’s calls from now on, which may make it urgent; its units are told', () => {
    const steps = new CaseSteps();
    steps.assigned([lead('u1')]);
    const taken = steps.lived.do(taking);
    expect(taken.map(({ type }) => type)).toEqual(['CaseMerged', 'UrgencyRaised']);
    expect(codesOf(taken)[0]).toBe('notice:call-again:handler');
    expect(steps.lived.state).toMatchObject({ stage: 'assigned', urgency: 'urgent', merged: ['202601050099'] });
    expect(steps.lived.state.calledAt).toHaveLength(3);
    expect(steps.refusal(taking)).toBe('merge.same-case');
  });

  it('lets one out while it is open, and not after', () => {
    const steps = new CaseSteps();
    steps.assigned([lead('u1')]);
    const out = { type: 'let-out', mergedCaseNumber: '202601050099', text } as const;
    expect(steps.refusal(out)).toBe('merge.not-merged');
    steps.lived.do(taking);
    steps.lived.do(out);
    expect(steps.lived.state.merged).toEqual([]);
    steps.lived.do(taking);
    steps.lived.do({ type: 'close', outcome: 'explained', text });
    expect(steps.refusal(out)).toBe('merge.lead-ended');
  });
});
