import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '../instant.ts';
import { walk, walks } from '../testing/arbitrary-walk.ts';
import { LivingCase, person, words } from '../testing/living-case.ts';
import { cityFigures, dueDutiesOf, unitFigures } from './city-figures.ts';
import { rateFactsOf, type AssignmentFacts, type CallbackFacts, type CaseFacts } from './rate-facts.ts';
import {
  directAnswerRate,
  dueSet,
  ofCity,
  ofUnit,
  onTimeCompletionRate,
  onTimeFeedbackRate,
  overallCompletionRate,
  satisfactionRate,
  solvedRate,
  type Period,
  type Rate,
} from './rates.ts';

const YEAR: Period = { from: '2025-12-31T16:00:00.000Z', to: '2026-12-31T16:00:00.000Z' };
const percent = ({ rate }: Rate): string => (rate === null ? 'none due' : `${(rate * 100).toFixed(1)}%`);
const times = <Row>(count: number, row: Row): Row[] => Array.from({ length: count }, () => row);

const assignment: AssignmentFacts = {
  caseNumber: '202601050042',
  assignmentId: 'a1',
  unitId: 'u1',
  role: 'lead',
  dueAt: '2026-01-12T02:00:00.000Z',
};
const callback: CallbackFacts = {
  caseNumber: '202601050042',
  unitId: 'u1',
  at: '2026-01-14T02:00:00.000Z',
  result: 'reached',
  first: true,
};
const request: CaseFacts = {
  caseNumber: '202601050042',
  registeredAt: '2026-01-05T02:00:00.000Z',
  valid: true,
  direct: false,
};
const [early, late] = ['2026-01-09T02:00:00.000Z', '2026-01-20T02:00:00.000Z'];

describe('the seed’s figures', () => {
  const requests = [
    ...times(23_628, { ...request, direct: true, completedAt: early }),
    ...times(3_477, { ...request, completedAt: late }),
    ...times(4_373 - 3_477, request),
    ...times(60, { ...request, valid: false }),
  ];

  it('96.8 % overall completion of 28,001 valid requests, 23,628 of them answered at the desk and 4,373 assigned', () => {
    expect(overallCompletionRate(requests, YEAR)).toMatchObject({ count: 27_105, of: 28_001, fewCounts: false });
    expect(percent(overallCompletionRate(requests, YEAR))).toBe('96.8%');
    expect(percent(directAnswerRate(requests, YEAR))).toBe('84.4%');
  });

  it('93.6 % fed back in time of 4,373, though fewer were completed in time', () => {
    const rows = [
      ...times(3_300, { ...assignment, firstReportAt: early, acceptedFeedbackAt: early }),
      ...times(793, { ...assignment, firstReportAt: early, acceptedFeedbackAt: late }),
      ...times(280, { ...assignment, firstReportAt: late }),
    ];
    expect(percent(onTimeFeedbackRate(rows, YEAR))).toBe('93.6%');
    expect(percent(onTimeCompletionRate(rows, YEAR))).toBe('75.5%');
  });

  it('94.5 % satisfied, of those who were reached', () => {
    const rows = [
      ...times(800, { ...callback, satisfaction: 'satisfied' as const, solved: true }),
      ...times(145, { ...callback, satisfaction: 'basically' as const, solved: false }),
      ...times(55, { ...callback, satisfaction: 'dissatisfied' as const, solved: false }),
      ...times(200, { ...callback, result: 'not-reached' as const }),
      ...times(30, { ...callback, result: 'refused' as const }),
      ...times(20, { ...callback, satisfaction: 'satisfied' as const, solved: true, first: false }),
      ...times(20, { ...callback, satisfaction: 'dissatisfied' as const, solved: false, excluded: true }),
    ];
    expect(percent(satisfactionRate(rows, YEAR))).toBe('94.5%');
    expect(percent(solvedRate(rows, YEAR))).toBe('80.0%');
  });
});

