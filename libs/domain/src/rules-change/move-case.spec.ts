import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseEvent } from '../case/case-event.ts';
import type { CaseState } from '../case/case-state.ts';
import { explainDeadlines } from '../case/deadline/explain-deadlines.ts';
import { evolveCase } from '../case/evolve-case.ts';
import type { Instant } from '../instant.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { workingTimeOf, type Policy } from '../policy/policy.ts';
import { walk, walks } from '../testing/arbitrary-walk.ts';
import { LivingCase, person, SPEC_CALENDAR, words } from '../testing/living-case.ts';
import type { WorkingCalendar } from '../working-time/desk-time.ts';
import { moveCase } from './move-case.ts';

/** Monday 5 January 2026, 9:00 in the city. */
const MONDAY = '2026-01-05T01:00:00.000Z';
const FREE_THURSDAY: WorkingCalendar = { ...SPEC_CALENDAR, days: { ...SPEC_CALENDAR.days, '2026-01-08': 'holiday' } };
const LONGER: Policy = {
  ...DEFAULT_POLICY,
  version: 2,
  name: '第2版',
  terms: { ...DEFAULT_POLICY.terms, help: { workingDays: 7 } },
};

function assigned(more: { readonly urgency?: 'emergency' } = {}): LivingCase {
  const lived = new LivingCase(MONDAY);
  lived.do(
    { type: 'register', kind: 'help', urgency: more.urgency ?? 'ordinary', categoryId: 'water' },
    person('operator'),
  );
  const units = [{ unitId: 'water', role: 'lead', member: true }] as const;
  lived.do({ type: 'assign', units, quality: words('q'), feedback: words('f') });
  return lived;
}

const turnOf = (
  now: Instant,
  to: { readonly policy?: Policy; readonly calendar?: WorkingCalendar },
  from = DEFAULT_POLICY,
) => {
  const policy = to.policy ?? from;
  return {
    change: 'rules-1',
    cause: to.policy ? ('policy' as const) : ('calendar' as const),
    before: { policy: from, time: workingTimeOf(from, SPEC_CALENDAR) },
    after: { policy, time: workingTimeOf(policy, to.calendar ?? SPEC_CALENDAR) },
    now,
  };
};

function moved(lived: LivingCase, turn: ReturnType<typeof turnOf>): { state: CaseState; event: CaseEvent } {
  const moves = moveCase(lived.state, turn);
  if (!moves) throw new Error('nothing moves');
  const { number, hash } = lived.state.head;
  const sealed = {
    ...moves.event,
    stream: lived.state.caseNumber,
    number: number + 1,
    at: turn.now,
    by: 'machine',
    previousHash: hash,
    hash: `${number + 1}`,
  };
  const event = JSON.parse(JSON.stringify(sealed)) as CaseEvent;
  return { state: evolveCase(lived.state, event), event };
}

