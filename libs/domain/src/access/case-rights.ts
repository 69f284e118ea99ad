import type { CaseCommandType } from '../case/case-command.ts';
import {
  awaitedSlip,
  isOpen,
  type AssignmentState,
  type AssignmentStatus,
  type CaseState,
} from '../case/case-state.ts';
import { nextAction } from '../ledger/ladder.ts';
import type { Power } from '../people/delegation.ts';
import {
  DIRECTOR,
  hasPower,
  isHeadOfUnit,
  isOfUnit,
  OPERATORS,
  QUALITY_CHECKERS,
  SHIFT_LEADERS,
  SUPERVISORS,
  UNITS,
  type Actor,
} from './actor.ts';

/** Who holds trainings: marks a case as one at its registration, and lets its clock go forward. */
const TRAINERS: readonly Actor['role'][] = ['administrator', 'director'];
/** Who may ask after any case that he sees (领导督办). */
const LEADERS: readonly Actor['role'][] = ['mayor', 'deputy-mayor'];
/** A member unit acts for itself; the center enters what any other unit answered by phone or paper. */
const UNITS_OR_CENTER: readonly Actor['role'][] = [...UNITS, ...OPERATORS];

/**
 * Who may do what to a case (DESIGN, sections 2 and 7). The center's roles are nested: a supervisor may do all an
 * operator may, the director everything of the center. The mayor reads; an administrator has no part in a case
 * that is no training.
 */
const RIGHTS: Readonly<Record<CaseCommandType, readonly Actor['role'][]>> = {
  register: [...OPERATORS, 'citizen'],
  classify: OPERATORS,
  'record-call': OPERATORS,
  attach: [...UNITS_OR_CENTER, 'citizen'],
  merge: OPERATORS,
  'take-in': OPERATORS,
  unmerge: OPERATORS,
  'let-out': OPERATORS,
  'join-incident': ['machine'],
  'end-incident': SHIFT_LEADERS,
  decline: OPERATORS,
  'answer-directly': OPERATORS,
  assign: OPERATORS,
  'change-term': DIRECTOR,
  'resend-fax': OPERATORS,
  'report-fax': [...OPERATORS, 'gateway'],
  acknowledge: UNITS_OR_CENTER,
  return: UNITS_OR_CENTER,
  'rule-return': OPERATORS,
  'raise-dispute': UNITS_OR_CENTER,
  'rule-dispute': DIRECTOR,
  'request-extension': UNITS_OR_CENTER,
  'decide-extension': OPERATORS,
  suspend: OPERATORS,
  resume: OPERATORS,
  'record-contact': UNITS_OR_CENTER,
  'hand-over-within': UNITS,
  'decide-feedback-proposal': UNITS,
  'report-interim': UNITS_OR_CENTER,
  'submit-feedback': UNITS_OR_CENTER,
  review: OPERATORS,
  'record-callback': OPERATORS,
  'invite-callback': OPERATORS,
  'answer-callback': ['citizen'],
  'record-second-look': SUPERVISORS,
  close: SUPERVISORS,
  'review-books': SUPERVISORS,
  'record-sample-look': QUALITY_CHECKERS,
  'check-quality': QUALITY_CHECKERS,
  'appeal-quality': OPERATORS,
  'decide-quality-appeal': SUPERVISORS,
  reopen: OPERATORS,
  'record-urging-call': OPERATORS,
  'return-slip': UNITS_OR_CENTER,
  'issue-notice': SUPERVISORS,
  'plan-on-site-session': SUPERVISORS,
  'cancel-on-site-session': SUPERVISORS,
  'record-on-site-session': SUPERVISORS,
  'record-talk': SUPERVISORS,
  'publish-criticism': DIRECTOR,
  'ask-as-leader': LEADERS,
  'answer-leader': SUPERVISORS,
  'decide-proposal': DIRECTOR,
  'convene-meeting': SUPERVISORS,
  'end-meeting': SUPERVISORS,
  'note-conference': SUPERVISORS,
  'draft-report': SUPERVISORS,
  'submit-report': DIRECTOR,
  'join-report': SUPERVISORS,
  'leave-report': SUPERVISORS,
  'follow-submission': [...DIRECTOR, 'machine'],
  'receive-instruction': ['deputy-mayor'],
  'end-report': DIRECTOR,
  transfer: OPERATORS,
  'receipt-transfer': OPERATORS,
  'record-transfer-outcome': OPERATORS,
  'receipt-hand-over': OPERATORS,
  'declare-emergency': OPERATORS,
  'require-urgent-report': OPERATORS,
  'send-urgent-report': OPERATORS,
  'return-result': OPERATORS,
  'advance-clock': TRAINERS,
  act: ['machine'],
};