describe('a rate', () => {
  it('of nothing due is none due, never 0 %', () => {
    for (const none of [onTimeCompletionRate([], YEAR), satisfactionRate([], YEAR), overallCompletionRate([], YEAR)])
      expect(none).toEqual({ count: 0, of: 0, rate: null, fewCounts: true });
  });

  it('of fewer than ten shows its counts', () => {
    expect(onTimeCompletionRate(times(9, assignment), YEAR)).toEqual({ count: 0, of: 9, rate: 0, fewCounts: true });
    expect(onTimeCompletionRate(times(10, assignment), YEAR).fewCounts).toBe(false);
  });

  it('is of those due in the period, its first instant included and its end not', () => {
    const rows = [YEAR.from, YEAR.to, assignment.dueAt].map((dueAt) => ({ ...assignment, dueAt }));
    expect(dueSet(rows, YEAR).map(({ dueAt }) => dueAt)).toEqual([YEAR.from, assignment.dueAt]);
  });

  it('takes what came at the very due as in time', () => {
    const { dueAt } = assignment;
    expect(onTimeCompletionRate([{ ...assignment, firstReportAt: dueAt, acceptedFeedbackAt: dueAt }], YEAR).count).toBe(
      1,
    );
  });

  it('leaves out returned, withdrawn, merged and excluded by ruling', () => {
    const rows = (['returned', 'withdrawn', 'merged', 'ruling'] as const).map((excluded) => ({
      ...assignment,
      excluded,
    }));
    expect(onTimeFeedbackRate([...rows, assignment], YEAR).of).toBe(1);
  });

  it('is a unit’s by assignment, and the city’s by the lead of each case', () => {
    const rows = [assignment, { ...assignment, assignmentId: 'a2', unitId: 'u2', role: 'co' as const }];
    expect(onTimeCompletionRate(ofCity(rows), YEAR).of).toBe(1);
    expect(onTimeCompletionRate(ofUnit(rows, 'u2'), YEAR).of).toBe(1);
  });

  it('of completion counts what was completed by the cut-off alone', () => {
    const rows = [{ ...request, completedAt: early }, { ...request, completedAt: late }, request];
    expect(overallCompletionRate(rows, { ...YEAR, to: late })).toMatchObject({ count: 1, of: 3 });
  });
});

const instants = fc.integer({ min: 1_767_000_000_000, max: 1_799_000_000_000 }).map(instantOf);
const anyAssignment: fc.Arbitrary<AssignmentFacts> = fc.record(
  {
    caseNumber: fc.constant('202601050042'),
    assignmentId: fc.constant('a1'),
    unitId: fc.constantFrom('u1', 'u2'),
    role: fc.constantFrom('lead', 'co'),
    dueAt: instants,
    firstReportAt: instants,
    acceptedFeedbackAt: instants,
    excluded: fc.constantFrom('returned', 'withdrawn', 'merged', 'ruling'),
  },
  { requiredKeys: ['caseNumber', 'assignmentId', 'unitId', 'role', 'dueAt'] },
);

const noRateIsOdd = ({ count, of, rate }: Rate): void => {
  expect(count).toBeLessThanOrEqual(of);
  expect(rate === null).toBe(of === 0);
  if (rate !== null) expect(rate >= 0 && rate <= 1).toBe(true);
};

describe('on-time feedback', () => {
  it('is never below on-time completion, whatever the rows say', () =>
    fc.assert(
      fc.property(fc.array(anyAssignment), instants, instants, (rows, one, other) => {
        const period = one < other ? { from: one, to: other } : { from: other, to: one };
        const [fed, completed] = [onTimeFeedbackRate(rows, period), onTimeCompletionRate(rows, period)];
        expect(fed.of).toBe(completed.of);
        expect(fed.count).toBeGreaterThanOrEqual(completed.count);
        noRateIsOdd(fed);
        noRateIsOdd(completed);
      }),
    ));
});

