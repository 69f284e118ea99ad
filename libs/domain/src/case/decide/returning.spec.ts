import { beforeEach, describe, expect, it } from '@jest/globals';
import { CaseSteps, co, codesOf, lead, unit } from '../../testing/case-steps.ts';
import { type LivingCase, person, words } from '../../testing/living-case.ts';

const text = words('t');

let steps: CaseSteps;
let lived: LivingCase;
beforeEach(() => {
  steps = new CaseSteps();
  ({ lived } = steps);
});

describe('a return', () => {
  it('at the last instant of its working day is in time, and a millisecond later is not', () => {
    steps.assigned([lead('u1')]);
    lived.now = '2026-01-06T02:00:00.001Z';
    const command = { type: 'return', assignmentId: 'a1', basis: text, approvedBy: 'head' } as const;
    expect(steps.refusal(command, unit('u1'))).toBe('return.too-late');
    lived.now = '2026-01-06T02:00:00.000Z';
    expect(steps.refusal(command, unit('u1'))).toBeUndefined();
  });

  it('of a case assigned on a Saturday may come until Monday’s desk closes', () => {
    steps = new CaseSteps('2026-01-10T02:00:00.000Z');
    ({ lived } = steps);
    steps.assigned([lead('u1')]);
    lived.now = '2026-01-12T09:30:00.000Z';
    steps.giveBack('a1', 'u1', 'rejected');
    expect(steps.statusOf('a1')).toBe('waiting');
  });

  it('of something already due comes too late, also where its working day is not over', () => {
    steps.assigned([lead('u1', { term: { workingHours: 2 } })]);
    lived.until('2026-01-05T06:30:00.000Z');
    expect(steps.refusal({ type: 'return', assignmentId: 'a1', basis: text, approvedBy: 'head' }, unit('u1'))).toBe(
      'return.too-late',
    );
  });

  it('of the lead, accepted while a co unit is done, leaves a way to completion with a new lead', () => {
    steps.assigned([lead('u1'), co('u2')]);
    steps.done('a2', 'u2');
    steps.giveBack('a1', 'u1', 'accepted');
    expect(lived.state.stage).toBe('registered');
    steps.assign([lead('u3')]);
    steps.done('a3', 'u3');
    expect(lived.state.stage).toBe('completed');
  });

  it('of the last open unit, accepted while the others are done, completes the case with the lead’s outcome', () => {
    steps.assigned([lead('u1'), co('u2')]);
    steps.feedBack('a1', 'u1', 'partly');
    steps.accept('a1');
    const events = steps.giveBack('a2', 'u2', 'accepted');
    expect(lived.state).toMatchObject({ stage: 'completed', outcome: 'partly' });
    expect(codesOf(events)).toContain('task:callback:callback');
    expect(Object.keys(lived.state.ladders.running)).toEqual(['callback']);
  });

  it('of the lead lets the co unit work on, and lead if it is given the case', () => {
    steps.assigned([lead('u1'), co('u2')]);
    steps.acknowledge('a2', 'u2');
    steps.giveBack('a1', 'u1', 'accepted');
    lived.do({ type: 'report-interim', assignmentId: 'a2', text }, unit('u2'));
    steps.assign([lead('u2')]);
    expect(lived.state.assignments['a2']).toMatchObject({ status: 'withdrawn', withdrawnBy: 'replacement' });
    expect(Object.keys(lived.state.ladders.running).some((subject) => subject.startsWith('a2/'))).toBe(false);
    steps.done('a3', 'u2');
    expect(lived.state.stage).toBe('completed');
  });

  it('the third time is the director’s to designate, and a designated unit cannot return', () => {
    steps.assigned([lead('u1')]);
    steps.giveBack('a1', 'u1', 'accepted');
    steps.assign([lead('u2')]);
    steps.giveBack('a2', 'u2', 'accepted');
    steps.assign([lead('u3')]);
    const returned = lived.do({ type: 'return', assignmentId: 'a3', basis: text, approvedBy: 'head' }, unit('u3'));
    expect(codesOf(returned)).toEqual(['task:ruling:director']);
    const rule = { type: 'rule-return', assignmentId: 'a3', text } as const;
    expect(steps.refusal({ ...rule, ruling: 'accepted' })).toBe('return.must-designate');
    expect(steps.refusal({ ...rule, ruling: 'designated' }, person('operator'))).toBe('return.director-only');
    lived.do({ ...rule, ruling: 'designated' });
    expect(steps.refusal({ type: 'return', assignmentId: 'a3', basis: text, approvedBy: 'head' }, unit('u3'))).toBe(
      'assignment.designated',
    );
  });

  it('does not start the desk’s clock anew while the desk already looks for a lead', () => {
    steps.assigned([lead('u1'), co('u2')]);
    steps.giveBack('a1', 'u1', 'accepted');
    const intake = lived.state.ladders.running['intake'];
    lived.now = '2026-01-05T03:00:00.000Z';
    steps.giveBack('a2', 'u2', 'accepted');
    expect(lived.state.ladders.running['intake']).toEqual(intake);
  });
});
