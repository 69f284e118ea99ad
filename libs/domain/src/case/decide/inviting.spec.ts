import { beforeEach, describe, expect, it } from '@jest/globals';
import { CITIZEN_ACTOR } from '../../access/actor.ts';
import { CaseSteps, codesOf, lead } from '../../testing/case-steps.ts';
import { type LivingCase, person } from '../../testing/living-case.ts';

const answer = (invitationNumber = 1, satisfaction: 'satisfied' | 'dissatisfied' = 'satisfied') =>
  ({
    type: 'answer-callback',
    invitationNumber,
    contactedByUnit: true,
    solved: satisfaction === 'satisfied',
    satisfaction,
  }) as const;
const invite = { type: 'invite-callback' } as const;

let steps: CaseSteps;
let lived: LivingCase;
beforeEach(() => {
  steps = new CaseSteps();
  ({ lived } = steps);
  lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1', reachable: 'on-the-phone' });
  steps.assign([lead('u1')]);
  steps.done('a1', 'u1');
});

describe('a callback by short message', () => {
  it('holds the phone until its term, and then he is called', () => {
    const events = lived.do(invite, person('operator'));
    expect(codesOf(events)).toEqual(['tell:citizen-callback:callers']);
    expect(lived.state.invited).toEqual({ number: 1, answerBy: '2026-01-06T02:00:00.000Z' });
    expect(lived.next).toMatchObject({ subject: 'callback', rung: 'try', at: '2026-01-06T02:00:00.000Z' });
    expect(codesOf(lived.until('2026-01-06T02:00:00.000Z'))).toEqual(['task:callback:callback']);
    lived.now = '2026-01-06T02:00:01.000Z';
    expect(steps.refusal(answer(), CITIZEN_ACTOR)).toBe('callback.not-invited');
    steps.called('satisfied');
    expect(lived.state.stage).toBe('closed');
  });

  it('answered, counts as he said: closed, or a redo; and each completion may ask anew', () => {
    lived.do(invite);
    lived.do(answer(1, 'dissatisfied'), CITIZEN_ACTOR);
    expect(lived.events.findLast(({ type }) => type === 'CallbackRecorded')?.payload).toMatchObject({
      result: 'reached',
      bySms: true,
    });
    expect(lived.state).toMatchObject({ stage: 'assigned', redos: 1 });
    expect(lived.state.invited).toBeUndefined();
    steps.done('a1', 'u1');
    lived.do(invite);
    expect(steps.refusal(answer(1), CITIZEN_ACTOR)).toBe('callback.not-invited');
    lived.do(answer(2), CITIZEN_ACTOR);
    expect(lived.state.stage).toBe('closed');
    expect(steps.refusal(answer(2), CITIZEN_ACTOR)).toBe('callback.not-invited');
  });

  it('is asked for once, overtaken by a call, and not where nobody left a mobile number', () => {
    lived.do(invite);
    expect(steps.refusal(invite)).toBe('callback.invited-before');
    lived.do({ type: 'record-callback', result: 'not-reached' });
    expect(steps.refusal(answer(), CITIZEN_ACTOR)).toBe('callback.not-invited');
    const silent = new CaseSteps();
    silent.assigned([lead('u1')]);
    silent.done('a1', 'u1');
    expect(silent.refusal(invite)).toBe('callback.no-mobile');
  });
});
