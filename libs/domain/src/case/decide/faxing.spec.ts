import { describe, expect, it } from '@jest/globals';
import { nextAction } from '../../ledger/ladder.ts';
import { CaseSteps, codesOf, lead } from '../../testing/case-steps.ts';
import { person, words } from '../../testing/living-case.ts';

const text = words('t');
const operator = person('operator');
const gateway = { userId: 'fax-gateway', role: 'gateway' } as const;
const village = (faxBy: 'gateway' | 'hand') => lead('u3', { member: false, faxBy });
const failed = { type: 'report-fax', assignmentId: 'a1', sheet: 1, result: 'failed', failure: 'busy' } as const;
const delivered = { type: 'report-fax', assignmentId: 'a1', sheet: 1, result: 'delivered' } as const;

describe('a unit that is not online', () => {
  it('gets its sheet by the gateway, or from a person, and a phone call at once', () => {
    const steps = new CaseSteps();
    steps.registered();
    expect(codesOf(steps.assign([village('gateway')]))).toEqual([
      'notice:fax-sheet:fax',
      'task:phone-acknowledge:dispatch',
    ]);
    const byHand = new CaseSteps();
    byHand.registered();
    expect(codesOf(byHand.assign([village('hand')]))).toEqual(['task:fax:dispatch', 'task:phone-acknowledge:dispatch']);
  });

  it('is phoned when no report on its sheet comes within a working hour', () => {
    const steps = new CaseSteps();
    steps.assigned([village('gateway')]);
    const next = nextAction(steps.lived.state);
    expect(next).toMatchObject({
      subject: 'a1/fax',
      rung: 'silent',
      at: '2026-01-05T03:00:00.000Z',
      effects: ['task:phone-fax:dispatch'],
    });
  });

  it('of whose emergency no report comes, is phoned after ten minutes of the clock', () => {
    const steps = new CaseSteps('2026-01-05T15:00:00.000Z');
    steps.assigned([village('gateway')], 'emergency');
    expect(steps.lived.state.ladders.running['a1/fax']?.rungs[0]?.at).toBe('2026-01-05T15:10:00.000Z');
  });

  it('whose sheet arrived, is waited for as any other; of one that failed there is a call to make', () => {
    const steps = new CaseSteps();
    steps.assigned([village('gateway')]);
    const events = steps.lived.do(failed, gateway);
    expect(codesOf(events)).toEqual(['task:phone-fax:dispatch']);
    expect(steps.lived.state.ladders.running['a1/fax']).toBeUndefined();
    expect(steps.lived.state.assignments['a1']?.fax).toEqual({ by: 'gateway', sheet: 1, result: 'failed' });
    const arrived = new CaseSteps();
    arrived.assigned([village('gateway')]);
    expect(codesOf(arrived.lived.do(delivered, gateway))).toEqual([]);
    expect(nextAction(arrived.lived.state)?.subject).toBe('a1/acknowledge');
  });

  it('told of twice by the gateway, or after it answered, is not told of again; a person is', () => {
    const steps = new CaseSteps();
    steps.assigned([village('gateway')]);
    steps.lived.do(delivered, gateway);
    expect(steps.lived.do(failed, gateway)).toEqual([]);
    expect(steps.lived.do({ ...delivered, assignmentId: 'a9' }, gateway)).toEqual([]);
    expect(() => steps.lived.do(failed, operator)).toThrow('fax.reported-before');
    expect(() => steps.lived.do({ ...failed, sheet: 2 }, operator)).toThrow('fax.unknown-sheet');
  });

  it('is faxed once more under the next number, and waited for anew', () => {
    const steps = new CaseSteps();
    steps.assigned([village('gateway')]);
    steps.lived.do(failed, gateway);
    const events = steps.lived.do({ type: 'resend-fax', assignmentId: 'a1', by: 'hand' }, operator);
    expect(codesOf(events)).toEqual(['task:fax:dispatch']);
    expect(steps.lived.state.assignments['a1']?.fax).toEqual({ by: 'hand', sheet: 2 });
    expect(nextAction(steps.lived.state)?.subject).toBe('a1/fax');
    expect(() => steps.lived.do({ ...failed, sheet: 2, failure: undefined }, operator)).toThrow('fax.failure-missing');
  });

  it('has its answers entered by the center, with the way they came; a member unit answers itself', () => {
    const steps = new CaseSteps();
    steps.assigned([village('hand')]);
    expect(() => steps.lived.do({ type: 'acknowledge', assignmentId: 'a1' }, operator)).toThrow('way-missing');
    const [event] = steps.lived.do(
      { type: 'acknowledge', assignmentId: 'a1', way: 'paper', answeredBy: text },
      operator,
    );
    expect(event?.payload).toMatchObject({ onBehalf: true, way: 'paper', answeredBy: text });
    expect(steps.lived.state.ladders.running['a1/fax']).toBeUndefined();
    const member = new CaseSteps();
    member.assigned([lead('u1')]);
    expect(() =>
      member.lived.do({ type: 'acknowledge', assignmentId: 'a1', way: 'phone' }, person('unit-handler', 'u1')),
    ).toThrow('own-answer');
    expect(() => member.lived.do({ type: 'resend-fax', assignmentId: 'a1', by: 'hand' }, operator)).toThrow('online');
  });
});
