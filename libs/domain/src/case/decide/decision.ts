import { ensure } from '../../domain-error.ts';
import { entryOf } from '../../entry.ts';
import type { Instant } from '../../instant.ts';
import type { Actor } from '../../access/actor.ts';
import type { Effect, EffectCode } from '../../ledger/effect.ts';
import type { Ladder, LadderChanges } from '../../ledger/ladder.ts';
import { buildLadder, type Wait } from '../../policy/build-ladder.ts';
import type { LadderName, Policy } from '../../policy/policy.ts';
import type { WorkingTime } from '../../working-time/working-time.ts';
import type { CaseEventType, CasePayloads, NewCaseEvent } from '../case-event.ts';
import {
  isPending,
  type AssignmentState,
  type AssignmentStatus,
  type CaseState,
  type ProposalState,
  type Stage,
} from '../case-state.ts';

/** What a decision may look at beside the case: one time, the rules, and who asks. */
export interface DecisionContext {
  readonly now: Instant;
  readonly policy: Policy;
  readonly time: WorkingTime;
  readonly actor: Actor;
}

/** A new event with its consequences; absent ones are left out so that payloads stay small. */
export function event<Type extends CaseEventType>(
  type: Type,
  payload: CasePayloads[Type],
  consequences: { ladders?: LadderChanges; effects?: readonly Effect[]; actionKey?: string } = {},
): NewCaseEvent {
  const { ladders, effects, actionKey } = consequences;
  return {
    type,
    payload: { ...payload, ...(ladders ? { ladders } : {}), ...(effects?.length ? { effects } : {}) },
    ...(actionKey ? { actionKey } : {}),
  } as NewCaseEvent;
}

export function ladder(name: LadderName, subject: string, term: number, wait: Wait, context: DecisionContext): Ladder {
  return buildLadder(name, { subject, term, now: context.now }, wait, context);
}

/** The term of a wait that may come again in one case: the number of the event that begins it, so it only rises. */
export function termOfWait(state: CaseState): number {
  return state.head.number + 1;
}

/** A wait of a person of the center that begins now and is due after the policy's term for it. */
export function waitFromNow(length: keyof Policy['waits'], context: DecisionContext): Wait {
  return { start: context.now, due: context.time.add(context.now, context.policy.waits[length]).at };
}

export function inStage(state: CaseState, ...stages: Stage[]): void {
  ensure(stages.includes(state.stage), 'case.wrong-stage', { stage: state.stage, expected: stages });
}

/** While units work, or the desk looks for a new lead meanwhile. */
export function underWay(state: CaseState): void {
  inStage(state, 'registered', 'assigned');
}

/** The assignment a command names. Another unit's looks as if it did not exist. */
export function assignmentOf(state: CaseState, id: string, context: DecisionContext): AssignmentState {
  const assignment = entryOf(state.assignments, id);
  const { unitId, role } = context.actor;
  const isUnits = role === 'unit-handler' || role === 'unit-head';
  ensure(assignment && (!isUnits || assignment.unitId === unitId), 'assignment.not-found', { assignmentId: id });
  return assignment;
}

export function inStatus(assignment: AssignmentState, ...statuses: AssignmentStatus[]): void {
  ensure(statuses.includes(assignment.status), 'assignment.wrong-status', {
    status: assignment.status,
    expected: statuses,
  });
}

/** The center enters what a unit that is not online answered by phone or paper; never for a unit that is. */
export function onBehalf(assignment: AssignmentState, context: DecisionContext): boolean {
  if (context.actor.unitId !== undefined) return false;
  ensure(!assignment.member, 'assignment.unit-is-online', { unitId: assignment.unitId });
  return true;
}

/** The ladders that belong to an assignment. */
export const laddersOf = {
  acknowledge: (id: string) => `${id}/acknowledge`,
  firstReport: (id: string) => `${id}/first-report`,
  due: (id: string) => `${id}/due`,
  ruling: (id: string) => `${id}/ruling`,
  extension: (id: string) => `${id}/extension`,
  suspension: (id: string) => `${id}/suspension`,
  review: (id: string) => `${id}/review`,
  all: (id: string) =>
    ['acknowledge', 'first-report', 'due', 'ruling', 'extension', 'suspension', 'review'].map(
      (wait) => `${id}/${wait}`,
    ),
};

/** What a unit is told: a member by notices, any other by a fax sheet that somebody sends (非网络成员单位). */
export function tellUnit(
  { id, unitId, member }: Pick<AssignmentState, 'id' | 'unitId' | 'member'>,
  codes: readonly EffectCode[],
  due?: Instant,
): Effect[] {
  const of = { subject: laddersOf.due(id), unitId, ...(due ? { due } : {}) };
  return member ? codes.map((code) => ({ code, ...of })) : [{ code: 'task:fax:dispatch', ...of }];
}

/** The ladder that waits for an answer to a proposal. */
export const ladderOfProposal = (proposalId: string): string => `proposal/${proposalId}`;

/** The ladders of the proposals that still wait, of those that a fact answers. */
export function subjectsOfProposals(state: CaseState, which: (proposal: ProposalState) => boolean): string[] {
  return Object.values(state.proposals)
    .filter((proposal) => isPending(proposal) && which(proposal))
    .map(({ id }) => ladderOfProposal(id));
}

/** A draft that nobody issued goes with the trouble it was about. */
export function withdrawDraft(state: CaseState): NewCaseEvent[] {
  const { openReportId: reportId, openReportIssued } = state;
  return reportId && !openReportIssued ? [event('SpecialReportEnded', { reportId, result: 'withdrawn' })] : [];
}

/** The subjects of every ladder of the case, for endings. */
export function everySubject(state: CaseState): string[] {
  return [...Object.keys(state.ladders.running), ...Object.keys(state.ladders.held)];
}
