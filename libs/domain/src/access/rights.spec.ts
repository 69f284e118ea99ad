import { describe, expect, it } from '@jest/globals';
import type { CaseCommandType } from '../case/case-command.ts';
import { LivingCase, person, words } from '../testing/living-case.ts';
import { ROLES, type Role } from './actor.ts';
import { availableActions, mayDo } from './case-rights.ts';
import { mayDoMeeting, mayDoReport } from './stream-rights.ts';

const text = words('t');
const who = (type: CaseCommandType): Role[] => ROLES.filter((role) => mayDo(person(role), type));

function assigned(): LivingCase {
  const lived = new LivingCase('2026-01-05T02:00:00.000Z');
  lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
  const units = [
    { unitId: 'u1', role: 'lead', member: true },
    { unitId: 'u2', role: 'co', member: false },
  ] as const;
  lived.do({ type: 'assign', units, quality: text, feedback: text });
  return lived;
}

describe('who may do what', () => {
  it('is nested in the center: operator, supervisor, director', () => {
    expect(who('assign')).toEqual(['operator', 'dispatcher', 'shift-leader', 'supervisor', 'director']);
    expect(who('end-incident')).toEqual(['shift-leader', 'supervisor', 'director']);
    for (const judged of ['record-sample-look', 'check-quality'] as const)
      expect(who(judged)).toEqual(['quality-checker', 'supervisor', 'director']);
    expect(who('decide-quality-appeal')).toEqual(['supervisor', 'director']);
    expect(who('close')).toEqual(['supervisor', 'director']);
    expect(who('decide-proposal')).toEqual(['director']);
    expect(who('receive-instruction')).toEqual(['deputy-mayor']);
  });

  it('is for the mayor to ask after a case and no more, and nothing for an administrator', () => {
    const { state } = assigned();
    expect(availableActions(state, person('mayor'))).toEqual([{ type: 'ask-as-leader' }]);
    expect(availableActions(state, person('administrator'))).toEqual([]);
  });

  it('is the machine’s alone where a time has come', () => {
    expect(who('act')).toEqual([]);
    expect(mayDo({ userId: 'machine', role: 'machine' }, 'act')).toBe(true);
  });

  it('is a unit’s only where it has a duty', () => {
    const { state } = assigned();
    expect(mayDo(person('unit-handler', 'u1'), 'acknowledge', state)).toBe(true);
    expect(mayDo(person('unit-handler', 'u9'), 'acknowledge', state)).toBe(false);
    expect(availableActions(state, person('unit-head', 'u9'))).toEqual([]);
  });
});

describe('what a person may do now', () => {
  const typesOf = (lived: LivingCase, actor = person('operator')) =>
    availableActions(lived.state, actor).map(({ type, assignmentId }) =>
      assignmentId ? `${type} ${assignmentId}` : type,
    );

  it('is of a unit: to acknowledge or return its own assignment', () => {
    expect(typesOf(assigned(), person('unit-handler', 'u1'))).toEqual([
      'acknowledge a1',
      'return a1',
      'raise-dispute a1',
      'hand-over-within a1',
    ]);
  });

  it('is of the center: to enter what a unit that is not online answered, and never for one that is', () => {
    const types = typesOf(assigned());
    expect(types).toContain('acknowledge a2');
    expect(types).not.toContain('acknowledge a1');
  });

  it('is at a registered case: to answer, assign or decline, to sort or merge it, to write a further call down', () => {
    const lived = new LivingCase('2026-01-05T02:00:00.000Z');
    lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
    const desk = ['classify', 'record-call', 'merge', 'decline', 'answer-directly', 'assign'];
    const pressing = ['transfer', 'declare-emergency', 'require-urgent-report'];
    expect(typesOf(lived)).toEqual([...desk, ...pressing]);
    lived.do({ type: 'decline', reason: 'not-ours', text });
    expect(typesOf(lived, person('director'))).toEqual(['transfer', 'require-urgent-report']);
  });

  it('is of the director alone to decide on an open proposal', () => {
    const lived = assigned();
    lived.until('2026-01-19T02:00:00.000Z');
    const proposals = (role: Role) =>
      availableActions(lived.state, person(role)).filter(({ proposalId }) => proposalId);
    expect(proposals('director').length).toBeGreaterThan(0);
    expect(proposals('supervisor')).toEqual([]);
  });
});

describe('in meetings and reports', () => {
  it('the supervisor holds, a unit finishes what is its own, the machine opens', () => {
    expect(ROLES.filter((role) => mayDoMeeting(person(role), 'hold'))).toEqual(['supervisor', 'director']);
    const lived = assigned();
    lived.do({ type: 'convene-meeting', unitIds: ['u1', 'u2'], startsAt: '2026-01-07T02:00:00.000Z' });
    const [id = ''] = lived.meetings.keys();
    const resolutions = [{ unitId: 'u1', text, dueAt: '2026-01-20T02:00:00.000Z' }];
    lived.doMeeting(id, { type: 'hold', settled: true, minutes: text, attendedUnitIds: [], resolutions });
    const state = lived.meetings.get(id)?.state;
    expect(mayDoMeeting(person('unit-head', 'u1'), 'finish-resolution', state)).toBe(true);
    expect(mayDoMeeting(person('unit-head', 'u2'), 'finish-resolution', state)).toBe(false);
    expect(mayDoMeeting({ userId: 'machine', role: 'machine' }, 'open')).toBe(true);
  });

  it('a deputy mayor instructs on what is in his own folder; the director submits and ends', () => {
    const lived = assigned();
    lived.do({ type: 'draft-report' });
    const state = [...lived.reports.values()][0]?.state;
    expect(mayDoReport({ userId: 'deputy', role: 'deputy-mayor' }, 'give-instruction', state)).toBe(true);
    expect(mayDoReport({ userId: 'another', role: 'deputy-mayor' }, 'give-instruction', state)).toBe(false);
    expect(ROLES.filter((role) => mayDoReport(person(role), 'submit'))).toEqual(['director']);
    for (const type of ['follow-up', 'review-part'] as const)
      expect(ROLES.filter((role) => mayDoReport(person(role), type))).toEqual(['supervisor', 'director']);
    expect(ROLES.filter((role) => mayDoReport(person(role), 'report-part'))).toEqual(['unit-handler', 'unit-head']);
  });
});
