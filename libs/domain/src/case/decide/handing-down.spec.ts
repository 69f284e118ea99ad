import { describe, expect, it } from '@jest/globals';
import { explainDeadlines } from '../deadline/explain-deadlines.ts';
import { CaseSteps, lead, unit } from '../../testing/case-steps.ts';
import { SPEC_CALENDAR, words } from '../../testing/living-case.ts';
import { DEFAULT_POLICY } from '../../policy/default-policy.ts';

const text = words('t');
/** Wednesday 21:00, after desk hours; the case of Monday is to be done by the next Monday. */
const THEIRS = '2026-01-07T13:00:00.000Z';

function handedDown(externalDueAt: string): CaseSteps {
  const steps = new CaseSteps();
  steps.lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1', externalDueAt });
  return steps;
}

describe('a hand-down', () => {
  it('keeps its own earlier due, at the last working moment before it, and says so', () => {
    const steps = handedDown(THEIRS);
    steps.assign([lead('u1')]);
    expect(steps.lived.state.assignments['a1']).toMatchObject({
      dueAt: '2026-01-07T09:30:00.000Z',
      externalDueAt: THEIRS,
    });
    expect(steps.lived.state.citizenDueAt).toBe('2026-01-07T09:30:00.000Z');
    const [lines] = explainDeadlines(steps.lived.events, [DEFAULT_POLICY], SPEC_CALENDAR);
    expect(lines?.lines.map(({ code }) => code)).toContain('external-due');
  });

  it('with a later due has the term of the policy, which no extension may carry beyond it', () => {
    const steps = handedDown('2026-01-13T02:00:00.000Z');
    steps.assign([lead('u1')]);
    expect(steps.lived.state.assignments['a1']).toMatchObject({ dueAt: '2026-01-12T02:00:00.000Z' });
    steps.acknowledge('a1', 'u1');
    const asked = { type: 'request-extension', assignmentId: 'a1', reason: text } as const;
    expect(steps.refusal({ ...asked, workingDays: 2 }, unit('u1'))).toBe('extension.after-external-due');
    expect(steps.refusal({ ...asked, workingDays: 1 }, unit('u1'))).toBeUndefined();
  });

  it('is not registered with a due that has passed; where it passes at the desk, the policy’s term runs', () => {
    expect(() => handedDown('2026-01-01T02:00:00.000Z')).toThrow('register.external-due-in-past');
    const steps = handedDown('2026-01-05T03:00:00.000Z');
    steps.lived.now = '2026-01-06T02:00:00.000Z';
    steps.assign([lead('u1')]);
    expect(steps.lived.state.assignments['a1']?.externalDueAt).toBeUndefined();
  });
});

describe('a classification', () => {
  it('is completed after the call, and leaves a violation report’s caller hidden once a unit has it', () => {
    const steps = new CaseSteps();
    steps.lived.do({ type: 'register', kind: 'violation-report', urgency: 'ordinary', categoryId: 'unclassified' });
    expect(steps.refusal({ type: 'classify' })).toBe('classify.nothing-new');
    steps.assign([lead('u1')]);
    steps.lived.do({ type: 'classify', categoryId: 'c2' });
    expect(steps.lived.state.categoryId).toBe('c2');
    expect(steps.refusal({ type: 'classify', kind: 'help' })).toBe('classify.reporter-stays-hidden');
  });
});
