import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CITIZEN_NOTICES } from '../../ledger/effect.ts';
import { DEFAULT_POLICY } from '../../policy/default-policy.ts';
import { CaseSteps, co, codesOf, lead } from '../../testing/case-steps.ts';
import { LivingCase, words } from '../../testing/living-case.ts';
import type { Reachable } from '../case-event.ts';

const text = words('t');
const REQUEST = { type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' } as const;
const toldOf = (events: Parameters<typeof codesOf>[0]): string[] =>
  codesOf(events).filter((code) => code.startsWith('tell:'));

function reachable(how: Reachable = 'on-the-phone'): CaseSteps {
  const steps = new CaseSteps();
  expect(toldOf(steps.lived.do({ ...REQUEST, reachable: how }))).toEqual(['tell:citizen-accepted:callers']);
  return steps;
}

describe('a caller with a mobile number', () => {
  it('is told of a transfer when his case gets a lead, of a granted extension of the lead, and of the close', () => {
    const steps = reachable();
    expect(toldOf(steps.assign([lead('u1'), co('u2')]))).toEqual(['tell:citizen-transferred:callers']);
    expect(toldOf(steps.assign([co('u3')]))).toEqual([]);
    for (const assignmentId of ['a1', 'a2']) {
      steps.acknowledge(assignmentId, assignmentId === 'a1' ? 'u1' : 'u2');
      steps.lived.do(
        { type: 'request-extension', assignmentId, workingDays: 1, reason: text },
        {
          userId: 'h',
          role: 'unit-handler',
          unitId: assignmentId === 'a1' ? 'u1' : 'u2',
        },
      );
    }
    const decide = (assignmentId: string, granted: boolean) =>
      toldOf(steps.lived.do({ type: 'decide-extension', assignmentId, granted, text }));
    expect(decide('a2', true)).toEqual([]);
    expect(decide('a1', true)).toEqual(['tell:citizen-extended:callers']);
    expect(toldOf(steps.lived.do({ type: 'close', outcome: 'solved', text }))).toEqual(['tell:citizen-closed:callers']);
  });

  it('hears the desk’s answer on the phone, and is told of it where he wrote', () => {
    const answer = { type: 'answer-directly', text } as const;
    expect(toldOf(reachable('on-the-phone').lived.do(answer))).toEqual([]);
    expect(toldOf(reachable('in-writing').lived.do(answer))).toEqual(['tell:citizen-closed:callers']);
    const declined = reachable('in-writing').lived.do({ type: 'decline', reason: 'litigation', text });
    expect(toldOf(declined)).toEqual(['tell:citizen-closed:callers']);
  });

  it('may come later: by a further call, or with a case that is taken in', () => {
    const called = new CaseSteps();
    called.registered();
    called.lived.do({ type: 'record-call', another: true, text, reachable: 'on-the-phone' });
    expect(called.lived.state.reachable).toBe('on-the-phone');
    const lead = new CaseSteps();
    lead.registered();
    const taken = { mergedCaseNumber: '202601050099', calledAt: [lead.lived.now], text } as const;
    lead.lived.do({ type: 'take-in', ...taken, reachable: 'in-writing' });
    lead.lived.do({ type: 'record-call', another: true, text, reachable: 'on-the-phone' });
    expect(lead.lived.state.reachable).toBe('in-writing');
  });

  it('is told what the policy says and no more; nobody is told of a training, or of what came in bulk', () => {
    fc.assert(
      fc.property(
        fc.subarray([...CITIZEN_NOTICES]),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom<(Reachable | undefined)[]>(undefined, 'on-the-phone', 'in-writing'),
        (citizenNotices, training, backlog, how) => {
          const lived = new LivingCase('2026-01-05T02:00:00.000Z', { ...DEFAULT_POLICY, citizenNotices });
          const command = { ...REQUEST, training, backlog, ...(how ? { reachable: how } : {}) };
          const told = [
            ...toldOf(lived.do(command)),
            ...toldOf(lived.do({ type: 'assign', units: [lead('u1')], quality: text, feedback: text })),
            ...toldOf(lived.do({ type: 'close', outcome: 'solved', text })),
          ];
          const expected = ['citizen-accepted', 'citizen-transferred', 'citizen-closed'] as const;
          const tells = how !== undefined && !training && !backlog;
          expect(told).toEqual(
            tells
              ? expected.filter((notice) => citizenNotices.includes(notice)).map((notice) => `tell:${notice}:callers`)
              : [],
          );
        },
      ),
    );
  });
});
