import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '../instant.ts';
import { nextAction } from '../ledger/ladder.ts';
import { attempt } from '../testing/arbitrary-walk.ts';
import { LivingCase, person, words } from '../testing/living-case.ts';
import { evolveMeeting } from './evolve-meeting.ts';
import type { MeetingCommand } from './meeting-command.ts';
import { isPolling, unansweredOf, type MeetingState } from './meeting-state.ts';

const ID = '202601050042-meeting-9';
const TIMES = ['2026-01-09T02:00:00.000Z', '2026-01-12T02:00:00.000Z', '2026-01-13T06:30:00.000Z'] as const;
const [FIRST, SECOND, THIRD] = TIMES;
const UNITS = ['u1', 'u2', 'u3'];
let lived: LivingCase;

function asked(otherTimes: readonly Instant[] = [THIRD, SECOND, FIRST]): void {
  lived = new LivingCase('2026-01-05T02:00:00.000Z');
  lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
  const facts = { caseNumber: lived.state.caseNumber, unitIds: UNITS, startsAt: FIRST, automatic: false };
  lived.doMeeting(ID, { type: 'open', ...facts, otherTimes });
}
beforeEach(() => asked());

const state = (): MeetingState => {
  const meeting = lived.meetings.get(ID)?.state;
  if (!meeting) throw new Error('no meeting');
  return meeting;
};
const next = () => nextAction(state());
const answer = (unitId: string, ...suits: Instant[]): MeetingCommand => ({ type: 'answer-poll', unitId, suits });
const refusal = (command: MeetingCommand, actor = person('director')) =>
  attempt(() => lived.doMeeting(ID, command, actor))?.code;
const codesOf = (events: readonly { payload: { effects?: readonly { code: string; unitId?: string }[] } }[]) =>
  events.flatMap(({ payload }) =>
    (payload.effects ?? []).map(({ code, unitId }) => (unitId ? `${code} ${unitId}` : code)),
  );
const happened = (from: number) => lived.meetings.get(ID)?.events.slice(from) ?? [];

describe('asking which time suits', () => {
  it('asks first and invites nobody yet; the times are in order, each once', () => {
    expect(state().poll).toMatchObject({ times: TIMES, answerBy: '2026-01-06T02:00:00.000Z', answers: {} });
    expect(codesOf(happened(0))).toEqual(['notice:meeting-poll:units']);
    expect(next()).toMatchObject({ subject: 'poll', rung: 'phone', at: '2026-01-06T02:00:00.000Z' });
  });

  it('phones whoever is silent by the term, and takes the time that suits most a working day later', () => {
    lived.doMeeting(ID, answer('u1', SECOND, THIRD), person('unit-handler', 'u1'));
    const before = happened(0).length;
    lived.until('2026-01-06T02:00:00.000Z');
    expect(codesOf(happened(before))).toEqual(['task:phone-poll:supervision u2', 'task:phone-poll:supervision u3']);
    lived.doMeeting(ID, answer('u2', THIRD));
    expect(happened(0).at(-1)?.payload.ladders?.drop).toEqual(['poll/u2']);
    const answered = happened(0).length;
    lived.until('2026-01-07T02:00:00.000Z');
    expect(happened(answered).map(({ type }) => type)).toEqual(['RungActed', 'MeetingTimeFixed']);
    expect(codesOf(happened(answered))).toEqual(['notice:meeting-invitation:units']);
    expect(state()).toMatchObject({ startsAt: THIRD, sequence: 0, poll: { fixed: true } });
    expect(next()).toMatchObject({ rung: 'reminder', at: '2026-01-12T06:30:00.000Z' });
  });

  it('the last answer is work for the center, who takes one of the times', () => {
    lived.doMeeting(ID, answer('u1'));
    lived.doMeeting(ID, answer('u2', SECOND));
    expect(codesOf(lived.doMeeting(ID, answer('u3', FIRST, SECOND)))).toEqual(['task:fix-meeting-time:supervision']);
    expect(codesOf(lived.doMeeting(ID, answer('u1', FIRST)))).toEqual([]);
    expect(refusal({ type: 'fix-time', startsAt: '2026-01-10T02:00:00.000Z' })).toBe('meeting.not-proposed');
    lived.doMeeting(ID, { type: 'fix-time', startsAt: FIRST });
    expect(state().startsAt).toBe(FIRST);
    expect(refusal(answer('u1', FIRST))).toBe('meeting.no-poll');
  });

  it('is answered by whom it was put to; nothing else happens to the meeting before its time stands', () => {
    const u1 = person('unit-handler', 'u1');
    expect(refusal(answer('u2', FIRST), u1)).toBe('meeting.not-invited');
    expect(refusal(answer('u9', FIRST))).toBe('meeting.not-invited');
    expect(refusal(answer('u1', '2026-01-10T02:00:00.000Z'), u1)).toBe('meeting.not-proposed');
    expect(refusal({ type: 'reschedule', startsAt: THIRD, text: words('t') })).toBe('meeting.time-open');
    const facts = { caseNumber: '202601050042', unitIds: UNITS, startsAt: FIRST, automatic: false };
    const late = { type: 'open', ...facts, otherTimes: ['2026-01-05T08:00:00.000Z'] } as const;
    expect(attempt(() => lived.doMeeting('202601050042-meeting-8', late))?.code).toBe('meeting.poll-too-late');
    lived.doMeeting(ID, { type: 'cancel', text: words('t') });
    expect(next()).toBeUndefined();
  });

  it('ends by itself in one time of those that are still to come, however the units answer and whenever it wakes', () => {
    const suits = fc.subarray([...TIMES]);
    const answers = fc.array(fc.tuple(fc.constantFrom(...UNITS), suits), { maxLength: 8 });
    fc.assert(
      fc.property(answers, fc.nat(400), (given, hours) => {
        asked();
        for (const [unitId, times] of given) lived.doMeeting(ID, answer(unitId, ...times));
        expect(unansweredOf(state())).toEqual(UNITS.filter((unit) => !given.some(([unitId]) => unitId === unit)));
        const wake = new Date(Date.parse('2026-01-07T02:00:00.000Z') + hours * 3_600_000).toISOString();
        lived.now = wake;
        const due = next();
        if (due) lived.doMeeting(ID, { type: 'act', key: due.key, at: wake }, { userId: 'machine', role: 'machine' });
        expect(isPolling(state())).toBe(false);
        const { startsAt, poll } = state();
        expect(startsAt > wake).toBe(true);
        const voices = (at: Instant) => Object.values(poll?.answers ?? {}).filter((times) => times.includes(at)).length;
        const open = TIMES.filter((at) => at > wake);
        if (open.length > 0) {
          expect(open).toContain(startsAt);
          expect(voices(startsAt)).toBe(Math.max(...open.map(voices)));
        }
        const { events = [] } = lived.meetings.get(ID) ?? {};
        expect(events.reduce<MeetingState | undefined>(evolveMeeting, undefined)).toEqual(state());
      }),
      { numRuns: 80 },
    );
  });
});
