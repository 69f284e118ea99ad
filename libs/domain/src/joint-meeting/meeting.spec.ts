import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextAction } from '../ledger/ladder.ts';
import { attempt } from '../testing/arbitrary-walk.ts';
import { LivingCase, person, words } from '../testing/living-case.ts';
import { evolveMeeting } from './evolve-meeting.ts';
import type { MeetingCommand } from './meeting-command.ts';
import type { MeetingEvent } from './meeting-event.ts';
import type { MeetingState } from './meeting-state.ts';

const text = words('t');
const ID = '202601050042-meeting-1';
let lived: LivingCase;

function convened(startsAt = '2026-01-09T02:00:00.000Z'): void {
  lived = new LivingCase('2026-01-05T02:00:00.000Z');
  lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
  lived.do({ type: 'convene-meeting', unitIds: ['u1', 'u2'], startsAt });
}
beforeEach(() => convened());

const state = (): MeetingState => {
  const meeting = lived.meetings.get(ID)?.state;
  if (!meeting) throw new Error('no meeting');
  return meeting;
};
const next = () => nextAction(state());
const held = (dueAt = '2026-01-16T02:00:00.000Z'): MeetingCommand => ({
  type: 'hold',
  settled: true,
  minutes: text,
  attendedUnitIds: ['u1'],
  resolutions: [
    { unitId: 'u1', text, dueAt },
    { unitId: 'u2', text, dueAt },
  ],
});
const refusal = (command: MeetingCommand, actor = person('director')) =>
  attempt(() => lived.doMeeting(ID, command, actor))?.code;

describe('a joint meeting', () => {
  it('invites, reminds a working day before, and asks for minutes a working day after', () => {
    expect(lived.meetings.get(ID)?.events[0]?.payload.effects).toMatchObject([
      { code: 'notice:meeting-invitation:units' },
    ]);
    expect(next()).toMatchObject({ rung: 'reminder', at: '2026-01-08T02:00:00.000Z' });
    lived.until('2026-01-08T02:00:00.000Z');
    expect(next()).toMatchObject({ rung: 'minutes', at: '2026-01-12T02:00:00.000Z' });
  });

  it('called within a working day needs no reminder: the invitation is one, also on a weekend', () => {
    convened('2026-01-05T08:00:00.000Z');
    expect(next()?.rung).toBe('minutes');
    lived.now = '2026-01-09T10:00:00.000Z';
    lived.doMeeting(ID, { type: 'reschedule', startsAt: '2026-01-10T02:00:00.000Z', text });
    expect(next()?.rung).toBe('minutes');
  });

  it('moved counts its invitation up and reminds for the new time, under keys of its own', () => {
    lived.until('2026-01-08T02:00:00.000Z');
    lived.doMeeting(ID, { type: 'reschedule', startsAt: '2026-01-13T02:00:00.000Z', text });
    expect(state().sequence).toBe(1);
    expect(next()).toMatchObject({ key: 'reminder:2:reminder:1', at: '2026-01-12T02:00:00.000Z' });
    expect(refusal({ type: 'reschedule', startsAt: '2026-01-01T02:00:00.000Z', text })).toBe('meeting.in-past');
  });

  it('held follows each resolution until its unit finished it; another unit’s does not exist for it', () => {
    lived.now = '2026-01-09T04:00:00.000Z';
    expect(refusal(held('2026-01-09T03:00:00.000Z'))).toBe('resolution.due-in-past');
    lived.doMeeting(ID, held());
    const u1 = person('unit-handler', 'u1');
    expect(refusal({ type: 'finish-resolution', resolutionId: 'r2', text }, u1)).toBe('resolution.not-found');
    expect(refusal({ type: 'finish-resolution', resolutionId: 'constructor', text })).toBe('resolution.not-found');
    lived.doMeeting(ID, { type: 'finish-resolution', resolutionId: 'r1', text }, u1);
    expect(refusal({ type: 'finish-resolution', resolutionId: 'r1', text }, u1)).toBe('resolution.done-before');
    expect(next()?.subject).toBe('resolution/r2');
    lived.doMeeting(ID, { type: 'finish-resolution', resolutionId: 'r2', text });
    expect(next()).toBeUndefined();
  });

  it('sends the minutes to whoever came, should have come, or has something to do by them', () => {
    lived.now = '2026-01-09T04:00:00.000Z';
    const substitutes = [{ unitId: 'u1', person: text, inPlaceOf: text }];
    const minutes = { ...held(), attendedUnitIds: ['u1', 'u3'], substitutes } as MeetingCommand;
    expect(refusal({ ...held(), attendedUnitIds: ['u2'], substitutes } as MeetingCommand)).toBe(
      'meeting.substitute-absent',
    );
    const [happened] = lived.doMeeting(ID, minutes);
    const told = happened?.payload.effects?.filter(({ code }) => code === 'notice:meeting-minutes:handler');
    expect(told?.map(({ unitId }) => unitId)).toEqual(['u1', 'u3', 'u2']);
    expect(happened?.payload).toMatchObject({ attendedUnitIds: ['u1', 'u3'], substitutes });
  });

  it('cancelled tells the units and waits for nothing more', () => {
    lived.doMeeting(ID, { type: 'cancel', text });
    expect(next()).toBeUndefined();
    expect([refusal(held()), refusal({ type: 'cancel', text })]).toEqual([
      'meeting.wrong-status',
      'meeting.wrong-status',
    ]);
  });

  it('refuses an event of a type it does not know', () => {
    const unknown = { ...lived.meetings.get(ID)?.events[0], type: 'MeetingForgotten' } as unknown as MeetingEvent;
    expect(() => evolveMeeting(state(), unknown)).toThrow('unknown event MeetingForgotten');
  });

  it('refuses only by rules, asks for no rung twice and is never forgotten, in whatever order', () => {
    const instants = fc.constantFrom(
      '2026-01-04T02:00:00.000Z',
      '2026-01-14T02:00:00.000Z',
      '2026-02-25T02:00:00.000Z',
      'soon',
      '9999-01-01T00:00:00.000Z',
    );
    const commands: fc.Arbitrary<MeetingCommand> = fc.oneof(
      instants.map((startsAt) => ({ type: 'reschedule' as const, startsAt, text })),
      instants.map((dueAt) => held(dueAt)),
      fc.constant({ type: 'cancel' as const, text }),
      fc
        .constantFrom('r1', 'r2', 'r9', '__proto__')
        .map((resolutionId) => ({ type: 'finish-resolution' as const, resolutionId, text })),
    );
    const steps = fc.array(fc.record({ command: commands, hours: fc.nat(200) }), { maxLength: 20 });
    fc.assert(
      fc.property(steps, (path) => {
        convened();
        for (const { command, hours } of path) {
          lived.until(new Date(Date.parse(lived.now) + hours * 3_600_000).toISOString());
          refusal(command);
          const { status, resolutions } = state();
          const owes = status === 'convened' || Object.values(resolutions).some(({ doneAt }) => !doneAt);
          expect(next() !== undefined).toBe(owes);
        }
        const events = lived.meetings.get(ID)?.events ?? [];
        const keys = events.flatMap(({ actionKey }) => actionKey ?? []);
        expect(new Set(keys).size).toBe(keys.length);
        expect(events.reduce<MeetingState | undefined>(evolveMeeting, undefined)).toEqual(state());
      }),
      { numRuns: 60 },
    );
  });
});
