import { ensure } from '../../domain-error.ts';
import { entryOf } from '../../entry.ts';
import { ensureNear, instantOf, millisecondsOf, type Instant } from '../../instant.ts';
import type { Effect, ProposalKind } from '../../ledger/effect.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import {
  activeAssignments,
  isPending,
  type AssignmentState,
  type CaseState,
  type ProposalState,
} from '../case-state.ts';
import {
  event,
  inStage,
  ladder,
  ladderOfProposal,
  laddersOf,
  subjectsOfProposals,
  tellUnit,
  waitFromNow,
  withdrawDraft,
  type DecisionContext,
} from './decision.ts';

/**
 * Proposes a way out to the director, who decides; unanswered, it happens by itself. Proposes nothing when the same is
 * already proposed or under way, and a joint meeting only where several units, or a dispute, are concerned.
 */
export function propose(
  state: CaseState,
  kind: ProposalKind,
  assignment: AssignmentState | undefined,
  context: DecisionContext,
): NewCaseEvent[] {
  if (!isUseful(state, kind, assignment)) return [];
  const wait = waitFromNow('proposal', context);
  const proposalId = `p${Object.keys(state.proposals).length + 1}`;
  const of = {
    subject: ladderOfProposal(proposalId),
    due: wait.due,
    ...(assignment ? { unitId: assignment.unitId } : {}),
  };
  const drafts = kind === 'special-report' ? [event('SpecialReportDrafted', { reportId: nextReportId(state) })] : [];
  const made = event(
    'ProposalMade',
    {
      proposalId,
      kind,
      decideBy: wait.due,
      ...(assignment ? { assignmentId: assignment.id } : {}),
      ...(kind === 'special-report' ? { reportId: nextReportId(state) } : {}),
    },
    {
      ladders: { set: [ladder('proposal', ladderOfProposal(proposalId), 1, wait, context)] },
      effects: [
        { code: 'notice:proposal:director', ...of },
        { code: 'task:proposal:director', ...of },
      ],
    },
  );
  return [...drafts, made];
}

function isUseful(state: CaseState, kind: ProposalKind, assignment: AssignmentState | undefined): boolean {
  const pending = Object.values(state.proposals).some(
    (other) =>
      other.kind === kind &&
      isPending(other) &&
      (other.assignmentId === assignment?.id || kind === 'joint-meeting' || kind === 'special-report'),
  );
  if (pending) return false;
  if (kind === 'joint-meeting') {
    const disputed = state.returns > 0;
    return !state.openMeetingId && (activeAssignments(state).length > 1 || disputed);
  }
  return kind !== 'special-report' || !state.openReportId;
}

export const nextMeetingId = (state: CaseState): string => `${state.caseNumber}-meeting-${state.meetings + 1}`;
export const nextReportId = (state: CaseState): string => `${state.caseNumber}-report-${state.reports + 1}`;

/** The director decides: do it, not now (until when, why), or no (why). */
export function decideProposal(
  state: CaseState,
  command: CaseCommandOf<'decide-proposal'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const { proposalId, decision, until, text } = command;
  const proposal = entryOf(state.proposals, proposalId);
  ensure(proposal, 'proposal.not-found', { proposalId });
  ensure(proposal.status === 'open', 'proposal.already-decided', { status: proposal.status });
  ensure((decision === 'not-now') === (until !== undefined), 'proposal.until-when');
  ensureNear(context.now, until);
  ensure(!until || until > context.now, 'proposal.until-when');
  const subject = ladderOfProposal(proposalId);
  const facts = { proposalId, decision, text, ...(until ? { until } : {}) };
  if (decision === 'not-now' && until) {
    const rung = { rung: 'again', at: until, effects: [], try: 1 };
    return [
      event('ProposalDecided', facts, { ladders: { drop: [subject], set: [{ subject, term: 2, rungs: [rung] }] } }),
    ];
  }
  const effects = decision === 'do-it' ? effectsOfCarryingOut(state, proposal) : [];
  const decided = event('ProposalDecided', facts, { ladders: { drop: [subject] }, effects });
  if (decision === 'do-it') return [decided, ...carryOut(state, proposal, false, context)];
  return [decided, ...(proposal.reportId ? withdrawDraft(state) : [])];
}

/** A proposal's rung: unanswered, it happens; put off, it is proposed again. */
export function proposalCame(
  state: CaseState,
  proposal: ProposalState,
  rung: string,
  context: DecisionContext,
): NewCaseEvent[] {
  const subject = ladderOfProposal(proposal.id);
  if (rung === 'unanswered') {
    const consequences = { ladders: { drop: [subject] }, effects: effectsOfCarryingOut(state, proposal) };
    const happened = event('ProposalHappened', { proposalId: proposal.id }, consequences);
    return [happened, ...carryOut(state, proposal, true, context)];
  }
  const wait = waitFromNow('proposal', context);
  const again = Object.keys(state.proposals).length + 1;
  const { kind, assignmentId, reportId } = proposal;
  const fresh = ladderOfProposal(`p${again}`);
  const facts = {
    proposalId: `p${again}`,
    kind,
    decideBy: wait.due,
    ...(assignmentId ? { assignmentId } : {}),
    ...(reportId ? { reportId } : {}),
  };
  const of = { subject: fresh, due: wait.due };
  return [
    event('ProposalMade', facts, {
      ladders: { drop: [subject], set: [ladder('proposal', fresh, 1, wait, context)] },
      effects: [
        { code: 'notice:proposal:director', ...of },
        { code: 'task:proposal:director', ...of },
      ],
    }),
  ];
}

