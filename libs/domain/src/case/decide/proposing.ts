import { ensure } from '../../domain-error.ts';
import type { Effect, ProposalKind } from '../../ledger/effect.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { activeAssignments, type AssignmentState, type CaseState, type ProposalState } from '../case-state.ts';
import { event, inStage, ladder, laddersOf, waitFromNow, type DecisionContext } from './decision.ts';

const subjectOf = (proposalId: string): string => `proposal/${proposalId}`;

const isPending = ({ status }: ProposalState): boolean => status === 'open' || status === 'postponed';

/**
 * Proposes a way out to the director, who decides; unanswered, it happens by itself. Proposes nothing when the same is
 * already proposed or under way, and a joint meeting only where several units, or a dispute, are concerned.
 */
export function propose(state: CaseState, kind: ProposalKind, assignment: AssignmentState | undefined, context: DecisionContext): NewCaseEvent[] {
  if (!isUseful(state, kind, assignment)) return [];
  const wait = waitFromNow('proposal', context);
  const proposalId = `p${Object.keys(state.proposals).length + 1}`;
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
      ladders: { set: [ladder('proposal', subjectOf(proposalId), 1, wait, context)] },
      effects: [
        { code: 'notice:proposal:director', subject: subjectOf(proposalId), due: wait.due, unitId: assignment?.unitId },
        { code: 'task:proposal:director', subject: subjectOf(proposalId), due: wait.due, unitId: assignment?.unitId },
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
export function decideProposal(state: CaseState, command: CaseCommandOf<'decide-proposal'>, context: DecisionContext): NewCaseEvent[] {
  const { proposalId, decision, until, text } = command;
  const proposal = state.proposals[proposalId];
  ensure(proposal, 'proposal.not-found', { proposalId });
  ensure(proposal.status === 'open', 'proposal.already-decided', { status: proposal.status });
  ensure((decision === 'not-now') === (until !== undefined), 'proposal.until-when');
  ensure(!until || until > context.now, 'proposal.until-when');
  const subject = subjectOf(proposalId);
  const facts = { proposalId, decision, text, ...(until ? { until } : {}) };
  if (decision === 'not-now' && until) {
    const rung = { rung: 'again', at: until, effects: [], try: 1 };
    return [event('ProposalDecided', facts, { ladders: { drop: [subject], set: [{ subject, term: 2, rungs: [rung] }] } })];
  }
  const effects = decision === 'do-it' ? effectsOfCarryingOut(state, proposal) : [];
  const decided = event('ProposalDecided', facts, { ladders: { drop: [subject] }, effects });
  if (decision === 'do-it') return [decided, ...carryOut(state, proposal, false, context)];
  const withdrawn = proposal.reportId ? [event('SpecialReportEnded', { reportId: proposal.reportId, result: 'withdrawn' })] : [];
  return [decided, ...withdrawn];
}

/** A proposal's rung: unanswered, it happens; put off, it is proposed again. */
export function proposalCame(state: CaseState, proposal: ProposalState, rung: string, context: DecisionContext): NewCaseEvent[] {
  const subject = subjectOf(proposal.id);
  if (rung === 'unanswered') {
    const consequences = { ladders: { drop: [subject] }, effects: effectsOfCarryingOut(state, proposal) };
    const happened = event('ProposalHappened', { proposalId: proposal.id }, consequences);
    return [happened, ...carryOut(state, proposal, true, context)];
  }
  const wait = waitFromNow('proposal', context);
  const again = Object.keys(state.proposals).length + 1;
  const { kind, assignmentId, reportId } = proposal;
  const fresh = subjectOf(`p${again}`);
  const facts = { proposalId: `p${again}`, kind, assignmentId, reportId, decideBy: wait.due };
  return [
    event('ProposalMade', facts, {
      ladders: { drop: [subject], set: [ladder('proposal', fresh, 1, wait, context)] },
      effects: [
        { code: 'notice:proposal:director', subject: fresh, due: wait.due },
        { code: 'task:proposal:director', subject: fresh, due: wait.due },
      ],
    }),
  ];
}

function carryOut(state: CaseState, proposal: ProposalState, automatic: boolean, context: DecisionContext): NewCaseEvent[] {
  if (proposal.kind === 'special-report' && proposal.reportId)
    return [event('SpecialReportSubmitted', { reportId: proposal.reportId, automatic })];
  if (proposal.kind === 'joint-meeting') {
    if (state.openMeetingId) return [];
    const unitIds = [...new Set(activeAssignments(state).map(({ unitId }) => unitId))];
    const startsAt = context.time.add(context.now, context.policy.waits.meetingNotice).at;
    return [event('MeetingConvened', { meetingId: nextMeetingId(state), unitIds, startsAt, automatic })];
  }
  return [];
}

/** What a decided or happened talk or on-site session puts in motion: the unit is told, the supervision room has a task. */
function effectsOfCarryingOut(state: CaseState, proposal: ProposalState): Effect[] {
  if (proposal.kind !== 'on-site' && proposal.kind !== 'talk') return [];
  const assignment = proposal.assignmentId ? state.assignments[proposal.assignmentId] : undefined;
  if (!assignment) return [];
  const of = { subject: laddersOf.due(assignment.id), unitId: assignment.unitId };
  return proposal.kind === 'talk'
    ? [
        { code: 'notice:talk:head', ...of },
        { code: 'task:talk:supervision', ...of },
      ]
    : [
        { code: 'notice:on-site-session:head', ...of },
        { code: 'task:on-site-session:supervision', ...of },
      ];
}

/** 会办 convened by a person, at any time while the case is under way. */
export function conveneMeeting(state: CaseState, command: CaseCommandOf<'convene-meeting'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'registered', 'assigned', 'completed', 'second-look');
  ensure(!state.openMeetingId, 'meeting.already-open', { meetingId: state.openMeetingId });
  ensure(command.unitIds.length > 0, 'meeting.no-units');
  ensure(command.startsAt > context.now, 'meeting.in-past');
  const drop = Object.values(state.proposals)
    .filter(({ kind, status }) => kind === 'joint-meeting' && status === 'open')
    .map(({ id }) => id);
  const settled = drop.map((proposalId) => event('ProposalHappened', { proposalId }, { ladders: { drop: [subjectOf(proposalId)] } }));
  const facts = { meetingId: nextMeetingId(state), unitIds: [...new Set(command.unitIds)], startsAt: command.startsAt, automatic: false };
  return [...settled, event('MeetingConvened', facts)];
}

/** A meeting that did not settle the matter makes a special report the next way out. */
export function endMeeting(state: CaseState, command: CaseCommandOf<'end-meeting'>, context: DecisionContext): NewCaseEvent[] {
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
  const proposed = Object.values(state.proposals).filter(
    (proposal) => proposal.reportId === reportId && isPending(proposal),
  );
  const answered = proposed.map(({ id }) => event('ProposalHappened', { proposalId: id }, { ladders: { drop: [subjectOf(id)] } }));
  return [...answered, event('SpecialReportSubmitted', { reportId, automatic: false })];
}

export function receiveInstruction(state: CaseState, command: CaseCommandOf<'receive-instruction'>): NewCaseEvent[] {
  const { reportId, dueAt } = command;
  ensure(state.openReportId === reportId, 'report.not-open', { reportId });
  return [event('InstructionGiven', { reportId, dueAt })];
}

/** 直到问题得到圆满解决: the follow-up ends when the matter is solved, or the director says why not. */
export function endReport(state: CaseState, command: CaseCommandOf<'end-report'>): NewCaseEvent[] {
  const { reportId, result } = command;
  ensure(state.openReportId === reportId, 'report.not-open', { reportId });
  return [event('SpecialReportEnded', { reportId, result })];
}

/** The case is completed: what was still proposed is overtaken, and a draft nobody issued is withdrawn. */
export function overtakeProposals(state: CaseState): { drop: string[]; events: NewCaseEvent[] } {
  const pending = Object.values(state.proposals).filter(isPending);
  const drafts = pending.flatMap(({ reportId }) => (reportId && reportId === state.openReportId ? [reportId] : []));
  return {
    drop: pending.map(({ id }) => subjectOf(id)),
    events: [...new Set(drafts)].map((reportId) => event('SpecialReportEnded', { reportId, result: 'withdrawn' })),
  };
}
