import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../access/actor.ts';
import { CaseSteps, codesOf, lead } from '../../testing/case-steps.ts';
import { person, words } from '../../testing/living-case.ts';

const text = words('t');
const delegate: Actor = { ...person('supervisor'), powers: ['set-terms'] };

describe('another term than the policy’s', () => {
  let steps: CaseSteps;
  beforeEach(() => {
    steps = new CaseSteps();
  });

  it('at an assignment is the director’s, or whom he gave the power, with a reason', () => {
    steps.registered();
    const assigning = {
      type: 'assign',
      units: [lead('u1', { term: { workingDays: 3 } })],
      quality: text,
      feedback: text,
    } as const;
    expect(steps.refusal({ ...assigning, termReason: text }, person('operator'))).toBe('term.director-only');
    expect(steps.refusal(assigning, delegate)).toBe('term.reason-missing');
    const [assigned] = steps.lived.do({ ...assigning, termReason: text }, delegate);
    expect(assigned?.payload).toMatchObject({ termReason: text, assignments: [{ termGiven: true }] });
  });

  it('leaves the policy’s terms to operators, without a reason', () => {
    steps.registered();
    const assigning = { type: 'assign', units: [lead('u1')], termReason: text, quality: text, feedback: text } as const;
    const [assigned] = steps.lived.do(assigning, person('operator'));
    expect(assigned?.payload).not.toHaveProperty('termReason');
  });

  it('later begins a new term to the last desk moment before it, sooner or later', () => {
    steps.assigned([lead('u1')]);
    steps.acknowledge('a1', 'u1');
    const sunday = { type: 'change-term', assignmentId: 'a1', dueAt: '2026-01-25T04:00:00.000Z', text } as const;
    expect(steps.refusal(sunday, person('supervisor'))).toBe('term.director-only');
    const events = steps.lived.do(sunday);
    expect(codesOf(events)).toEqual(['notice:term-changed:handler', 'notice:term-changed:head']);
    expect(steps.lived.state.assignments['a1']).toMatchObject({ dueAt: '2026-01-23T09:30:00.000Z', term: 2 });
    expect(steps.lived.state.ladders.running['a1/due']?.term).toBe(2);
    steps.lived.do({ ...sunday, dueAt: '2026-01-07T02:00:00.000Z' }, delegate);
    expect(steps.lived.state.assignments['a1']).toMatchObject({ dueAt: '2026-01-07T02:00:00.000Z', term: 3 });
    expect(steps.refusal({ ...sunday, dueAt: '2026-01-04T02:00:00.000Z' })).toBe('assignment.due-in-past');
  });
});