function carryOut(
  state: CaseState,
  proposal: ProposalState,
  automatic: boolean,
  context: DecisionContext,
): NewCaseEvent[] {
  if (proposal.kind === 'special-report' && proposal.reportId && proposal.reportId === state.openReportId)
    return [event('SpecialReportSubmitted', { reportId: proposal.reportId, automatic })];
  if (proposal.kind === 'joint-meeting') {
    const unitIds = [...new Set(activeAssignments(state).map(({ unitId }) => unitId))];
    if (state.openMeetingId || unitIds.length === 0) return [];
    const startsAt = meetingTime(context);
    return [event('MeetingConvened', { meetingId: nextMeetingId(state), unitIds, startsAt, automatic })];
  }
  return [];
}

/** What a decided or happened talk or on-site session puts in motion: the unit is told, the supervision room has a task. */
function effectsOfCarryingOut(state: CaseState, proposal: ProposalState): Effect[] {
  if (proposal.kind !== 'on-site' && proposal.kind !== 'talk') return [];
  const assignment = proposal.assignmentId ? state.assignments[proposal.assignmentId] : undefined;
  if (!assignment) return [];
  const work = { subject: laddersOf.due(assignment.id), unitId: assignment.unitId };
  return proposal.kind === 'talk'
    ? [...tellUnit(assignment, ['notice:talk:head']), { code: 'task:talk:supervision', ...work }]
    : [...tellUnit(assignment, ['notice:on-site-session:head']), { code: 'task:on-site-session:supervision', ...work }];
}

const HALF_HOUR = 30 * 60_000;

/** When a meeting that convenes itself begins: after the notice that units are owed, at the next half hour of desk hours. */
function meetingTime({ now, time, policy }: DecisionContext): Instant {
  const noticed = time.add(now, policy.waits.meetingNotice).at;
  if (policy.pace.kind !== 'desk') return noticed;
  const next = millisecondsOf(time.addWorking(noticed, HALF_HOUR).at);
  return instantOf(next - (next % HALF_HOUR));
}

/** 会办 convened by a person, at any time while the case is under way. */
export function conveneMeeting(
  state: CaseState,
  command: CaseCommandOf<'convene-meeting'>,
  context: DecisionContext,
): NewCaseEvent[] {
  inStage(state, 'registered', 'assigned', 'completed', 'second-look');
  ensure(!state.openMeetingId, 'meeting.already-open', { meetingId: state.openMeetingId });
  ensure(command.unitIds.length > 0, 'meeting.no-units');
  ensureNear(context.now, command.startsAt);
  ensure(command.startsAt > context.now, 'meeting.in-past');
  const drop = subjectsOfProposals(state, ({ kind }) => kind === 'joint-meeting');
  const facts = {
    meetingId: nextMeetingId(state),
    unitIds: [...new Set(command.unitIds)],
    startsAt: command.startsAt,
    automatic: false,
  };
  return [event('MeetingConvened', facts, { ladders: { drop } })];
}

/** A meeting that did not settle the matter makes a special report the next way out. */
export function endMeeting(
  state: CaseState,
  command: CaseCommandOf<'end-meeting'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const { meetingId, result } = command;
  ensure(state.openMeetingId === meetingId, 'meeting.not-open', { meetingId });
  const ended = event('MeetingEnded', { meetingId, result });
  const stuck = result === 'unsettled' && (state.stage === 'assigned' || state.stage === 'second-look');
  return stuck ? [ended, ...propose(state, 'special-report', undefined, context)] : [ended];
}

export function draftReport(state: CaseState): NewCaseEvent[] {
  inStage(state, 'registered', 'assigned', 'completed', 'second-look');
  ensure(!state.openReportId, 'report.already-open', { reportId: state.openReportId });
  return [event('SpecialReportDrafted', { reportId: nextReportId(state) })];
}

/** The director issues the report; a proposal to do so is answered by it. */
export function submitReport(state: CaseState, command: CaseCommandOf<'submit-report'>): NewCaseEvent[] {
  const { reportId } = command;
  ensure(state.openReportId === reportId, 'report.not-open', { reportId });
  ensure(!state.openReportIssued, 'report.wrong-status', { status: 'submitted', expected: ['draft'] });
  const drop = subjectsOfProposals(state, (proposal) => proposal.reportId === reportId);
  return [event('SpecialReportSubmitted', { reportId, automatic: false }, { ladders: { drop } })];
}

export function receiveInstruction(
  state: CaseState,
  command: CaseCommandOf<'receive-instruction'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const { reportId, dueAt } = command;
  ensure(state.openReportId === reportId, 'report.not-open', { reportId });
  ensure(state.openReportIssued, 'report.wrong-status', { status: 'draft', expected: ['submitted'] });
  ensureNear(context.now, dueAt);
  return [event('InstructionGiven', { reportId, dueAt })];
}

/** 直到问题得到圆满解决: the follow-up ends when the matter is solved, or the director says why not. */
export function endReport(state: CaseState, command: CaseCommandOf<'end-report'>): NewCaseEvent[] {
  const { reportId, result } = command;
  ensure(state.openReportId === reportId, 'report.not-open', { reportId });
  ensure(result === 'withdrawn' || state.openReportIssued, 'report.wrong-status', {
    status: 'draft',
    expected: ['submitted'],
  });
  const drop = subjectsOfProposals(state, (proposal) => proposal.reportId === reportId);
  return [event('SpecialReportEnded', { reportId, result }, { ladders: { drop } })];
}
