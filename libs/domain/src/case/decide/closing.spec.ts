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

describe('a matter on the books', () => {
  beforeEach(() => {
    steps.assigned([lead('u1')]);
    steps.acknowledge('a1', 'u1');
    const contact = { contactedAt: lived.now, contactMethod: 'visit' } as const;
    const feedback = { outcome: 'on-books', booksReviewAt: '2026-03-02T02:00:00.000Z', text, ...contact } as const;
    lived.do({ type: 'submit-feedback', assignmentId: 'a1', ...feedback }, unit('u1'));
    steps.accept('a1');
    steps.called('satisfied');
  });

  it('is decided anew on each date: kept until another, as often as it must be', () => {
    for (const [round, reviewAt] of ['2026-06-01T02:00:00.000Z', '2026-09-01T02:00:00.000Z'].entries()) {
      lived.until(lived.next?.at ?? '');
      lived.do({ type: 'review-books', reviewAt, text }, { userId: 's', role: 'supervisor' });
      expect(lived.state).toMatchObject({ stage: 'closed', outcome: 'on-books', booksReviews: round + 1 });
      expect(lived.next).toMatchObject({ subject: 'books', rung: 'review', at: reviewAt });
    }
    lived.until('2026-09-01T02:00:00.000Z');
    lived.do({ type: 'close', outcome: 'solved', text });
    expect(lived.next).toBeUndefined();
    expect(steps.refusal({ type: 'review-books', reviewAt: '2026-10-01T02:00:00.000Z', text })).toBe(
      'books.not-on-books',
    );
  });

  it('is put off to a day that comes, and comes within the year’s half', () => {
    const refusal = (reviewAt: string) => steps.refusal({ type: 'review-books', reviewAt, text });
    expect(refusal('2026-01-05T01:00:00.000Z')).toBe('books.review-in-past');
    expect(refusal('2027-03-01T01:00:00.000Z')).toBe('books.review-too-late');
    expect(refusal('some day')).toBe('instant.malformed');
  });

  it('may be taken up again long after other cases are closed for good', () => {
    lived.until('2026-12-01T02:00:00.000Z');
    expect(steps.refusal({ type: 'reopen', text })).toBeUndefined();
  });
});

describe('a reopening', () => {
  it('is too late after the policy’s term: the request is registered anew', () => {
    steps.registered();
    lived.do({ type: 'answer-directly', text });
    lived.until('2026-02-13T02:00:00.000Z');
    expect(steps.refusal({ type: 'reopen', text })).toBeUndefined();
    lived.do({ type: 'answer-directly', text });
    lived.until('2026-04-20T02:00:00.000Z');
    expect(steps.refusal({ type: 'reopen', text })).toBe('reopen.too-late');
  });
});

describe('a case that is closed against the citizen’s word', () => {
  const closedAt = (sampleRate: number, solved: boolean) => {
    steps = new CaseSteps();
    ({ lived } = steps);
    const { policy } = lived;
    lived.policy = { ...policy, closing: { ...policy.closing, sampleRate } };
    steps.assigned([lead('u1')]);
    steps.done('a1', 'u1');
    lived.do({ type: 'record-callback', result: 'reached', contactedByUnit: true, solved, satisfaction: 'basically' });
  };
  const look = (stands: boolean) => ({ type: 'record-sample-look', stands, text }) as const;

  it('is looked at when it is in the sample, once; a closing that stands stays', () => {
    closedAt(1, false);
    expect(codesOf(lived.events.slice(-1))).toEqual(['task:sample-look:quality']);
    expect(lived.next).toMatchObject({ subject: 'sample', rung: 'overdue' });
    lived.do(look(true));
    expect(lived.state).toMatchObject({ stage: 'closed', sampleLooked: true });
    expect(lived.next).toBeUndefined();
    expect(steps.refusal(look(true))).toBe('sample.not-awaited');
    lived.do({ type: 'reopen', text });
    lived.do({ type: 'close', outcome: 'explained', text });
    expect(lived.next).toBeUndefined();
  });

  it('comes back to its lead where the closing does not stand', () => {
    closedAt(1, false);
    lived.do(look(false));
    expect([lived.state.stage, steps.statusOf('a1')]).toEqual(['assigned', 'working']);
    expect(lived.state.ladders.running['sample']).toBeUndefined();
  });

  it('is not looked at outside of the sample, nor where he says that it is solved', () => {
    closedAt(0, false);
    expect(lived.next).toBeUndefined();
    closedAt(1, true);
    expect(lived.next).toBeUndefined();
  });
});
