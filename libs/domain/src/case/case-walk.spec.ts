import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { availableActions, mayDo } from '../access/case-rights.ts';
import { nextAction } from '../ledger/ladder.ts';
import { walk, walks, type Tried } from '../testing/arbitrary-walk.ts';
import type { LivingCase } from '../testing/living-case.ts';
import type { CaseEvent } from './case-event.ts';
import { openAssignments, type CaseState } from './case-state.ts';
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
  const running = Object.keys(state.ladders.running);
  if (state.stage === 'declined') expect(running).toEqual([]);
  else if (state.stage === 'closed') expect(running.filter((subject) => subject !== 'books')).toEqual([]);
  else expect(nextAction(state)).toBeDefined();
  if (state.stage === 'closed' && state.outcome === 'on-books') expect(running).toEqual(['books']);
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
    if (report.status === 'draft') expect(['closed', 'declined']).not.toContain(state.stage);
  }
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
      const running = Object.keys(state.ladders.running);
      const held = Object.keys(state.ladders.held);
      for (const { id, status } of Object.values(state.assignments))
        if (status === 'accepted' || status === 'withdrawn')
          expect([...running, ...held].filter((subject) => subject.startsWith(`${id}/`))).toEqual([]);
      if (state.stage === 'completed') expect(running).toEqual(['callback']);
    }));

  it('is never due earlier for an extension, a suspension or a return that was refused', () =>
    always(({ lived: { state }, before }) => {
      for (const [id, was] of Object.entries(before.assignments)) {
        const now = state.assignments[id];
        if (now && now.startedAt === was.startedAt) expect(now.dueAt >= was.dueAt).toBe(true);
      }
    }));

  it('foresees what a person may do: nothing else is accepted of him', () =>
    always(({ before, command, actor, refusal }) => {
      const foreseen = availableActions(before, actor).some(
        (action) =>
          action.type === command.type &&
          (action.assignmentId === undefined ||
            ('assignmentId' in command && command.assignmentId === action.assignmentId)) &&
          (action.proposalId === undefined || ('proposalId' in command && command.proposalId === action.proposalId)),
      );
      const ownStream = ['end-meeting', 'receive-instruction', 'end-report', 'register'].includes(command.type);
      if (!refusal && mayDo(actor, command.type, before) && !ownStream) expect(foreseen).toBe(true);
      for (const { type } of availableActions(before, actor)) expect(mayDo(actor, type, before)).toBe(true);
    }));

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
    expect(() => evolveCase(lived.state, unknown)).toThrow('unknown case event CaseForgotten');
    expect(() => evolveCase(undefined, { ...unknown, type: 'AnsweredDirectly' } as CaseEvent)).toThrow(
      'begins with CaseRegistered',
    );
    expect(() => evolveCase(lived.state, { ...unknown, type: 'constructor' } as unknown as CaseEvent)).toThrow(
      'unknown case event',
    );
  });
});
