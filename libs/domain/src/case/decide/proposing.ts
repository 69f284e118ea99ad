import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { entryOf } from '../../entry.ts';
import { ensureNear } from '../../instant.ts';
import { meetingTime } from '../../joint-meeting/meeting-decision.ts';
import type { Effect, EffectCode, ProposalKind } from '../../ledger/effect.ts';
import type { Consequences } from '../../ledger/event-envelope.ts';
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
  stillOpen,
  ladder,
  ladderOfProposal,
  laddersOf,
  subjectsOfProposals,
  tellUnit,
  termOfWait,
  waitFromNow,
  withdrawDraft,
} from './decision.ts';
import { issueDocument } from './issuing.ts';

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
  // Said no, or done once, it is not asked for again in the same case.
  if (kind === 'public-criticism' && Object.values(state.proposals).some((other) => other.kind === kind)) return false;
  if (kind === 'joint-meeting') {
    const disputed = state.returns > 0;
    return !state.openMeetingId && (activeAssignments(state).length > 1 || disputed || state.unsettled !== undefined);
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
  const { ladders, effects }: Consequences = decision === 'do-it' ? inMotion(state, proposal, context) : {};
  const decided = event('ProposalDecided', facts, { ladders: { drop: [subject], ...ladders }, effects: effects ?? [] });
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
    const { ladders, effects = [] } = inMotion(state, proposal, context);
    const consequences = { ladders: { drop: [subject], ...ladders }, effects };
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
    const active = activeAssignments(state).map(({ unitId }) => unitId);
    const unitIds = [...new Set([...(state.unsettled?.unitIds ?? []), ...active])];
    if (state.openMeetingId || unitIds.length === 0) return [];
    const startsAt = meetingTime(context);
    const facts = { meetingId: nextMeetingId(state), unitIds, startsAt, automatic, ...followUp(state) };
    return [event('MeetingConvened', facts)];
  }
  const assignment = proposal.assignmentId ? state.assignments[proposal.assignmentId] : undefined;
  if (proposal.kind === 'talk' && assignment)
    return [issueDocument(state, { kind: 'talk-notice', assignment, before: 1 }, context)];
  return [];
}

/** Ways out that concern one unit's duty. */
export function isOfOneUnit(kind: ProposalKind): kind is 'on-site' | 'talk' | 'public-criticism' {
  return kind === 'on-site' || kind === 'talk' || kind === 'public-criticism';
}

/**
 * What a decided or happened talk, on-site session or public criticism puts in motion: the unit is told, the supervision
 * room has a task, and the director hears when nothing came of it. Nobody is criticised before the director publishes it.
 */
function inMotion(state: CaseState, proposal: ProposalState, context: DecisionContext): Consequences {
  const assignment = proposal.assignmentId ? state.assignments[proposal.assignmentId] : undefined;
  const { kind } = proposal;
  if (!assignment || !isOfOneUnit(kind)) return {};
  const { id, unitId } = assignment;
  const { subject, task, told } = {
    'on-site': {
      subject: laddersOf.onSite(id),
      task: 'task:on-site-session:supervision',
      told: tellUnit(assignment, ['notice:on-site-session:head']),
    },
    talk: {
      subject: laddersOf.talk(id),
      task: 'task:talk:supervision',
      told: tellUnit(assignment, ['notice:talk:head']),
    },
    'public-criticism': { subject: laddersOf.criticism(id), task: 'task:public-criticism:supervision', told: [] },
  }[kind] as { subject: string; task: EffectCode; told: Effect[] };
  const wait = waitFromNow('toMeet', context);
  const set =
    kind === 'on-site' && assignment.onSite ? [] : [ladder('to-meet', subject, termOfWait(state), wait, context)];
  return { ladders: { set }, effects: [...told, { code: task, subject, unitId, due: wait.due }] };
}

/** 会办 convened by a person, at any time while the case is under way. */
export function conveneMeeting(
  state: CaseState,
  command: CaseCommandOf<'convene-meeting'>,
  context: DecisionContext,
): NewCaseEvent[] {
  stillOpen(state);
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
    ...(command.polled ? { polled: true as const } : {}),
    ...followUp(state),
  };
  return [event('MeetingConvened', facts, { ladders: { drop } })];
}

/** 再次会办: what a meeting left open is taken up by the next. */
const followUp = ({ unsettled }: CaseState): { follows?: string } =>
  unsettled ? { follows: unsettled.meetingId } : {};

/** A meeting that did not settle the matter is followed by a second; after that a special report is the next way out. */
export function endMeeting(
  state: CaseState,
  command: CaseCommandOf<'end-meeting'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const { meetingId, result, unitIds = [] } = command;
  ensure(state.openMeetingId === meetingId, 'meeting.not-open', { meetingId });
  if (result !== 'unsettled') return [event('MeetingEnded', { meetingId, result })];
  const inVain = { count: (state.unsettled?.count ?? 0) + 1, unitIds };
  const ended = event('MeetingEnded', { meetingId, result, inVain });
  if (state.stage !== 'assigned' && state.stage !== 'second-look') return [ended];
  const after = { ...state, openMeetingId: undefined, unsettled: { meetingId, ...inVain } };
  return [ended, ...propose(after, inVain.count === 1 ? 'joint-meeting' : 'special-report', undefined, context)];
}

/** It stands in the case what the joint conference decided of it; what follows is the meeting's, or the conference's to follow. */
export function noteConference(_: CaseState, { type: __, ...note }: CaseCommandOf<'note-conference'>): NewCaseEvent[] {
  return [event('ConferenceDecided', note)];
}

export function draftReport(state: CaseState): NewCaseEvent[] {
  stillOpen(state);
  ensure(!state.openReportId, 'report.already-open', { reportId: state.openReportId });
  return [event('SpecialReportDrafted', { reportId: nextReportId(state) })];
}

/** The director issues the report; a proposal to do so is answered by it. */
export function submitReport(state: CaseState, command: CaseCommandOf<'submit-report'>): NewCaseEvent[] {
  const { reportId, folder } = command;
  draftCovers(state, reportId);
  const drop = subjectsOfProposals(state, (proposal) => proposal.reportId === reportId);
  const facts = { reportId, automatic: false, ...(folder ? { folder } : {}) };
  return [event('SpecialReportSubmitted', facts, { ladders: { drop } })];
}

/** 并报: another case's draft covers this one too. */
export function joinReport(state: CaseState, { reportId }: CaseCommandOf<'join-report'>): NewCaseEvent[] {
  stillOpen(state);
  ensure(!state.openReportId, 'report.already-open', { reportId: state.openReportId });
  return [event('SpecialReportJoined', { reportId })];
}

/** The draft no longer covers this case. */
export function leaveReport(state: CaseState, { reportId }: CaseCommandOf<'leave-report'>): NewCaseEvent[] {
  draftCovers(state, reportId);
  return [event('SpecialReportEnded', { reportId, result: 'withdrawn' })];
}

/** The report that covers this case too was issued. */
export function followSubmission(
  state: CaseState,
  { reportId, automatic, folder }: CaseCommandOf<'follow-submission'>,
): NewCaseEvent[] {
  draftCovers(state, reportId);
  return [event('SpecialReportSubmitted', { reportId, automatic, ...(folder ? { folder } : {}) })];
}

function draftCovers(state: CaseState, reportId: string): void {
  ensure(state.openReportId === reportId, 'report.not-open', { reportId });
  ensure(!state.openReportIssued, 'report.wrong-status', { status: 'submitted', expected: ['draft'] });
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