describe('a calendar that changed', () => {
  it('moves the due and every rung not yet done by the day that is free now, and the citizen’s own due', () => {
    const lived = assigned();
    const { state } = moved(lived, turnOf('2026-01-06T01:00:00.000Z', { calendar: FREE_THURSDAY }));
    expect(lived.state.assignments['a1']?.dueAt).toBe('2026-01-12T01:00:00.000Z');
    expect(state.assignments['a1']?.dueAt).toBe('2026-01-13T01:00:00.000Z');
    expect(state.citizenDueAt).toBe('2026-01-13T01:00:00.000Z');
    const rungs = Object.fromEntries(state.ladders.running['a1/due']?.rungs.map(({ rung, at }) => [rung, at]) ?? []);
    expect(rungs).toMatchObject({ red: '2026-01-13T01:00:00.000Z', 'urging-notice': '2026-01-14T01:00:00.000Z' });
  });

  it('leaves what was done done, and what ends before the day as it is', () => {
    const lived = assigned();
    lived.do({ type: 'acknowledge', assignmentId: 'a1' }, person('unit-handler', 'water'));
    lived.until('2026-01-09T05:00:00.000Z');
    const before = lived.state.ladders.running['a1/due']?.rungs.map(({ rung }) => rung);
    expect(before).not.toContain('yellow');
    const free = { ...SPEC_CALENDAR, days: { ...SPEC_CALENDAR.days, '2026-01-12': 'holiday' as const } };
    const { state } = moved(lived, turnOf(lived.now, { calendar: free }));
    expect(state.ladders.running['a1/due']?.rungs.map(({ rung }) => rung)).toEqual(before);
    expect(
      moveCase(
        assigned().state,
        turnOf('2026-01-05T02:00:00.000Z', {
          calendar: { ...SPEC_CALENDAR, days: { ...SPEC_CALENDAR.days, '2026-06-01': 'holiday' } },
        }),
      ),
    ).toBeUndefined();
  });

  it('does not touch an emergency, nor a due that somebody gave', () => {
    const emergency = assigned({ urgency: 'emergency' });
    expect(
      moveCase(emergency.state, turnOf('2026-01-05T01:01:00.000Z', { calendar: FREE_THURSDAY }))?.waits ?? [],
    ).toEqual([]);
    const lived = new LivingCase(MONDAY);
    lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'water' }, person('operator'));
    const units = [{ unitId: 'water', role: 'lead', member: true, dueAt: '2026-01-12T01:00:00.000Z' }] as const;
    lived.do({ type: 'assign', units, termReason: words('r'), quality: words('q'), feedback: words('f') });
    const { state } = moved(
      lived,
      turnOf('2026-01-06T01:00:00.000Z', {
        calendar: { ...FREE_THURSDAY, days: { ...FREE_THURSDAY.days, '2026-01-13': 'holiday' } },
      }),
    );
    expect(state.assignments['a1']?.dueAt).toBe('2026-01-12T01:00:00.000Z');
    expect(state.ladders.running['a1/due']?.rungs.find(({ rung }) => rung === 'urging-notice')?.at).toBe(
      '2026-01-14T01:00:00.000Z',
    );
  });

  it('moves a held wait too, so that it goes on under the new calendar', () => {
    const lived = assigned();
    lived.do({ type: 'acknowledge', assignmentId: 'a1' }, person('unit-handler', 'water'));
    lived.now = '2026-01-06T01:00:00.000Z';
    lived.do({
      type: 'suspend',
      assignmentId: 'a1',
      cause: 'weather',
      reviewAt: '2026-01-07T01:00:00.000Z',
      text: words('t'),
    });
    const { state } = moved(lived, turnOf(lived.now, { calendar: FREE_THURSDAY }));
    expect(state.ladders.held['a1/due']?.rungs.find(({ rung }) => rung === 'red')?.at).toBe('2026-01-13T01:00:00.000Z');
    expect(state.assignments['a1']?.status).toBe('suspended');
  });

  it('says in the explanation what moved it, and ends with the due as it is', () => {
    const lived = assigned();
    const { state, event } = moved(lived, turnOf('2026-01-06T01:00:00.000Z', { calendar: FREE_THURSDAY }));
    const [explained] = explainDeadlines([...lived.events, event], [DEFAULT_POLICY], FREE_THURSDAY);
    expect(explained?.lines.find(({ code }) => code === 'calendar-moved')?.zh).toContain(
      '由2026年1月12日（周一）09:00调整为2026年1月13日（周二）09:00',
    );
    expect(explained?.lines.findLast(({ code }) => code === 'due')?.at).toBe(state.assignments['a1']?.dueAt);
  });

  it('makes a provisional due firm', () => {
    const unknown = { ...SPEC_CALENDAR, knownYears: [2027] };
    const lived = new LivingCase(MONDAY, DEFAULT_POLICY, unknown);
    lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'water' }, person('operator'));
    lived.do({
      type: 'assign',
      units: [{ unitId: 'water', role: 'lead', member: true }],
      quality: words('q'),
      feedback: words('f'),
    });
    expect(lived.state.assignments['a1']?.provisional).toBe(true);
    const turn = {
      ...turnOf(MONDAY, { calendar: SPEC_CALENDAR }),
      before: { policy: DEFAULT_POLICY, time: workingTimeOf(DEFAULT_POLICY, unknown) },
    };
    const { state } = moved(lived, turn);
    expect(state.assignments['a1']).toMatchObject({ provisional: false, dueAt: lived.state.assignments['a1']?.dueAt });
  });
});

