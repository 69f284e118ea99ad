import { isOfUnit } from '../../access/actor.ts';
import { ensure } from '../../domain-error.ts';
import { entryOf } from '../../entry.ts';
import type { DecisionContext } from '../../decision-context.ts';
import type { Instant } from '../../instant.ts';
import type { Effect, EffectCode } from '../../ledger/effect.ts';
import { withConsequences, type Consequences } from '../../ledger/event-envelope.ts';
import type { Ladder } from '../../ledger/ladder.ts';
import { buildLadder, type Wait } from '../../policy/build-ladder.ts';
import type { LadderName, Policy } from '../../policy/policy.ts';
import type { Answered } from '../case-command.ts';
import type { CaseEventType, CasePayloads, NewCaseEvent } from '../case-event.ts';
import type { OnBehalf } from '../case-words.ts';
import { outlivesCase } from '../emergency/emergency-state.ts';
import {
  isPending,
  OPEN_STAGES,
  type AssignmentState,
  type AssignmentStatus,
  type CaseState,
  type ProposalState,
  type Stage,
} from '../case-state.ts';

/** A new event with its consequences. */
export function event<Type extends CaseEventType>(
  type: Type,
  payload: CasePayloads[Type],
  { actionKey, ...consequences }: Consequences & { actionKey?: string } = {},
): NewCaseEvent {
  const all = withConsequences(payload, consequences);
  return { type, payload: all, ...(actionKey ? { actionKey } : {}) } as NewCaseEvent;
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

/** While something is still owed to the citizen. */
export function stillOpen(state: CaseState): void {
  inStage(state, ...OPEN_STAGES);
}

/** While units work, or the desk looks for a new lead meanwhile. */
export function underWay(state: CaseState): void {
  inStage(state, 'registered', 'assigned');
}

/** The assignment a command names. Another unit's looks as if it did not exist. */
export function assignmentOf(state: CaseState, id: string, context: DecisionContext): AssignmentState {
  const assignment = entryOf(state.assignments, id);
  const { actor } = context;
  ensure(assignment && (!isOfUnit(actor) || assignment.unitId === actor.unitId), 'assignment.not-found', {
    assignmentId: id,
  });
  return assignment;
}

export function inStatus(assignment: AssignmentState, ...statuses: AssignmentStatus[]): void {
  ensure(statuses.includes(assignment.status), 'assignment.wrong-status', {
    status: assignment.status,
    expected: statuses,
  });
}

/**
 * The center enters what a unit that is not online answered by phone, fax or paper, and says by which; never for a unit that
 * is. Errors: assignment.unit-is-online, assignment.way-missing, assignment.own-answer where a unit names a way.
 */
export function onBehalf(
  assignment: AssignmentState,
  { way, answeredBy }: Answered,
  context: DecisionContext,
): OnBehalf {
  if (context.actor.unitId !== undefined) {
    ensure(!way && !answeredBy, 'assignment.own-answer');
    return { onBehalf: false };
  }
  ensure(!assignment.member, 'assignment.unit-is-online', { unitId: assignment.unitId });
  ensure(way, 'assignment.way-missing');
  return { onBehalf: true, way, ...(answeredBy ? { answeredBy } : {}) };
}

const HANDLING = [
  'acknowledge',
  'fax',
  'contact',
  'head-approval',
  'first-report',
  'due',
  'ruling',
  'extension',
  'suspension',
  'review',
] as const;
const SUPERVISION = ['return-slip', 'promise', 'on-site', 'talk', 'criticism'] as const;

/** The ladders that belong to an assignment. */
export const laddersOf = {
  acknowledge: (id: string) => `${id}/acknowledge`,
  fax: (id: string) => `${id}/fax`,
  contact: (id: string) => `${id}/contact`,
  headApproval: (id: string) => `${id}/head-approval`,
  firstReport: (id: string) => `${id}/first-report`,
  due: (id: string) => `${id}/due`,
  ruling: (id: string) => `${id}/ruling`,
  extension: (id: string) => `${id}/extension`,
  suspension: (id: string) => `${id}/suspension`,
  review: (id: string) => `${id}/review`,
  returnSlip: (id: string) => `${id}/return-slip`,
  promise: (id: string) => `${id}/promise`,
  onSite: (id: string) => `${id}/on-site`,
  talk: (id: string) => `${id}/talk`,
  criticism: (id: string) => `${id}/criticism`,
  /** The unit's own clocks, which stand while its duty is suspended or in dispute. */
  clocks: (id: string) =>
    ['contact', 'head-approval', 'due', 'first-report', 'return-slip', 'promise'].map((wait) => `${id}/${wait}`),
  all: (id: string) => [...HANDLING, ...SUPERVISION].map((wait) => `${id}/${wait}`),
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

/** The ladder that waits for the decision of a dispute. */
export const DISPUTE = 'dispute';

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

/** The ladder that waits for the center's answer to a leader's question. */
export const ladderOfQuestion = (questionId: string): string => `question/${questionId}`;

/** The subjects of every ladder that ends with the case; what is owed to others, or to a leader who asked, goes on. */
export function everySubject(state: CaseState): string[] {
  const all = [...Object.keys(state.ladders.running), ...Object.keys(state.ladders.held)];
  return all.filter((subject) => !outlivesCase(subject));
}
