import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { availableActions, mayDo } from '../access/case-rights.ts';
import { nextAction } from '../ledger/ladder.ts';
import { workingTimeOf } from '../policy/policy.ts';
import { attempt, walk, walks, type Tried } from '../testing/arbitrary-walk.ts';
import { person, type LivingCase } from '../testing/living-case.ts';
import type { CaseCommand, CaseCommandType } from './case-command.ts';
import type { CaseEvent } from './case-event.ts';
import { openAssignments, type CaseState } from './case-state.ts';
import { outlivesCase } from './emergency/emergency-state.ts';
import { decideCase } from './decide-case.ts';
import { evolveCase } from './evolve-case.ts';

// A failing walk is shortened for half a minute at most, then shown as it is; a slow machine walks less.
const RUNS = { numRuns: 60, interruptAfterTimeLimit: 30_000 } as const;
const always = (check: (tried: Tried) => void, maxLength = 40): void =>
  fc.assert(
    fc.property(walks({ minLength: 5, maxLength }), (path) => {
      walk(path, check);
    }),
    RUNS,
  );

/** Nobody can forget it: the case, and whoever owes something in it, has something that comes next, or it has ended. */
function isNeverStuck({ state, meetings, reports }: LivingCase): void {
  const running = Object.keys(state.ladders.running).filter((subject) => !outlivesCase(subject));
  if (state.stage === 'declined' || state.stage === 'merged') expect(running).toEqual([]);
  else if (state.stage === 'closed')
    expect(running.filter((subject) => !['books', 'sample'].includes(subject))).toEqual([]);
  else expect(nextAction(state)).toBeDefined();
  if (state.stage === 'closed' && state.outcome === 'on-books') expect(running).toContain('books');
  if (state.stage === 'registered') expect(running).toContain('intake');
  if (state.stage === 'registered' || state.stage === 'assigned')
    for (const { id } of openAssignments(state))
      expect(running.some((subject) => subject.startsWith(`${id}/`))).toBe(true);
  for (const { state: meeting } of meetings.values()) {
    const owes = meeting.status === 'convened' || Object.values(meeting.resolutions).some(({ doneAt }) => !doneAt);
    expect(nextAction(meeting) !== undefined).toBe(owes);
  }
  for (const { state: report } of reports.values()) {
    const owes = report.status === 'submitted' || report.status === 'instructed';
    expect(nextAction(report) !== undefined).toBe(owes);
    if (report.status === 'draft') expect(['closed', 'declined', 'merged']).not.toContain(state.stage);
  }
}

/** What a meeting's or a report's own action appends to the case. */
const OF_OWN_STREAM: readonly CaseCommandType[] = [
  'register',
  'take-in',
  'let-out',
  'end-meeting',
  'note-conference',
  'join-report',
  'leave-report',
  'follow-submission',
  'receive-instruction',
  'end-report',
  'check-quality',
  'appeal-quality',
  'decide-quality-appeal',
];
const PROBED = [
  person('deputy-mayor'),
  person('operator'),
  person('director'),
  person('unit-handler', 'u1'),
  person('unit-head', 'u3'),
];

/** What begins a first term anew, which may end before an extended one would have; and what the director sets. */
const BEGINS_ANEW: readonly CaseCommandType[] = [
  'change-term',
  'declare-emergency',
  'record-callback',
  'reopen',
  'unmerge',
];

function nameOf(of: {
  type: CaseCommandType;
  assignmentId?: string;
  proposalId?: string;
  questionId?: string;
}): string {
  return [of.type, of.assignmentId ?? of.proposalId ?? of.questionId ?? ''].join(' ').trim();
}

/** The command, said of every assignment or proposal there is. */
function forEachTarget(command: CaseCommand, state: CaseState): CaseCommand[] {
  if ('assignmentId' in command)
    return Object.keys(state.assignments).map((assignmentId) => ({ ...command, assignmentId }));
  if ('proposalId' in command) return Object.keys(state.proposals).map((proposalId) => ({ ...command, proposalId }));
  if ('questionId' in command) return Object.keys(state.questions).map((questionId) => ({ ...command, questionId }));
  return [command];
}

function keysOf(events: readonly CaseEvent[]): string[] {
  return events.flatMap(({ actionKey }) => actionKey ?? []);
}