describe('the facts of a case', () => {
  const text = words('t');
  const unit = person('unit-handler', 'u1');
  const completedOnce = (): LivingCase => {
    const lived = new LivingCase('2026-01-05T02:00:00.000Z');
    lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
    lived.do({ type: 'assign', units: [{ unitId: 'u1', role: 'lead', member: true }], quality: text, feedback: text });
    lived.do({ type: 'acknowledge', assignmentId: 'a1' }, unit);
    feedBack(lived, '2026-01-08T02:00:00.000Z');
    lived.until('2026-01-14T02:00:00.000Z');
    lived.do({ type: 'review', assignmentId: 'a1', accepted: true });
    return lived;
  };
  function feedBack(lived: LivingCase, at: string): void {
    lived.until(at);
    const feedback = { outcome: 'solved', contactedAt: at, contactMethod: 'phone', text } as const;
    lived.do({ type: 'submit-feedback', assignmentId: 'a1', ...feedback }, unit);
  }

  it('judge by when the feedback was submitted, not by when the center got round to accepting it', () => {
    const { assignments } = rateFactsOf(completedOnce().events);
    expect(assignments).toMatchObject([
      { dueAt: '2026-01-12T02:00:00.000Z', acceptedFeedbackAt: '2026-01-08T02:00:00.000Z' },
    ]);
    expect(percent(onTimeCompletionRate(assignments, YEAR))).toBe('100.0%');
  });

  it('appraise the first verdict, and show a redo apart', () => {
    const lived = completedOnce();
    const verdict = { type: 'record-callback', result: 'reached', contactedByUnit: true } as const;
    lived.do({ ...verdict, solved: false, satisfaction: 'dissatisfied' });
    expect(rateFactsOf(lived.events).case.completedAt).toBeUndefined();
    feedBack(lived, '2026-03-20T02:00:00.000Z');
    lived.do({ type: 'review', assignmentId: 'a1', accepted: true });
    lived.do({ ...verdict, solved: true, satisfaction: 'satisfied' });
    const facts = rateFactsOf(lived.events);
    expect(percent(satisfactionRate(facts.callbacks, YEAR))).toBe('0.0%');
    expect(percent(onTimeCompletionRate(facts.assignments, YEAR))).toBe('100.0%');
    expect(facts.case.completedAt).toBe('2026-03-20T02:00:00.000Z');
  });

  it('leave out a unit whose return was accepted, and a request that was declined', () => {
    const lived = new LivingCase('2026-01-05T02:00:00.000Z');
    lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
    lived.do({ type: 'assign', units: [{ unitId: 'u1', role: 'lead', member: true }], quality: text, feedback: text });
    lived.do({ type: 'return', assignmentId: 'a1', basis: text, approvedBy: 'head' }, unit);
    lived.do({ type: 'rule-return', assignmentId: 'a1', ruling: 'accepted', text });
    lived.do({ type: 'decline', reason: 'litigation', text });
    const facts = rateFactsOf(lived.events);
    expect(dueSet(facts.assignments, YEAR)).toEqual([]);
    expect(overallCompletionRate([facts.case], YEAR).of).toBe(0);
  });

  it('leave out a merged case whole, and count it again when the merging is undone', () => {
    const lived = new LivingCase('2026-01-05T02:00:00.000Z');
    lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
    lived.do({ type: 'assign', units: [{ unitId: 'u1', role: 'lead', member: true }], quality: text, feedback: text });
    lived.do({ type: 'merge', leadCaseNumber: '202601050099', text });
    const merged = rateFactsOf(lived.events);
    expect(merged.assignments).toMatchObject([{ excluded: 'merged' }]);
    expect([dueSet(merged.assignments, YEAR).length, overallCompletionRate([merged.case], YEAR).of]).toEqual([0, 0]);
    lived.do({ type: 'unmerge', text });
    const again = rateFactsOf(lived.events);
    expect([dueSet(again.assignments, YEAR).length, overallCompletionRate([again.case], YEAR).of]).toEqual([1, 1]);
  });

  it('give rates that agree with each other, whatever anybody did', () =>
    fc.assert(
      fc.property(walks({ minLength: 5, maxLength: 40 }), (path) => {
        const facts = rateFactsOf(walk(path, () => {}).events);
        const [fed, completed] = [
          onTimeFeedbackRate(facts.assignments, YEAR),
          onTimeCompletionRate(facts.assignments, YEAR),
        ];
        expect(fed.count).toBeGreaterThanOrEqual(completed.count);
        [fed, completed, satisfactionRate(facts.callbacks, YEAR), overallCompletionRate([facts.case], YEAR)].forEach(
          noRateIsOdd,
        );
        expect(facts.callbacks.filter((row) => row.first && row.result === 'reached').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    ));

  it('are the same for the units together as for their duties one by one, and the city counts by the lead', () =>
    fc.assert(
      fc.property(fc.array(walks({ minLength: 5, maxLength: 25 }), { minLength: 1, maxLength: 4 }), (paths) => {
        const cases = paths.map((path) => rateFactsOf(walk(path, () => {}).events));
        for (const { unitId, onTimeCompletion, onTimeFeedback } of unitFigures(cases, YEAR)) {
          const duties = dueDutiesOf(cases, unitId, YEAR);
          expect(onTimeCompletion).toMatchObject({
            count: duties.filter((duty) => duty.completedInTime).length,
            of: duties.length,
          });
          expect(onTimeFeedback.count).toBe(duties.filter((duty) => duty.fedBackInTime).length);
        }
        const city = cityFigures(cases, YEAR);
        const leads = dueSet(ofCity(cases.flatMap(({ assignments }) => assignments)), YEAR);
        expect(city.onTimeCompletion.of).toBe(leads.length);
        expect(city.valid).toBeLessThanOrEqual(city.requests);
      }),
      { numRuns: 15 },
    ));
});