/** What the director may give another to do for a time (主任授权). */
const DELEGABLE: Partial<Record<CaseCommandType, Power>> = {
  'change-term': 'set-terms',
  'decide-proposal': 'decide-proposals',
  'rule-dispute': 'rule-disputes',
  'publish-criticism': 'publish-criticism',
};

function isDelegated({ role, powers }: Actor, type: CaseCommandType): boolean {
  const power = DELEGABLE[type];
  return power !== undefined && OPERATORS.includes(role) && powers?.includes(power) === true;
}

/**
 * Whether a person's role lets him do this to a case at all. A unit's people need a duty of their unit in it. What the
 * case's state allows is for `decideCase` to say, and for `availableActions` to foresee.
 */
export function mayDo(actor: Actor, type: CaseCommandType, state?: CaseState): boolean {
  if (!RIGHTS[type].includes(actor.role) && !isDelegated(actor, type)) return false;
  if (type === 'decide-feedback-proposal' && !isHeadOfUnit(actor)) return false;
  if (!isOfUnit(actor) || !state) return true;
  return Object.values(state.assignments).some(
    ({ unitId, status }) => unitId === actor.unitId && status !== 'withdrawn',
  );
}

/** Whether somebody may hold trainings. */
export function mayTrain({ role }: Actor): boolean {
  return TRAINERS.includes(role);
}

/** Something a person may do now. The ids say to which assignment, or about which proposal, question or transfer. */
export interface AvailableAction {
  readonly type: CaseCommandType;
  readonly assignmentId?: string;
  readonly proposalId?: string;
  readonly questionId?: string;
  readonly transferId?: string;
}

/** What a case permits by its own stage. Actions of a case's meetings and reports are their own streams'. */
const ON_CASE: Partial<Record<CaseCommandType, (state: CaseState) => boolean>> = {
  classify: (state) => isOpen(state) || state.stage === 'closed',
  'record-call': isOpen,
  merge: (state) => isUnderWay(state) && !state.openMeetingId && !state.openReportIssued,
  unmerge: (state) => state.stage === 'merged',
  'end-incident': (state) => state.incidentOpen === true,
  decline: (state) => state.stage === 'registered' && bound(state).length === 0,
  'answer-directly': (state) => state.stage === 'registered' && bound(state).length === 0,
  assign: isUnderWay,
  'rule-dispute': (state) => isUnderWay(state) && state.dispute !== undefined,
  'record-callback': (state) => state.stage === 'completed',
  'invite-callback': (state) => state.stage === 'completed' && state.reachable !== undefined && !state.invited,
  'record-second-look': (state) => state.stage === 'second-look',
  close: (state) => isOpen(state) || (state.stage === 'closed' && state.ladders.running['books'] !== undefined),
  'review-books': (state) => state.stage === 'closed' && state.ladders.running['books'] !== undefined,
  'record-sample-look': (state) => state.stage === 'closed' && state.ladders.running['sample'] !== undefined,
  reopen: (state) => state.stage === 'closed',
  'ask-as-leader': () => true,
  'convene-meeting': (state) => isOpen(state) && !state.openMeetingId,
  'draft-report': (state) => isOpen(state) && !state.openReportId,
  'submit-report': (state) => state.openReportId !== undefined && !state.openReportIssued,
  transfer: isNotMerged,
  'receipt-hand-over': ({ handOver }) => handOver !== undefined && !handOver.receiptedAt,
  'declare-emergency': (state) => isUnderWay(state) && !state.emergencySince,
  'require-urgent-report': (state) => isNotMerged(state) && !state.urgentReport?.reportBy,
  'send-urgent-report': ({ urgentReport }) => urgentReport?.reportBy !== undefined,
  'return-result': (state) => state.handDown !== undefined && !state.handDown.returnedAt && !isUnderWay(state),
  'advance-clock': (state) => state.training !== undefined && nextAction(state) !== undefined,
};

type OnAssignment = (assignment: AssignmentState, actor: Actor, state: CaseState) => boolean;

const whenIn =
  (...statuses: AssignmentStatus[]): OnAssignment =>
  ({ status }) =>
    statuses.includes(status);

const atWork = ({ status }: AssignmentState): boolean =>
  status === 'waiting' || status === 'working' || status === 'suspended';
const notDone = ({ status }: AssignmentState): boolean => status !== 'accepted' && status !== 'withdrawn';