describe('a case, whatever anybody does in whatever order', () => {
  it('has a next action, or has ended', () => always(({ lived }) => isNeverStuck(lived)));

  it('throws nothing but refusals, and then nothing has changed', () =>
    always(({ lived, before, refusal }) => {
      if (refusal) expect(lived.state).toBe(before);
    }));

  it('asks for no rung twice', () =>
    always(({ lived }) => {
      const keys = keysOf(lived.events);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { events } of [...lived.meetings.values(), ...lived.reports.values()]) {
        const theirs = events.flatMap(({ actionKey }) => actionKey ?? []);
        expect(new Set(theirs).size).toBe(theirs.length);
      }
    }));

  it('is the same read back from the ledger as lived through', () =>
    fc.assert(
      fc.property(walks({ minLength: 5, maxLength: 40 }), (path) => {
        const lived = walk(path, () => {});
        const read = JSON.parse(JSON.stringify(lived.events)) as CaseEvent[];
        expect(read.reduce<CaseState | undefined>(evolveCase, undefined)).toEqual(lived.state);
        const kept = JSON.parse(JSON.stringify(lived.state)) as CaseState;
        expect(kept).toEqual(lived.state);
      }),
      RUNS,
    ));

  it('acts on no rung of an assignment that is done, nor on any of a case that is completed but the callback’s', () =>
    always(({ lived: { state } }) => {
      const running = Object.keys(state.ladders.running).filter((subject) => !subject.startsWith('question/'));
      const held = Object.keys(state.ladders.held);
      for (const { id, status } of Object.values(state.assignments))
        if (status === 'accepted' || status === 'withdrawn')
          expect([...running, ...held].filter((subject) => subject.startsWith(`${id}/`))).toEqual([]);
      if (state.stage === 'completed')
        expect(running.filter((subject) => !outlivesCase(subject))).toEqual(['callback']);
    }));

  it('is never due earlier for an extension, a suspension or a return that was refused', () =>
    always(({ lived: { state }, before, command }) => {
      for (const [id, was] of Object.entries(before.assignments)) {
        const now = state.assignments[id];
        if (now && now.dueAt < was.dueAt) expect(BEGINS_ANEW).toContain(command.type);
      }
    }));

  it('foresees what a person may do: nothing else is accepted of him', () =>
    always(({ lived: { state, now, policy, calendar }, drawn }) => {
      const context = { now, policy, time: workingTimeOf(policy, calendar) };
      for (const actor of PROBED) {
        const available = availableActions(state, actor).map(nameOf);
        expect(available.filter((name) => !mayDo(actor, name.split(' ')[0] as CaseCommandType, state))).toEqual([]);
        // Files come with what a person does; they are no action of their own.
        const accepted = drawn
          .filter(({ type }) => type !== 'attach' && !OF_OWN_STREAM.includes(type) && mayDo(actor, type, state))
          .flatMap((command) => forEachTarget(command, state))
          .filter((command) => !attempt(() => decideCase(state, command, { ...context, actor })));
        expect(accepted.map(nameOf).filter((name) => !available.includes(name))).toEqual([]);
      }
    }, 25));

  it('never loses a proposal’s answer: what is pending has a ladder, and only that', () =>
    always(({ lived: { state } }) => {
      const pending = Object.values(state.proposals)
        .filter(({ status }) => status === 'open' || status === 'postponed')
        .map(({ id }) => `proposal/${id}`);
      const running = Object.keys(state.ladders.running).filter((subject) => subject.startsWith('proposal/'));
      expect(running.sort()).toEqual(pending.sort());
    }));
});

describe('the ledger of a case', () => {
  it('refuses an event of a type it does not know', () => {
    const lived = walk([], () => {});
    const unknown = { ...lived.events[0], type: 'CaseForgotten', number: 2 } as unknown as CaseEvent;
    expect(() => evolveCase(lived.state, unknown)).toThrow('unknown event CaseForgotten');
    expect(() => evolveCase(undefined, { ...unknown, type: 'AnsweredDirectly' } as CaseEvent)).toThrow(
      'begins with CaseRegistered',
    );
    expect(() => evolveCase(lived.state, { ...unknown, type: 'constructor' } as unknown as CaseEvent)).toThrow(
      'unknown event',
    );
  });
});
