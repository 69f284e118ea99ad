import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import { nextAction } from '../ledger/ladder.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { fastPolicy } from '../policy/fast-policy.ts';
import { workingTimeOf, type Policy } from '../policy/policy.ts';
import { LivingCase, MACHINE_ACTOR, SPEC_CALENDAR, words } from '../testing/living-case.ts';
import type { WorkingCalendar } from '../working-time/desk-time.ts';
import { dayIndexOf, localDayOf, startOfDay, weekdayOf } from '../working-time/local-day.ts';
import type { WorkingTime } from '../working-time/working-time.ts';
import type { ReportState } from './report-event.ts';
import { nextFolderAt } from './weekly-folder.ts';

const rules = (calendar: WorkingCalendar = SPEC_CALENDAR, policy: Policy = DEFAULT_POLICY) => ({
  policy,
  time: workingTimeOf(policy, calendar),
});
const NINE = 9 * 3_600_000;

/** Nine o'clock of the first workday from this day on. */
function firstNine(from: number, time: WorkingTime): Instant {
  for (let day = from; ; day++) {
    const nine = instantOf(startOfDay(day) + NINE);
    if (time.addWorking(nine, 0).at === nine) return nine;
  }
}

describe('when the weekly folder goes out', () => {
  it('on Monday at nine; on the first day with working time after it where Monday has none', () => {
    expect(nextFolderAt('2026-01-05T00:59:59.999Z', rules())).toBe('2026-01-05T01:00:00.000Z');
    expect(nextFolderAt('2026-01-05T01:00:00.000Z', rules())).toBe('2026-01-12T01:00:00.000Z');
    // Spring Festival lies over two Mondays.
    expect(nextFolderAt('2026-02-10T01:00:00.000Z', rules())).toBe('2026-02-24T01:00:00.000Z');
    expect(nextFolderAt('2026-02-23T02:00:00.000Z', rules())).toBe('2026-02-24T01:00:00.000Z');
    expect(nextFolderAt('2026-02-24T01:00:00.000Z', rules())).toBe('2026-03-02T01:00:00.000Z');
  });

  it('when the desk opens, where that is later', () => {
    const pace = { kind: 'desk', hours: [{ from: 10 * 60, to: 16 * 60 }] } as const;
    const late = rules(SPEC_CALENDAR, { ...DEFAULT_POLICY, pace });
    expect(nextFolderAt('2026-01-05T00:00:00.000Z', late)).toBe('2026-01-05T02:00:00.000Z');
  });

  it('after every fifth working day of compressed time, which has no weeks', () => {
    const fast = rules(SPEC_CALENDAR, fastPolicy(3));
    const first = nextFolderAt('2026-01-05T01:00:00.000Z', fast);
    expect(millisecondsOf(nextFolderAt(first, fast)) - millisecondsOf(first)).toBe(15_000);
  });

  it('the same, whoever asks at whatever moment between two of them; at nine of a workday, once for each Monday', () => {
    const first = dayIndexOf(millisecondsOf('2026-01-01T00:00:00.000Z'));
    const holidays = fc.uniqueArray(fc.integer({ min: first, max: first + 120 }), { maxLength: 40 });
    const moments = fc.record({
      hours: fc.nat({ max: 24 * 90 }),
      share: fc.double({ min: 0, max: 0.999, noNaN: true }),
    });
    fc.assert(
      fc.property(holidays, moments, fc.integer({ min: 0, max: 6 }), (free, { hours, share }, weekday) => {
        const days = Object.fromEntries(free.map((day) => [localDayOf(day), 'holiday' as const]));
        const policy = { ...DEFAULT_POLICY, weeklyFolder: { weekday, minute: 9 * 60 } };
        const by = rules({ days, knownYears: [2026] }, policy);
        const after = instantOf(millisecondsOf('2026-01-01T00:00:00.000Z') + hours * 3_600_000);
        const next = nextFolderAt(after, by);
        const at = millisecondsOf(next);
        expect(next > after).toBe(true);
        expect(by.time.addWorking(next, 0).at).toBe(next);
        expect(at - startOfDay(dayIndexOf(at))).toBe(NINE);
        const between = instantOf(Math.floor(millisecondsOf(after) + (at - millisecondsOf(after)) * share));
        expect(nextFolderAt(between, by)).toBe(next);
        // The one after it is where the policy's next day is moved to.
        let own = dayIndexOf(at) + 1;
        while (weekdayOf(own) !== weekday) own++;
        expect(nextFolderAt(next, by)).toBe(firstNine(own, by.time));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a report in the weekly folder', () => {
  const ID = '202601050042-report-1';
  const OTHER = '202601060007-report-1';
  function inFolder(): LivingCase {
    const lived = new LivingCase('2026-01-05T02:00:00.000Z');
    lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
    lived.do({ type: 'draft-report' });
    lived.do({ type: 'submit-report', reportId: ID, folder: 'weekly' });
    return lived;
  }
  const stateOf = (lived: LivingCase): ReportState => lived.reports.get(ID)?.state as ReportState;
  const instruct = (lived: LivingCase) =>
    lived.doReport(ID, {
      type: 'give-instruction',
      text: words('t'),
      dueAt: '2026-02-02T02:00:00.000Z',
      parts: [],
    });

  it('waits there, and nobody is reminded of an instruction before it was delivered', () => {
    const lived = inFolder();
    expect(stateOf(lived)).toMatchObject({ status: 'submitted', deliverAt: '2026-01-12T01:00:00.000Z' });
    expect(stateOf(lived).instructionBy).toBeUndefined();
    expect(nextAction(stateOf(lived))?.key).toBe('weekly-folder:1:deliver:1');
    lived.until('2026-01-12T01:00:00.000Z');
    expect(stateOf(lived)).toMatchObject({
      deliveredAt: '2026-01-12T01:00:00.000Z',
      instructionBy: '2026-01-15T01:00:00.000Z',
    });
    expect(nextAction(stateOf(lived))).toMatchObject({ subject: 'instruction-awaited', rung: 'office-reminder' });
    expect(lived.reports.get(ID)?.events.flatMap(({ payload }) => payload.effects ?? [])).toMatchObject([
      { code: 'notice:weekly-folder:deputy-mayor', due: '2026-01-15T01:00:00.000Z' },
    ]);
  });

  it('is carried by one of them: only that one tells of all, and none goes out twice', () => {
    const lived = inFolder();
    lived.now = '2026-01-12T01:00:00.000Z';
    const act = { type: 'act', key: 'weekly-folder:1:deliver:1', at: lived.now } as const;
    const carried = lived.doReport(ID, { ...act, together: [OTHER] }, MACHINE_ACTOR);
    expect(carried.at(-1)?.payload).toMatchObject({ carrier: ID, reportIds: [ID, OTHER] });
    expect(lived.doReport(ID, act, MACHINE_ACTOR)).toEqual([]);
    const again = { type: 'deliver', reportIds: [ID], carrier: OTHER } as const;
    expect(() => lived.doReport(ID, again, MACHINE_ACTOR)).toThrow('report.delivered-before');

    const other = inFolder();
    const [delivered] = other.doReport(ID, { type: 'deliver', reportIds: [ID, OTHER], carrier: OTHER }, MACHINE_ACTOR);
    expect(delivered?.payload.effects ?? []).toEqual([]);
    expect(nextAction(stateOf(other))?.subject).toBe('instruction-awaited');
  });

  it('instructed upon or withdrawn before it went out, it does not go', () => {
    const early = inFolder();
    instruct(early);
    expect(nextAction(stateOf(early))?.subject).toBe('instruction-term');
    const withdrawn = inFolder();
    withdrawn.doReport(ID, { type: 'end', result: 'withdrawn' });
    expect(nextAction(stateOf(withdrawn))).toBeUndefined();
  });
});
