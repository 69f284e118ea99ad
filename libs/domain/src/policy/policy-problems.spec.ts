import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_POLICY } from './default-policy.ts';
import { policyDifferences } from './policy-differences.ts';
import { policyProblems } from './policy-problems.ts';

const { version: _, ...POLICY } = DEFAULT_POLICY;
const red = { rung: 'red', after: 'due', offset: { workingDays: 0 }, effects: ['notice:red:head'] };
const withDue = (...due: unknown[]) => ({ ...POLICY, ladders: { ...POLICY.ladders, due } });

describe('a written policy', () => {
  it('may be the default, with other terms, rungs and effects', () => {
    expect(policyProblems(POLICY)).toEqual([]);
    expect(policyProblems({ ...POLICY, terms: { ...POLICY.terms, help: { workingHours: 3 }, praise: null } })).toEqual(
      [],
    );
    expect(policyProblems(withDue(red, { ...red, rung: 'again', repeat: { workingDays: 1 }, work: true }))).toEqual([]);
  });

  it.each([
    [
      'a member that is missing',
      { ...POLICY, waits: { ...POLICY.waits, review: undefined } },
      'waits.review',
      'policy.missing',
    ],
    ['a member that no policy has', { ...POLICY, colour: 'red' }, 'colour', 'policy.unknown'],
    ['what is no term', { ...POLICY, emergencyTerm: { days: 3 } }, 'emergencyTerm', 'policy.not-a-term'],
    [
      'a term below nothing',
      { ...POLICY, emergencyTerm: { minutes: -1 } },
      'emergencyTerm.minutes',
      'policy.out-of-range',
    ],
    ['a number that is none', { ...POLICY, callbackTries: '3' }, 'callbackTries', 'policy.wrong-type'],
    ['a name that is not seen', { ...POLICY, name: ' ' }, 'name', 'policy.empty'],
    ['compressed time', { ...POLICY, pace: { kind: 'compressed' } }, 'pace.kind', 'policy.out-of-range'],
    [
      'hours that run backwards',
      { ...POLICY, pace: { kind: 'desk', hours: [{ from: 600, to: 500 }] } },
      'pace.hours.0',
      'policy.out-of-range',
    ],
    ['a ladder without rungs', withDue(), 'ladders.due', 'policy.empty'],
    ['a rung that is there twice', withDue(red, red), 'ladders.due.1.rung', 'policy.twice'],
    [
      'an effect that no house has',
      withDue({ ...red, effects: ['notice:purple:head'] }),
      'ladders.due.0.effects.0',
      'policy.unknown-effect',
    ],
    [
      'a repeat without a pause',
      withDue({ ...red, repeat: { minutes: 0 } }),
      'ladders.due.0.repeat',
      'policy.out-of-range',
    ],
    [
      'an urgency that is none',
      { ...POLICY, intake: { ...POLICY.intake, repeatedCalls: { ...POLICY.intake.repeatedCalls, urgency: 'high' } } },
      'intake.repeatedCalls.urgency',
      'policy.wrong-type',
    ],
  ])('is refused for %s', (_name, written, path, code) => {
    expect(policyProblems(written)).toContainEqual({ path, code });
  });

  it('is refused, never a fault, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (written) => {
        expect(policyProblems(written).length).toBeGreaterThan(0);
      }),
    );
    const names = fc.constantFrom(...Object.keys(POLICY));
    fc.assert(
      fc.property(names, fc.anything(), (name, value) => {
        expect(Array.isArray(policyProblems({ ...POLICY, [name]: value }))).toBe(true);
      }),
    );
  });

  it('tells citizens of any of the four things, or of none, and of nothing else', () => {
    const told = (citizenNotices: unknown) => policyProblems({ ...POLICY, citizenNotices });
    expect([told([]), told(['citizen-closed'])]).toEqual([[], []]);
    expect(told(['citizen-closed', 'citizen-fired'])).toEqual([
      { path: 'citizenNotices.1', code: 'policy.unknown-effect' },
    ]);
    expect(told(['citizen-closed', 'citizen-closed'])).toEqual([{ path: 'citizenNotices', code: 'policy.twice' }]);
    expect(told('all')).toEqual([{ path: 'citizenNotices', code: 'policy.wrong-type' }]);
  });

  it('sends the weekly folder on a day of the week, at a minute of the day', () => {
    const sent = (weeklyFolder: unknown) =>
      policyProblems({ ...POLICY, weeklyFolder }).map(({ path, code }) => [path, code]);
    expect([sent({ weekday: 0, minute: 0 }), sent({ weekday: 6, minute: 17 * 60 + 29 })]).toEqual([[], []]);
    expect(sent({ weekday: 5, minute: 17 * 60 + 30 })).toEqual([['weeklyFolder.minute', 'policy.out-of-range']]);
    expect(sent({ weekday: 7, minute: 1440 })).toEqual([
      ['weeklyFolder.weekday', 'policy.out-of-range'],
      ['weeklyFolder.minute', 'policy.out-of-range'],
    ]);
    expect(sent({ weekday: 1.5 })).toEqual([
      ['weeklyFolder.weekday', 'policy.out-of-range'],
      ['weeklyFolder.minute', 'policy.missing'],
    ]);
  });

  it('differs from another value by value, and rung by rung', () => {
    const due = POLICY.ladders.due.filter(({ rung }) => rung !== 'talk');
    const other = { ...POLICY, callbackTries: 4, ladders: { ...POLICY.ladders, due } };
    expect(policyDifferences(POLICY, other).map(({ path }) => path)).toEqual(['ladders.due.talk', 'callbackTries']);
    expect(policyDifferences(POLICY, POLICY)).toEqual([]);
  });
});