describe('a policy that changed', () => {
  it('gives an open case the new term, from its own start, and pins the new version', () => {
    const lived = assigned();
    const { state, event } = moved(lived, turnOf('2026-01-06T01:00:00.000Z', { policy: LONGER }));
    expect(state.policyVersion).toBe(2);
    expect(state.assignments['a1']).toMatchObject({ dueAt: '2026-01-14T01:00:00.000Z', firstTerm: 7 * 7 * 3_600_000 });
    expect(state.citizenDueAt).toBe('2026-01-12T01:00:00.000Z');
    const [explained] = explainDeadlines([...lived.events, event], [DEFAULT_POLICY, LONGER], SPEC_CALENDAR);
    expect(explained?.lines.find(({ code }) => code === 'term')?.zh).toContain('第1版');
    expect(explained?.lines.find(({ code }) => code === 'policy-moved')?.zh).toContain('第2版');
  });

  it('never makes due what nobody could know of: a shortened term ends now at the earliest', () => {
    const lived = assigned();
    lived.do({ type: 'acknowledge', assignmentId: 'a1' }, person('unit-handler', 'water'));
    const now = '2026-01-08T01:00:00.000Z';
    const shorter: Policy = {
      ...DEFAULT_POLICY,
      version: 2,
      terms: { ...DEFAULT_POLICY.terms, help: { workingDays: 1 } },
    };
    const { state } = moved(lived, turnOf(now, { policy: shorter }));
    expect(state.assignments['a1']?.dueAt).toBe(now);
    expect(state.ladders.running['a1/due']?.rungs.every(({ at }) => at >= now)).toBe(true);
  });

  it('adds rungs, takes rungs away, and carries a case over in which nothing moves', () => {
    const due = DEFAULT_POLICY.ladders.due.filter(({ rung }) => rung !== 'talk');
    const other: Policy = {
      ...DEFAULT_POLICY,
      version: 2,
      ladders: {
        ...DEFAULT_POLICY.ladders,
        due: [
          ...due,
          { rung: 'mayor', after: 'due', offset: { workingDays: 20 }, effects: ['notice:still-overdue:director'] },
        ],
      },
    };
    const moves = moveCase(assigned().state, turnOf(MONDAY, { policy: other }));
    const rungs = moves?.shown.find(({ subject }) => subject === 'a1/due')?.rungs;
    expect(rungs?.map(({ rung, from, to }) => [rung, from === null, to === null])).toEqual([
      ['mayor', true, false],
      ['talk', false, true],
    ]);
    const same = moveCase(assigned().state, turnOf(MONDAY, { policy: { ...DEFAULT_POLICY, version: 2 } }));
    expect(same).toMatchObject({ move: [], waits: [], event: { payload: { policyVersion: 2 } } });
  });
});

describe('whatever a case has lived through', () => {
  const RUNS = { numRuns: 40, interruptAfterTimeLimit: 20_000 } as const;
  it('moves nothing when the rules stay the same', () => {
    fc.assert(
      fc.property(walks({ minLength: 5, maxLength: 30 }), (path) => {
        const lived = walk(
          path.map((step) => ({ ...step, policy: 'same' as const })),
          () => undefined,
        );
        const rules = { policy: lived.policy, time: workingTimeOf(lived.policy, lived.calendar) };
        const turn = { change: 'rules-1', cause: 'calendar' as const, before: rules, after: rules, now: lived.now };
        expect(moveCase(lived.state, turn)).toBeUndefined();
      }),
      RUNS,
    );
  });
});
