import { beforeEach, describe, expect, it } from '@jest/globals';
import { CaseSteps, co, codesOf, lead, unit } from '../../testing/case-steps.ts';
import { type LivingCase, words } from '../../testing/living-case.ts';

const text = words('t');

let steps: CaseSteps;
let lived: LivingCase;
beforeEach(() => {
  steps = new CaseSteps();
  ({ lived } = steps);
});

describe('after the callback', () => {
  beforeEach(() => {
    steps.assigned([lead('u1'), co('u2')]);
    steps.done('a2', 'u2');
    steps.done('a1', 'u1');
  });

  it('two redos, then a second look with a special report proposed; it stands and the draft goes', () => {
    for (const redo of [1, 2]) {
      steps.called('dissatisfied');
      expect(lived.state).toMatchObject({ stage: 'assigned', redos: redo });
      expect([steps.statusOf('a1'), steps.statusOf('a2')]).toEqual(['working', 'accepted']);
      steps.done('a1', 'u1');
      expect(lived.state.stage).toBe('completed');
    }
    steps.called('dissatisfied');
    expect(lived.state.stage).toBe('second-look');
    expect(lived.state.proposals['p1']).toMatchObject({ kind: 'special-report', status: 'open' });
    lived.do({ type: 'record-second-look', stands: false, text });
    expect(lived.state.stage).toBe('second-look');
    lived.do({ type: 'record-second-look', stands: true, text });
    expect(lived.state).toMatchObject({ stage: 'closed', openReportId: undefined });
    expect([...lived.reports.values()].map(({ state }) => state.result)).toEqual(['withdrawn']);
    expect(lived.next).toBeUndefined();
  });

  it('three tries at different hours, then closed as not reached', () => {
    for (const attempted of [1, 2]) {
      lived.do({ type: 'record-callback', result: 'not-reached' });
      expect(lived.state).toMatchObject({ stage: 'completed', callbackTries: attempted });
      expect(codesOf(lived.until(lived.next?.at ?? ''))).toEqual(['task:callback:callback']);
    }
    lived.do({ type: 'record-callback', result: 'not-reached' });
    expect(lived.events.at(-1)?.payload).toMatchObject({ reason: 'not-reached' });
    expect(lived.next).toBeUndefined();
  });

  it('an outage over the next try still brings the call', () => {
    lived.do({ type: 'record-callback', result: 'not-reached' });
    const acted = lived.outageUntil('2026-01-20T02:00:00.000Z');
    expect(codesOf(acted)).toContain('task:callback:callback');
  });

  it('closed comes back to its lead under a new term, and a unit found at work comes back too', () => {
    steps.called('satisfied');
    lived.do({ type: 'reopen', text });
    expect([lived.state.stage, steps.statusOf('a1'), steps.statusOf('a2')]).toEqual([
      'assigned',
      'working',
      'accepted',
    ]);
    steps.assign([co('u3')]);
    const closed = lived.do({ type: 'close', outcome: 'explained', text });
    expect(codesOf(closed)).toEqual(['notice:withdrawn:handler', 'notice:withdrawn:handler']);
    expect([steps.statusOf('a1'), steps.statusOf('a2'), steps.statusOf('a3')]).toEqual([
      'withdrawn',
      'accepted',
      'withdrawn',
    ]);
    expect(steps.refusal({ type: 'resume', assignmentId: 'a1', text })).toBe('case.wrong-stage');
    lived.do({ type: 'reopen', text });
    expect([lived.state.stage, steps.statusOf('a1'), steps.statusOf('a2'), steps.statusOf('a3')]).toEqual([
      'assigned',
      'working',
      'accepted',
      'working',
    ]);
  });
});

describe('a case on the books', () => {
  it('is looked at on its lead’s review date, and comes back when reopened', () => {
    steps.assigned([lead('u1')]);
    steps.acknowledge('a1', 'u1');
    const reviewAt = '2026-06-01T02:00:00.000Z';
    const books = {
      outcome: 'on-books',
      booksReviewAt: reviewAt,
      contactedAt: lived.now,
      contactMethod: 'visit',
      text,
    } as const;
    lived.do({ type: 'submit-feedback', assignmentId: 'a1', ...books }, unit('u1'));
    steps.accept('a1');
    steps.called('satisfied');
    expect(lived.next).toMatchObject({ subject: 'books', at: reviewAt });
    expect(codesOf(lived.until(reviewAt))).toEqual(['task:books-review:supervision']);
    lived.do({ type: 'reopen', text });
    expect(lived.state.ladders.running['books']).toBeUndefined();
    expect(steps.statusOf('a1')).toBe('working');
  });
});
