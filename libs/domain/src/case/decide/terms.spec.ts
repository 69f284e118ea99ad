import { beforeEach, describe, expect, it } from '@jest/globals';
import { CaseSteps, co, codesOf, lead, unit } from '../../testing/case-steps.ts';
import { type LivingCase, person, words } from '../../testing/living-case.ts';
import type { UnitToAssign } from '../case-command.ts';

const text = words('t');

let steps: CaseSteps;
let lived: LivingCase;
beforeEach(() => {
  steps = new CaseSteps();
  ({ lived } = steps);
});

describe('an emergency', () => {
  it('held over a night goes on later by the clock, its first report and its due alike', () => {
    steps.assigned([lead('u1')], 'emergency');
    const before = lived.state;
    lived.do({ type: 'return', assignmentId: 'a1', basis: text, approvedBy: 'head' }, unit('u1'));
    lived.now = '2026-01-05T14:00:00.000Z';
    lived.do({ type: 'rule-return', assignmentId: 'a1', ruling: 'rejected', text });
    const twelveHoursLater = (at: string | undefined) => new Date(Date.parse(at ?? '') + 12 * 3_600_000).toISOString();
    expect(lived.state.assignments['a1']?.dueAt).toBe(twelveHoursLater(before.assignments['a1']?.dueAt));
    for (const subject of ['a1/due', 'a1/first-report', 'a1/acknowledge'])
      expect(lived.state.ladders.running[subject]?.rungs[0]?.at).toBe(
        twelveHoursLater(before.ladders.running[subject]?.rungs[0]?.at),
      );
  });

  it('is extended by days of the clock, and redone under a term as long as its first', () => {
    steps.assigned([lead('u1')], 'emergency');
    steps.acknowledge('a1', 'u1');
    expect(
      steps.refusal({ type: 'request-extension', assignmentId: 'a1', workingDays: 2, reason: text }, unit('u1')),
    ).toBe('extension.too-long');
    lived.do({ type: 'request-extension', assignmentId: 'a1', workingDays: 1, reason: text }, unit('u1'));
    lived.do({ type: 'decide-extension', assignmentId: 'a1', granted: true, text });
    expect(lived.state.assignments['a1']?.dueAt).toBe('2026-01-07T02:00:00.000Z');
    steps.done('a1', 'u1');
    lived.now = '2026-01-09T11:00:00.000Z';
    steps.called('dissatisfied');
    expect(lived.state.assignments['a1']?.dueAt).toBe('2026-01-10T11:00:00.000Z');
  });

  it('alone may be given minutes: an ordinary due never falls outside working time', () => {
    steps.registered();
    const minutes = {
      type: 'assign',
      units: [lead('u1', { term: { minutes: 30 } })],
      termReason: text,
      quality: text,
      feedback: text,
    } as const;
    expect(steps.refusal(minutes)).toBe('assignment.minutes-in-emergencies-only');
    expect(steps.refusal({ ...minutes, urgency: 'emergency' })).toBeUndefined();
  });
});

describe('an assignment', () => {
  beforeEach(() => {
    steps.registered();
  });
  const assigning = (...units: UnitToAssign[]) =>
    steps.refusal({ type: 'assign', units, termReason: text, quality: text, feedback: text });

  it.each([
    ['no unit', [], 'assignment.no-units'],
    ['no lead', [co('u1')], 'assignment.no-lead'],
    ['two leads', [lead('u1'), lead('u2')], 'assignment.two-leads'],
    ['a unit twice', [lead('u1'), co('u1')], 'assignment.unit-twice'],
    ['a due in the past', [lead('u1', { dueAt: '2026-01-05T01:00:00.000Z' })], 'assignment.due-in-past'],
    [
      'a due this evening, asked for after the desk closed',
      [lead('u1', { dueAt: '2026-01-04T14:00:00.000Z' })],
      'assignment.due-in-past',
    ],
    ['a due in a thousand years', [lead('u1', { dueAt: '3026-01-05T01:00:00.000Z' })], 'instant.too-far'],
    ['a due that is no instant', [lead('u1', { dueAt: '5 January' })], 'instant.malformed'],
    [
      'a term without end',
      [lead('u1', { term: { workingDays: Number.POSITIVE_INFINITY } })],
      'assignment.term-out-of-range',
    ],
    ['a term of less than nothing', [lead('u1', { term: { workingHours: -1 } })], 'assignment.term-out-of-range'],
  ])('with %s is refused', (_, units, code) => expect(assigning(...units)).toBe(code));

  it('with a due of its own is due at the last desk moment before it', () => {
    expect(assigning(lead('u1', { dueAt: '2026-01-11T04:00:00.000Z' }))).toBeUndefined();
    expect(lived.state.assignments['a1']?.dueAt).toBe('2026-01-09T09:30:00.000Z');
  });

  it('of a unit that is not online goes by fax and phone, and so does all it is told later', () => {
    const events = steps.assign([lead('u1', { member: false })]);
    expect(codesOf(events)).toEqual(['task:fax:dispatch', 'task:phone-acknowledge:dispatch']);
    const told = lived.do({ type: 'issue-notice', assignmentId: 'a1', notice: 'urging-notice', text });
    expect(codesOf(told)).toEqual(['task:fax:dispatch']);
    const acted = lived.until('2026-01-13T02:00:00.000Z');
    expect(codesOf(acted).filter((code) => code.startsWith('notice:') && /:(handler|head)$/.test(code))).toEqual([]);
    expect(
      steps.refusal({ type: 'acknowledge', assignmentId: 'a1', way: 'phone' }, person('operator')),
    ).toBeUndefined();
  });

  it('of a member unit is not for the center to acknowledge, nor for another unit to know of', () => {
    steps.assign([lead('u1')]);
    expect(steps.refusal({ type: 'acknowledge', assignmentId: 'a1' }, person('operator'))).toBe(
      'assignment.unit-is-online',
    );
    expect(steps.refusal({ type: 'acknowledge', assignmentId: 'a1' }, unit('u2'))).toBe('assignment.not-found');
    steps.acknowledge('a1', 'u1');
    expect(steps.refusal({ type: 'acknowledge', assignmentId: 'a1' }, unit('u1'))).toBe('assignment.wrong-status');
  });

  it('suspended twice over a weekend, and extended by whole days alone, never loses time', () => {
    steps.assign([lead('u1')]);
    steps.acknowledge('a1', 'u1');
    expect(
      steps.refusal({ type: 'request-extension', assignmentId: 'a1', workingDays: 0.5, reason: text }, unit('u1')),
    ).toBe('extension.whole-days');
    const due = lived.state.assignments['a1']?.dueAt ?? '';
    lived.now = '2026-01-09T10:00:00.000Z';
    const cause = { cause: 'weather', reviewAt: '2026-01-20T02:00:00.000Z', text };
    lived.do({ type: 'suspend', assignmentId: 'a1', ...cause });
    lived.now = '2026-01-11T10:00:00.000Z';
    lived.do({ type: 'resume', assignmentId: 'a1', text });
    expect(lived.state.assignments['a1']?.dueAt).toBe(due);
  });
});

