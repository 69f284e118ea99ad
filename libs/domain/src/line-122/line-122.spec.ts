import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseEvent, NewCaseEvent } from '../case/case-event.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { workingTimeOf } from '../policy/policy.ts';
import { line122FactsOf, line122Figures } from '../rates/line-122-figures.ts';
import { codesOf, lead, unit } from '../testing/case-steps.ts';
import { LivingCase, person, SPEC_CALENDAR, words } from '../testing/living-case.ts';
import { HELP_KINDS, type HelpKind } from './line-122-policy.ts';

const text = words('t');
/** 22:00 of a Saturday: no desk hour. */
const SATURDAY_NIGHT = '2026-01-10T14:00:00.000Z';
const PERIOD = { from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' };

let lived: LivingCase;
beforeEach(() => void (lived = new LivingCase(SATURDAY_NIGHT)));

const asks = (help: HelpKind, urgency: 'ordinary' | 'emergency' = 'ordinary') =>
  lived.do({ type: 'register', kind: 'help', urgency, categoryId: 'c1', help }, person('operator'));
const assign = (...units: Parameters<typeof lead>[]) =>
  lived.do(
    { type: 'assign', units: units.map((of) => lead(...of)), quality: text, feedback: text },
    person('operator'),
  );
const rungsOf = (events: readonly NewCaseEvent[]) =>
  events.flatMap((event) => (event.type === 'RungActed' ? [`${event.payload.subject}:${event.payload.rung}`] : []));

describe('a call for help on the 122 line', () => {
  it('is the desk’s for ten minutes, on a Saturday night as well', () => {
    asks('lock');
    const told = lived.until('2026-01-10T14:10:00.000Z');
    expect(codesOf(told)).toEqual(['task:assign-or-answer:shift-leader', 'notice:desk-overdue:shift-leader']);
    expect(codesOf(lived.until('2026-01-10T14:30:00.000Z'))).toEqual(['notice:desk-overdue:director']);
  });

  it.each([
    ['dispute', '2026-01-10T22:00:00.000Z'],
    ['water-and-power', '2026-01-10T20:00:00.000Z'],
    ['lock', '2026-01-10T16:00:00.000Z'],
    ['complaint', '2026-01-11T14:00:00.000Z'],
    ['other', '2026-01-11T02:00:00.000Z'],
  ] as const)('of kind %s is due by the clock at %s', (help, due) => {
    asks(help);
    assign(['u1']);
    expect(lived.state.assignments['a1']).toMatchObject({
      acknowledgeBy: '2026-01-10T14:10:00.000Z',
      dueAt: due,
      aroundTheClock: true,
    });
  });

  it('climbs in minutes: the head and the desk, the shift leader, the director, and then as every case', () => {
    asks('lock');
    assign(['u1']);
    const first = lived.until('2026-01-10T14:45:00.000Z');
    expect(rungsOf(first)).toEqual([
      'a1/acknowledge:unread',
      'a1/acknowledge:reminder',
      'a1/acknowledge:shift-leader',
      'a1/first-report:missing',
      'a1/first-report:shift-leader',
    ]);
    const later = lived.until('2026-01-10T16:30:00.000Z').filter(({ type }) => type === 'RungActed');
    expect(rungsOf(later)).toEqual(
      expect.arrayContaining(['a1/first-report:director', 'a1/due:yellow', 'a1/due:red', 'a1/due:urging-notice']),
    );
    expect(codesOf(later)).toContain('notice:minutes-late:director');
    lived.until('2026-01-31T00:00:00.000Z');
    const kinds = Object.values(lived.state.proposals).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['on-site', 'talk', 'special-report']));
  });

  it('keeps its own minutes where it is an emergency as well', () => {
    asks('lock', 'emergency');
    assign(['u1']);
    expect(lived.state.assignments['a1']?.dueAt).toBe('2026-01-10T16:00:00.000Z');
  });

  it('given back is ruled upon within half an hour, and its clock goes on by the clock', () => {
    asks('lock');
    assign(['u1']);
    lived.do({ type: 'return', assignmentId: 'a1', basis: text, approvedBy: 'head' }, unit('u1'));
    expect(lived.state.ladders.running['a1/ruling']?.rungs[0]?.at).toBe('2026-01-10T14:30:00.000Z');
    lived.now = '2026-01-10T14:20:00.000Z';
    lived.do({ type: 'rule-return', assignmentId: 'a1', ruling: 'accepted', text });
    expect(lived.state.ladders.running['intake']?.rungs[0]?.at).toBe('2026-01-10T14:30:00.000Z');
  });

  it('is refused where 122 is apart', () => {
    lived.policy = { ...DEFAULT_POLICY, line122: { ...DEFAULT_POLICY.line122, offered: false } };
    expect(() => asks('lock')).toThrow('line-122.not-offered');
  });
});

describe('the figures of the 122 line', () => {
  const factsOf = (of: LivingCase) =>
    line122FactsOf(of.events as CaseEvent[], DEFAULT_POLICY.line122, workingTimeOf(DEFAULT_POLICY, SPEC_CALENDAR));

  it('count what was done within its minutes, by kind of help', () => {
    asks('lock');
    assign(['u1']);
    lived.now = '2026-01-10T14:08:00.000Z';
    lived.do({ type: 'acknowledge', assignmentId: 'a1' }, unit('u1'));
    lived.now = '2026-01-10T14:40:00.000Z';
    lived.do({ type: 'report-interim', assignmentId: 'a1', text }, unit('u1'));
    const facts = factsOf(lived);
    const { all, byHelp } = line122Figures(facts ? [facts] : [], PERIOD);
    expect(all).toMatchObject({
      requests: 1,
      assignments: 1,
      acknowledgedInTime: { count: 1, of: 1 },
      reportedInTime: { count: 0, of: 1 },
      minutesToAcknowledge: 8,
      minutesToReport: 40,
      onTimeFeedback: { count: 1, of: 1 },
      onTimeCompletion: { count: 0, of: 1 },
      satisfaction: { of: 0, rate: null },
    });
    expect(byHelp.lock).toEqual(all);
    expect(byHelp.dispute.requests).toBe(0);
  });

  it('add up to the whole line, and know nothing of other channels', () => {
    const cases = HELP_KINDS.flatMap((help) => {
      lived = new LivingCase(SATURDAY_NIGHT);
      asks(help);
      assign(['u1']);
      return factsOf(lived) ?? [];
    });
    const { all, byHelp } = line122Figures(cases, PERIOD);
    const sum = HELP_KINDS.reduce((count, help) => count + byHelp[help].acknowledgedInTime.of, 0);
    expect([all.requests, all.acknowledgedInTime.of]).toEqual([HELP_KINDS.length, sum]);
    lived = new LivingCase(SATURDAY_NIGHT);
    lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
    expect(factsOf(lived)).toBeUndefined();
  });

  it('leave out a unit whose return was accepted', () => {
    asks('lock');
    assign(['u1']);
    lived.do({ type: 'return', assignmentId: 'a1', basis: text, approvedBy: 'head' }, unit('u1'));
    lived.do({ type: 'rule-return', assignmentId: 'a1', ruling: 'accepted', text });
    const facts = factsOf(lived);
    expect(line122Figures(facts ? [facts] : [], PERIOD).all.acknowledgedInTime.of).toBe(0);
  });
});
