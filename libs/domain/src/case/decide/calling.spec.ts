import { describe, expect, it } from '@jest/globals';
import { CaseSteps, co, codesOf, lead } from '../../testing/case-steps.ts';
import { words } from '../../testing/living-case.ts';

const text = words('t');
const call = { type: 'record-call', another: false, text } as const;
const DAY = 86_400_000;

const later = (steps: CaseSteps, days: number): void => {
  steps.lived.now = new Date(Date.parse(steps.lived.now) + days * DAY).toISOString();
};

describe('a further call', () => {
  it('is told to the member units at work, in the house', () => {
    const steps = new CaseSteps();
    steps.assigned([lead('u1'), co('village', { member: false })]);
    expect(codesOf(steps.lived.do(call))).toEqual(['notice:call-again:handler']);
    expect(steps.lived.state.calledAt).toHaveLength(2);
  });

  it('the third within seven days makes the case urgent, once, and says why', () => {
    const steps = new CaseSteps();
    steps.assigned([lead('u1')]);
    steps.lived.do(call);
    const third = steps.lived.do(call);
    expect(third.at(-1)).toMatchObject({
      type: 'UrgencyRaised',
      payload: { from: 'ordinary', to: 'urgent', reason: 'repeated-calls', calls: 3, days: 7 },
    });
    expect(codesOf(third.slice(1))).toEqual(['notice:urgency-raised:head', 'task:phone-urging:supervision']);
    expect(steps.lived.state.urgency).toBe('urgent');
    expect(steps.lived.do(call).map(({ type }) => type)).toEqual(['CallRecorded']);
  });

  it('does not when they are further apart, and never makes an emergency less', () => {
    const slow = new CaseSteps();
    slow.registered();
    for (const _ of [1, 2, 3]) {
      later(slow, 4);
      slow.lived.do(call);
    }
    expect(slow.lived.state.urgency).toBe('ordinary');
    later(slow, 1);
    expect(codesOf(slow.lived.do(call))).toEqual(['task:assign-or-answer:shift-leader']);
    const emergency = new CaseSteps();
    emergency.registered('emergency');
    for (const _ of [1, 2, 3]) emergency.lived.do(call);
    expect(emergency.lived.state.urgency).toBe('emergency');
  });

  it('about a closed case is a reopening', () => {
    const steps = new CaseSteps();
    steps.registered();
    steps.lived.do({ type: 'answer-directly', text });
    expect(steps.refusal(call)).toBe('case.wrong-stage');
  });
});