describe('feedback', () => {
  it('while an extension is asked for answers it, and sent back leaves none pending', () => {
    steps.assigned([lead('u1')]);
    steps.acknowledge('a1', 'u1');
    lived.do({ type: 'request-extension', assignmentId: 'a1', workingDays: 2, reason: text }, unit('u1'));
    steps.feedBack('a1', 'u1');
    expect(lived.state.ladders.running['a1/extension']).toBeUndefined();
    expect(steps.refusal({ type: 'decide-extension', assignmentId: 'a1', granted: true, text })).toBe(
      'extension.none-pending',
    );
    lived.do({ type: 'review', assignmentId: 'a1', accepted: false, text });
    expect(lived.state.ladders.running['a1/due']).toBeDefined();
    expect(
      steps.refusal({ type: 'request-extension', assignmentId: 'a1', workingDays: 2, reason: text }, unit('u1')),
    ).toBeUndefined();
  });

  it('stops the ladder, and the red that came at the same instant does nothing', () => {
    steps.assigned([lead('u1')]);
    steps.acknowledge('a1', 'u1');
    lived.until('2026-01-09T02:00:00.000Z');
    const red = lived.next;
    lived.now = red?.at ?? '';
    steps.feedBack('a1', 'u1');
    expect(
      lived.do({ type: 'act', key: red?.key ?? '', at: lived.now }, { userId: 'machine', role: 'machine' }),
    ).toEqual([]);
  });
});

describe('an extension', () => {
  it('granted after yellow reminds again before the new due, under a term and keys of its own', () => {
    steps.assigned([lead('u1')]);
    steps.acknowledge('a1', 'u1');
    lived.until('2026-01-09T02:00:00.000Z');
    const asked = { type: 'request-extension', assignmentId: 'a1', workingDays: 5, reason: text } as const;
    lived.do(asked, unit('u1'));
    lived.do({ type: 'decide-extension', assignmentId: 'a1', granted: true, text });
    lived.until('2026-01-19T02:00:00.000Z');
    const keys = lived.events.flatMap(({ actionKey }) => (actionKey?.startsWith('a1/due') ? [actionKey] : []));
    expect(keys).toEqual(['a1/due:1:yellow:1', 'a1/due:2:yellow:1', 'a1/due:2:red:1']);
    expect(steps.refusal({ ...asked, workingDays: 1 }, unit('u1'))).toBe('extension.after-due');
  });

  it('a second time is the director’s to grant, and together they never exceed the first term', () => {
    steps.assigned([lead('u1')]);
    steps.acknowledge('a1', 'u1');
    const asked = { type: 'request-extension', assignmentId: 'a1', reason: text } as const;
    const granted = { type: 'decide-extension', assignmentId: 'a1', granted: true, text } as const;
    lived.do({ ...asked, workingDays: 3 }, unit('u1'));
    expect(steps.refusal({ ...asked, workingDays: 1 }, unit('u1'))).toBe('extension.pending');
    lived.do(granted, person('operator'));
    expect(steps.refusal({ ...asked, workingDays: 3 }, unit('u1'))).toBe('extension.too-long');
    expect(codesOf(lived.do({ ...asked, workingDays: 2 }, unit('u1')))).toEqual(['task:extension-decision:director']);
    expect(steps.refusal(granted, person('supervisor'))).toBe('extension.director-only');
    lived.do(granted, person('director'));
    expect(lived.state.assignments['a1']).toMatchObject({ extensions: 2, extendedDays: 5, term: 3 });
  });
});

describe('an extension granted long after the due', () => {
  it('leaves the overdue ladder a rung to stand on', () => {
    steps.assigned([lead('u1')]);
    steps.acknowledge('a1', 'u1');
    lived.do({ type: 'request-extension', assignmentId: 'a1', workingDays: 1, reason: text }, unit('u1'));
    lived.until('2026-04-01T02:00:00.000Z');
    lived.do({ type: 'decide-extension', assignmentId: 'a1', granted: true, text });
    expect(lived.state.ladders.running['a1/due']?.rungs).toMatchObject([{ rung: 'still-overdue' }]);
  });
});
