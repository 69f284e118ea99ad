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

const contact = (contactedAt: string) =>
  ({ type: 'record-contact', assignmentId: 'a1', contactedAt, contactMethod: 'phone', text }) as const;
const acknowledge = { type: 'acknowledge', assignmentId: 'a1' } as const;

describe('a unit that has acknowledged', () => {
  it('is reminded after a working day that it has not spoken with the citizen, and its head after another', () => {
    steps.assigned([lead('u1')]);
    lived.do(acknowledge, unit('u1'));
    expect(lived.next).toMatchObject({ subject: 'a1/contact', rung: 'reminder', at: '2026-01-06T02:00:00.000Z' });
    expect(codesOf(lived.until('2026-01-06T02:00:00.000Z'))).toEqual(['notice:contact-reminder:handler']);
    expect(codesOf(lived.until('2026-01-07T02:00:00.000Z'))).toEqual(['notice:contact-reminder:head']);
    lived.do(contact(lived.now), unit('u1'));
    expect(lived.state.ladders.running['a1/contact']).toBeUndefined();
    expect(lived.state.assignments['a1']?.firstContactAt).toBe('2026-01-07T02:00:00.000Z');
  });

  it('is not reminded once it has fed back, or while it is suspended', () => {
    steps.assigned([lead('u1')]);
    lived.do(acknowledge, unit('u1'));
    lived.do({ type: 'suspend', assignmentId: 'a1', cause: 'weather', reviewAt: '2026-01-12T02:00:00.000Z', text });
    expect(codesOf(lived.until('2026-01-08T02:00:00.000Z'))).toEqual([]);
    lived.do({ type: 'resume', assignmentId: 'a1', text });
    expect(lived.state.ladders.running['a1/contact']?.rungs[0]?.at).toBe('2026-01-09T02:00:00.000Z');
    steps.feedBack('a1', 'u1');
    expect(lived.state.ladders.running['a1/contact']).toBeUndefined();
  });

  it('owes no call to who reported a violation, for praise, and in an emergency', () => {
    for (const kind of ['violation-report', 'praise'] as const) {
      steps = new CaseSteps();
      ({ lived } = steps);
      lived.do({ type: 'register', kind, urgency: 'ordinary', categoryId: 'c1' });
      steps.assign([lead('u1', { term: { workingDays: 5 } })]);
      lived.do(acknowledge, unit('u1'));
      expect(lived.state.ladders.running['a1/contact']).toBeUndefined();
    }
  });

  it('owes no call to who is known to the center alone, for it has no number of his', () => {
    steps = new CaseSteps();
    ({ lived } = steps);
    lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1', confidential: true });
    steps.assign([lead('u1')]);
    steps.acknowledge('a1', 'u1');
    expect(lived.state.ladders.running['a1/contact']).toBeUndefined();
  });

  it('writes down a call that was made, since it has the case, and of its own', () => {
    steps.assigned([lead('u1'), co('u2', { member: false })]);
    lived.do(acknowledge, unit('u1'));
    expect(steps.refusal(contact('2026-01-05T03:00:00.000Z'), unit('u1'))).toBe('contact.in-future');
    expect(steps.refusal(contact('2026-01-04T03:00:00.000Z'), unit('u1'))).toBe('contact.before-assignment');
    expect(steps.refusal(contact(lived.now), unit('u2'))).toBe('assignment.not-found');
    expect(steps.refusal(contact(lived.now))).toBe('assignment.unit-is-online');
    lived.do({ ...acknowledge, assignmentId: 'a2', way: 'phone' });
    lived.do({ ...contact(lived.now), assignmentId: 'a2', way: 'phone' });
    expect(lived.events.at(-1)).toMatchObject({ type: 'CitizenContacted', payload: { onBehalf: true } });
  });
});

describe('the review', () => {
  const review = (accepted: boolean, ...checks: { item: string; passed: boolean }[]) =>
    ({ type: 'review', assignmentId: 'a1', accepted, checks, text }) as const;
  const checks = () => lived.events.findLast(({ type }) => type === 'FeedbackReviewed')?.payload;

  it('keeps what was answered, and what the ledger knows by itself', () => {
    steps.assigned([lead('u1')]);
    steps.feedBack('a1', 'u1');
    lived.do(review(true, { item: 'basis-given', passed: true }, { item: 'evidence-given', passed: false }));
    expect(checks()).toMatchObject({
      checks: [
        { item: 'contacted-in-time', passed: true, byLedger: true },
        { item: 'answered-in-person', passed: true, byLedger: true },
        { item: 'basis-given', passed: true },
        { item: 'evidence-given', passed: false },
      ],
    });
  });

  it('knows that the citizen heard late', () => {
    steps.assigned([lead('u1')]);
    lived.do(acknowledge, unit('u1'));
    lived.until('2026-01-08T02:00:00.000Z');
    steps.feedBack('a1', 'u1');
    lived.do(review(false));
    expect(checks()).toMatchObject({ checks: [{ item: 'contacted-in-time', passed: false, byLedger: true }, {}] });
  });

  it('does not accept what fails a required item, and knows the list', () => {
    steps.assigned([lead('u1')]);
    steps.feedBack('a1', 'u1');
    const failing = { item: 'basis-given', passed: false };
    expect(steps.refusal(review(true, failing))).toBe('review.check-failed');
    expect(steps.refusal(review(true, { item: 'constructor', passed: true }))).toBe('review.unknown-check');
    expect(steps.refusal(review(false, failing, failing))).toBe('review.check-twice');
    expect(steps.refusal(review(false, failing))).toBeUndefined();
  });
});
