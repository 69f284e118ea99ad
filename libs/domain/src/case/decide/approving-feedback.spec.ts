import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { availableActions } from '../../access/case-rights.ts';
import type { Actor } from '../../access/actor.ts';
import { CaseSteps, codesOf, lead, unit } from '../../testing/case-steps.ts';
import { words } from '../../testing/living-case.ts';

const text = words('t');
const handler = unit('u1');
const head = unit('u1', 'unit-head');
const substitute: Actor = { ...unit('u1'), userId: 'another-handler', actsAsHead: true };

describe('feedback that the head of a unit approves', () => {
  let steps: CaseSteps;
  beforeEach(() => {
    steps = new CaseSteps();
    steps.assigned([lead('u1')]);
    steps.acknowledge('a1', 'u1');
  });

  const propose = (by: Actor = handler) =>
    steps.lived.do(
      {
        type: 'submit-feedback',
        assignmentId: 'a1',
        outcome: 'solved',
        text,
        contactedAt: steps.lived.now,
        contactMethod: 'phone',
        needsHead: true,
      },
      by,
    );
  const decide = (approved: boolean, by: Actor) =>
    steps.lived.do({ type: 'decide-feedback-proposal', assignmentId: 'a1', approved, text }, by);

  it('waits for him, who is told; the term of the unit runs on', () => {
    const due = steps.lived.state.ladders.running['a1/due'];
    const events = propose();
    expect(events.map(({ type }) => type)).toEqual(['FeedbackProposed']);
    expect(codesOf(events)).toEqual(['notice:feedback-proposed:head']);
    const { ladders, assignments } = steps.lived.state;
    expect(assignments['a1']).toMatchObject({ status: 'working', feedbackProposed: { outcome: 'solved' } });
    expect(ladders.running['a1/due']).toEqual(due);
    expect(ladders.held['a1/due']).toBeUndefined();
    expect(() => propose()).toThrow(expect.objectContaining({ code: 'feedback.awaits-head' }));
  });

  it('goes to the center as it was proposed once he approves, or who stands in for him', () => {
    for (const by of [head, substitute]) {
      propose();
      const events = decide(true, by);
      expect(events.map(({ type }) => type)).toEqual(['FeedbackProposalDecided', 'FeedbackSubmitted']);
      expect(events[1]?.payload).toMatchObject({ outcome: 'solved', text, onBehalf: false });
      expect(steps.lived.state.assignments['a1']?.feedbackProposed).toBeUndefined();
      expect(steps.lived.state.ladders.running['a1/head-approval']).toBeUndefined();
      steps.lived.do({ type: 'review', assignmentId: 'a1', accepted: false, text });
    }
  });

  it('goes back to the handler with words', () => {
    propose();
    const mute = { type: 'decide-feedback-proposal', assignmentId: 'a1', approved: false } as const;
    expect(() => steps.lived.do(mute, head)).toThrow(expect.objectContaining({ code: 'feedback.reason-missing' }));
    expect(codesOf(decide(false, head))).toEqual(['notice:feedback-sent-back:handler']);
    expect(() => decide(false, head)).toThrow(expect.objectContaining({ code: 'feedback.none-proposed' }));
    expect(propose().map(({ type }) => type)).toEqual(['FeedbackProposed']);
  });

  it('reminds a head who does not act, each working day', () => {
    propose();
    expect(codesOf(steps.lived.until('2026-01-05T09:30:00.000Z'))).toEqual(['notice:feedback-proposed:head']);
    expect(codesOf(steps.lived.until('2026-01-06T09:30:00.000Z'))).toContain('notice:feedback-proposed:head');
  });

  it('is his alone to decide, and his own feedback needs nobody', () => {
    propose();
    const may = (by: Actor) => availableActions(steps.lived.state, by).map(({ type }) => type);
    expect(may(handler)).not.toContain('decide-feedback-proposal');
    expect(may(head)).toContain('decide-feedback-proposal');
    expect(may(substitute)).toContain('decide-feedback-proposal');
    expect(may(unit('u2', 'unit-head'))).not.toContain('decide-feedback-proposal');
    expect(() => decide(true, handler)).toThrow(expect.objectContaining({ code: 'feedback.head-only' }));
    expect(propose(head).map(({ type }) => type)).toEqual(['FeedbackSubmitted']);
    expect(steps.lived.state.ladders.running['a1/head-approval']).toBeUndefined();
  });

  it('never moves a due, however often it goes to and fro', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), (times) => {
        steps = new CaseSteps();
        steps.assigned([lead('u1')]);
        steps.acknowledge('a1', 'u1');
        const { dueAt } = steps.lived.state.assignments['a1'] ?? {};
        for (let time = 0; time < times; time += 1) {
          propose();
          decide(false, head);
        }
        expect(steps.lived.state.assignments['a1']?.dueAt).toBe(dueAt);
        expect(steps.lived.state.ladders.running['a1/due']?.term).toBe(1);
      }),
    );
  });
});
