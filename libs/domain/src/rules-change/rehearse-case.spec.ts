import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '../instant.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { workingTimeOf, type Policy } from '../policy/policy.ts';
import { walk, walks } from '../testing/arbitrary-walk.ts';
import { LivingCase, person, SPEC_CALENDAR, words } from '../testing/living-case.ts';
import { rehearseCase } from './rehearse-case.ts';
import { NO_REHEARSAL, tallied } from './rehearsal-tally.ts';

const MONDAY = '2026-01-05T01:00:00.000Z';
const rules = (policy: Policy) => ({ policy, time: workingTimeOf(policy, SPEC_CALENDAR) });
const SAME = { before: rules(DEFAULT_POLICY), after: rules(DEFAULT_POLICY) };
const withHelp = (workingDays: number) => ({
  before: rules(DEFAULT_POLICY),
  after: rules({ ...DEFAULT_POLICY, version: 2, terms: { ...DEFAULT_POLICY.terms, help: { workingDays } } }),
});

function fedBackAt(at: Instant): LivingCase {
  const lived = new LivingCase(MONDAY);
  lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'water' }, person('operator'));
  lived.do({
    type: 'assign',
    units: [{ unitId: 'water', role: 'lead', member: true }],
    quality: words('q'),
    feedback: words('f'),
  });
  lived.do({ type: 'acknowledge', assignmentId: 'a1' }, person('unit-handler', 'water'));
  lived.until(at);
  const fedBack = { type: 'submit-feedback', assignmentId: 'a1', outcome: 'solved', contactMethod: 'phone' } as const;
  lived.do({ ...fedBack, contactedAt: at, text: words('t') }, person('unit-handler', 'water'));
  lived.do({ type: 'review', assignmentId: 'a1', accepted: true }, person('operator'));
  return lived;
}

describe('a rehearsal', () => {
  it('gives what is recorded under the policy that the case went by', () => {
    const { actual, rehearsed } = rehearseCase(fedBackAt('2026-01-14T02:00:00.000Z').events, SAME);
    expect(rehearsed).toEqual(actual);
    const ofDue = actual.deeds.map(({ rung }) => rung).filter((rung) => rung.startsWith('due/'));
    expect(ofDue).toEqual(['due/yellow', 'due/red', 'due/urging-notice']);
  });

  it('shows who would have been late under a shorter term, and who in time under a longer one', () => {
    const lived = fedBackAt('2026-01-12T02:00:00.000Z');
    const shorter = tallied(NO_REHEARSAL, rehearseCase(lived.events, withHelp(2)));
    expect(shorter.units['water']).toMatchObject({
      actual: { due: 1, completedInTime: 0, reds: 1 },
      rehearsed: { due: 1, completedInTime: 0, reds: 1, rungs: { 'due/supervision-notice': 1 }, proposals: 1 },
    });
    const longer = tallied(NO_REHEARSAL, rehearseCase(lived.events, withHelp(10)));
    expect(longer).toMatchObject({
      cases: 1,
      different: 1,
      units: {
        water: { actual: { completedInTime: 0, reds: 1 }, rehearsed: { completedInTime: 1, reds: 0 } },
      },
    });
  });

  it('lets a suspension stand still under the draft too', () => {
    const lived = new LivingCase(MONDAY);
    lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'water' }, person('operator'));
    lived.do({
      type: 'assign',
      units: [{ unitId: 'water', role: 'lead', member: true }],
      quality: words('q'),
      feedback: words('f'),
    });
    lived.do({ type: 'acknowledge', assignmentId: 'a1' }, person('unit-handler', 'water'));
    lived.do({
      type: 'suspend',
      assignmentId: 'a1',
      cause: 'weather',
      reviewAt: '2026-01-30T01:00:00.000Z',
      text: words('t'),
    });
    lived.until('2026-01-07T01:00:00.000Z');
    lived.do({ type: 'resume', assignmentId: 'a1', text: words('t') });
    const { rehearsed } = rehearseCase(lived.events, withHelp(6));
    expect(rehearsed.assignments[0]?.dueAt).toBe('2026-01-15T01:00:00.000Z');
  });

  it('keeps every due and red that was recorded, whatever the case lived through, under the same rules', () => {
    fc.assert(
      fc.property(walks({ minLength: 5, maxLength: 25 }), (path) => {
        const lived = walk(
          path.map((step) => ({ ...step, policy: 'same' as const, outage: false })),
          () => undefined,
        );
        const { actual, rehearsed } = rehearseCase(lived.events, SAME);
        expect(rehearsed.assignments).toEqual(actual.assignments);
        const reds = (deeds: typeof actual.deeds) => deeds.filter(({ rung }) => rung === 'due/red').length;
        const last = lived.events.findLast(({ by }) => by !== 'machine')?.number ?? 0;
        const redsRecorded = lived.events.filter(
          ({ type, payload, number }) =>
            type === 'RungActed' && 'rung' in payload && payload.rung === 'red' && number < last,
        );
        expect(reds(rehearsed.deeds)).toBe(redsRecorded.length);
      }),
      { numRuns: 40, interruptAfterTimeLimit: 20_000 },
    );
  });
});