/** Of a unit's own duty: its own people, or the center where the unit is not online. */
const forUnit =
  (permits: OnAssignment): OnAssignment =>
  (assignment, actor, state) =>
    permits(assignment, actor, state) && (isOfUnit(actor) ? assignment.unitId === actor.unitId : !assignment.member);

/** What an assignment permits by its own status, while the case is under way. */
const ON_ASSIGNMENT: Partial<Record<CaseCommandType, OnAssignment>> = {
  'resend-fax': (assignment) => !assignment.member && atWork(assignment),
  'report-fax': (assignment) => assignment.fax !== undefined && !assignment.fax.result && atWork(assignment),
  acknowledge: forUnit(whenIn('waiting')),
  return: forUnit(
    ({ status, designated, term, extensionPending }) =>
      (status === 'waiting' || status === 'working') && !designated && term === 1 && !extensionPending,
  ),
  'rule-return': whenIn('return-pending'),
  'request-extension': forUnit(({ status, extensionPending }) => status === 'working' && !extensionPending),
  'raise-dispute': ({ status, designated, unitId }, actor) =>
    (status === 'waiting' || status === 'working') && !designated && (!isOfUnit(actor) || unitId === actor.unitId),
  'change-term': ({ status, extensionPending }) => (status === 'waiting' || status === 'working') && !extensionPending,
  'decide-extension': ({ status, extensionPending, extensions }, actor) =>
    status === 'working' && extensionPending !== undefined && (extensions === 0 || hasPower(actor, 'grant-extensions')),
  suspend: ({ status, extensionPending }) => status === 'working' && !extensionPending,
  resume: whenIn('suspended'),
  'record-contact': forUnit(whenIn('working', 'suspended')),
  'hand-over-within': (assignment, { unitId }) => notDone(assignment) && assignment.unitId === unitId,
  'decide-feedback-proposal': ({ status, feedbackProposed, unitId }, actor) =>
    status === 'working' && feedbackProposed !== undefined && unitId === actor.unitId,
  'report-interim': forUnit(whenIn('working', 'suspended')),
  'submit-feedback': forUnit(whenIn('working')),
  review: whenIn('feedback'),
  'record-urging-call': atWork,
  'issue-notice': atWork,
  'return-slip': forUnit(
    (assignment, actor, state) => atWork(assignment) && awaitedSlip(state, assignment) !== undefined,
  ),
  'plan-on-site-session': atWork,
  'cancel-on-site-session': (assignment) => notDone(assignment) && assignment.onSite !== undefined,
  'record-on-site-session': notDone,
  'record-talk': notDone,
  'publish-criticism': atWork,
};

/**
 * What this person may do to this case now, for the buttons of a page. It holds everything `decideCase` would accept of
 * him, but for files, which come with what he does; an answer may still be refused for its time or its words.
 */
export function availableActions(state: CaseState, actor: Actor): AvailableAction[] {
  const types = Object.keys(RIGHTS) as CaseCommandType[];
  return types.filter((type) => mayDo(actor, type, state)).flatMap((type) => targetsOf(type, state, actor));
}

function targetsOf(type: CaseCommandType, state: CaseState, actor: Actor): AvailableAction[] {
  if (ON_CASE[type]?.(state)) return [{ type }];
  const permits = ON_ASSIGNMENT[type];
  if (permits && isUnderWay(state))
    return bound(state).flatMap((assignment) =>
      permits(assignment, actor, state) ? [{ type, assignmentId: assignment.id }] : [],
    );
  if (type === 'receipt-transfer' || type === 'record-transfer-outcome')
    return Object.values(state.transfers ?? {}).flatMap(({ id, receiptedAt, outcomeAt }) =>
      (type === 'receipt-transfer' ? receiptedAt : outcomeAt) ? [] : [{ type, transferId: id }],
    );
  if (type === 'answer-leader')
    return Object.values(state.questions).flatMap(({ id, answeredAt }) =>
      answeredAt ? [] : [{ type, questionId: id }],
    );
  if (type !== 'decide-proposal') return [];
  return Object.values(state.proposals).flatMap(({ id, status }) =>
    status === 'open' ? [{ type, proposalId: id }] : [],
  );
}

function isNotMerged({ stage }: CaseState): boolean {
  return stage !== 'merged';
}

function bound(state: CaseState): AssignmentState[] {
  return Object.values(state.assignments).filter(({ status }) => status !== 'withdrawn');
}

/** Between registration and completion. */
function isUnderWay({ stage }: CaseState): boolean {
  return stage === 'registered' || stage === 'assigned';
}
