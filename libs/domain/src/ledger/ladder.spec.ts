import { describe, expect, it } from '@jest/globals';
import { buildLadder, goOnFrom, shiftLadder } from '../policy/build-ladder.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { workingTimeOf } from '../policy/policy.ts';
import { SPEC_CALENDAR } from '../testing/living-case.ts';
import { actOnRung } from './act.ts';
import { actionKey, changeLadders, climb, nextAction, NO_LADDERS, type Ladder, type Ladders } from './ladder.ts';

const time = workingTimeOf(DEFAULT_POLICY, SPEC_CALENDAR);
const rules = { policy: DEFAULT_POLICY, time };
const start = '2026-01-05T02:00:00.000Z';
const due = '2026-01-12T02:00:00.000Z';

const dueLadder = (now = start, term = 1): Ladder =>
  buildLadder('due', { subject: 'a1/due', term, now }, { start, due }, rules);
const running = (ladder: Ladder): Ladders => changeLadders(NO_LADDERS, { set: [ladder] });
const keyOf = ({ subject, term }: Ladder, rung: string, attempt = 1) =>
  actionKey({ subject, term, rung, try: attempt });
const at = (ladder: Ladder, rung: string): string => ladder.rungs.find((one) => one.rung === rung)?.at ?? '';

describe('the ladder of a term', () => {
  it('stands as the policy says: yellow in the last quarter, then red, urging, supervision, talk, report', () => {
    expect(dueLadder().rungs.map(({ rung, at: instant }) => `${rung} ${instant}`)).toEqual([
      'yellow 2026-01-08T09:15:00.000Z',
      'red 2026-01-12T02:00:00.000Z',
      'urging-notice 2026-01-13T02:00:00.000Z',
      'supervision-notice 2026-01-15T02:00:00.000Z',
      'talk 2026-01-19T02:00:00.000Z',
      'special-report 2026-01-26T02:00:00.000Z',
      'public-criticism 2026-01-28T02:00:00.000Z',
      'still-overdue 2026-02-02T02:00:00.000Z',
    ]);
  });

  it('begun late does not act for the time before, but its repeating rung stands as long as it does', () => {
    expect(dueLadder('2026-01-20T02:00:00.000Z').rungs.map(({ rung }) => rung)).toEqual([
      'special-report',
      'public-criticism',
      'still-overdue',
    ]);
    const veryLate = dueLadder('2026-03-02T02:00:00.000Z').rungs;
    expect(veryLate).toMatchObject([{ rung: 'still-overdue', at: '2026-03-09T02:00:00.000Z', try: 1 }]);
  });

  it('held goes on later by the working time it stood, and an emergency’s by the clock', () => {
    const stood = { from: '2026-01-09T09:30:00.000Z', to: '2026-01-12T01:30:00.000Z' };
    expect(at(shiftLadder(dueLadder(), stood, time), 'red')).toBe('2026-01-12T03:00:00.000Z');
    const emergency = { ...dueLadder(), aroundTheClock: true } as const;
    expect(at(shiftLadder(emergency, stood, time), 'red')).toBe('2026-01-14T18:00:00.000Z');
    expect(goOnFrom(due, { from: stood.to, to: stood.from }, true, time).at).toBe(due);
  });
});

describe('acting on a rung', () => {
  it('does nothing too early, nor for a key of another term, nor twice', () => {
    const ladder = dueLadder();
    const ladders = running(ladder);
    expect(actOnRung(ladders, keyOf(ladder, 'yellow'), start, time)).toBeUndefined();
    expect(actOnRung(ladders, keyOf({ ...ladder, term: 2 }, 'yellow'), due, time)).toBeUndefined();
    const act = actOnRung(ladders, keyOf(ladder, 'yellow'), at(ladder, 'yellow'), time);
    expect(act?.acted).toMatchObject({ rung: 'yellow', overtaken: [], plannedAt: at(ladder, 'yellow') });
    const after = act ? climb(ladders, act.acted) : ladders;
    expect(actOnRung(after, keyOf(ladder, 'yellow'), due, time)).toBeUndefined();
    expect(nextAction({ ladders: after })?.rung).toBe('red');
  });

  it('lets the highest alone act after an outage over three rungs, and records the lower ones as overtaken', () => {
    const ladder = dueLadder();
    const act = actOnRung(running(ladder), keyOf(ladder, 'yellow'), at(ladder, 'urging-notice'), time);
    expect(act?.acted).toMatchObject({ rung: 'urging-notice', overtaken: ['yellow', 'red'] });
    expect(act?.effects).toEqual(['notice:urging-notice:handler', 'notice:urging-notice:head']);
    expect(act?.key).toBe('a1/due:1:urging-notice:1');
  });

  it('gives out the work of an overtaken rung all the same: a call is still to be made', () => {
    const wait = { start, due: '2026-01-06T02:00:00.000Z' };
    const ladder = buildLadder('callback', { subject: 'callback', term: 9, now: start }, wait, rules);
    const act = actOnRung(running(ladder), keyOf(ladder, 'try'), '2026-01-08T02:00:00.000Z', time);
    expect(act?.acted).toMatchObject({ rung: 'overdue', overtaken: ['try'] });
    expect(act?.effects).toEqual(['task:callback:callback', 'notice:desk-overdue:shift-leader']);
  });

  it('asks a repeating rung again under the next try, counted from when it acted', () => {
    const ladder = dueLadder('2026-01-30T02:00:00.000Z');
    const late = '2026-02-04T02:00:00.000Z';
    const act = actOnRung(running(ladder), keyOf(ladder, 'still-overdue'), late, time);
    const after = act ? climb(running(ladder), act.acted) : NO_LADDERS;
    expect(nextAction({ ladders: after })).toMatchObject({
      key: 'a1/due:1:still-overdue:2',
      at: '2026-02-11T02:00:00.000Z',
    });
  });

  it('keeps rungs in order of time when a repeat comes to lie behind another', () => {
    const rungs = [
      { rung: 'nag', at: start, effects: [], try: 1, repeat: { workingDays: 10 } },
      { rung: 'end', at: due, effects: [], try: 1 },
    ];
    const act = actOnRung(running({ subject: 's', term: 1, rungs }), 's:1:nag:1', start, time);
    const after = act ? climb(running({ subject: 's', term: 1, rungs }), act.acted) : NO_LADDERS;
    expect(after.running['s']?.rungs.map(({ rung }) => rung)).toEqual(['end', 'nag']);
  });
});

describe('the ladders of a stream', () => {
  it('held do not run, and set anew replace both the running and the held', () => {
    const held = changeLadders(running(dueLadder()), { hold: ['a1/due'] });
    expect(nextAction({ ladders: held })).toBeUndefined();
    const again = changeLadders(held, { set: [dueLadder(start, 2)] });
    expect([again.held['a1/due'], again.running['a1/due']?.term]).toEqual([undefined, 2]);
    expect(changeLadders(again, { drop: ['a1/due'] })).toEqual(NO_LADDERS);
  });

  it('act in order of time, and at one instant in order of subject', () => {
    const [a, b] = ['a2/due', 'a1/due'].map((subject) => ({ ...dueLadder(), subject }));
    const ladders = changeLadders(NO_LADDERS, { set: [a, b].filter((one) => one !== undefined) });
    expect(nextAction({ ladders })?.key).toBe('a1/due:1:yellow:1');
  });
});
