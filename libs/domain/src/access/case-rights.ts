import type { CaseCommandType } from '../case/case-command.ts';
import type { AssignmentState, AssignmentStatus, CaseState, Stage } from '../case/case-state.ts';
import type { Actor, Role } from './actor.ts';

const OPERATORS: readonly Role[] = ['operator', 'supervisor', 'director'];
const SUPERVISORS: readonly Role[] = ['supervisor', 'director'];
const DIRECTOR: readonly Role[] = ['director'];
const UNITS: readonly Role[] = ['unit-handler', 'unit-head'];
/** A member unit acts for itself; the center enters what any other unit answered by phone or paper. */
const UNITS_OR_CENTER: readonly Role[] = [...UNITS, ...OPERATORS];

/**
 * Who may do what to a case (DESIGN, sections 2 and 7). The center's roles are nested: a supervisor may do all an
 * operator may, the director everything of the center. The mayor reads; an administrator has no part in a case.
 */
const RIGHTS: Readonly<Record<CaseCommandType, readonly Actor['role'][]>> = {
  register: OPERATORS,
  decline: OPERATORS,
  'answer-directly': OPERATORS,
  assign: OPERATORS,
  acknowledge: UNITS_OR_CENTER,
  return: UNITS_OR_CENTER,
  'rule-return': OPERATORS,
  'request-extension': UNITS_OR_CENTER,
  'decide-extension': OPERATORS,
  suspend: OPERATORS,
  resume: OPERATORS,
  'report-interim': UNITS_OR_CENTER,
  'submit-feedback': UNITS_OR_CENTER,
  review: OPERATORS,
  'record-callback': OPERATORS,
  'record-second-look': SUPERVISORS,
  close: SUPERVISORS,
  reopen: OPERATORS,
  'record-urging-call': OPERATORS,
  'issue-notice': SUPERVISORS,
  'record-on-site-session': SUPERVISORS,
  'decide-proposal': DIRECTOR,
  'convene-meeting': SUPERVISORS,
  'end-meeting': SUPERVISORS,
  'draft-report': SUPERVISORS,
  'submit-report': DIRECTOR,
  'receive-instruction': ['deputy-mayor'],
  'end-report': DIRECTOR,
  act: ['machine'],
};

/**
 * Whether a person's role lets him do this to a case at all. A unit's people need a duty of their unit in it. What the
 * case's state allows is for `decideCase` to say, and for `availableActions` to foresee.
 */
export function mayDo(actor: Actor, type: CaseCommandType, state?: CaseState): boolean {
  if (!RIGHTS[type].includes(actor.role)) return false;
  if (!isOfUnit(actor) || !state) return true;
  return Object.values(state.assignments).some(
    ({ unitId, status }) => unitId === actor.unitId && status !== 'withdrawn',
  );
}

/** Something a person may do now. The ids say to which assignment, or about which proposal. */
export interface AvailableAction {
  readonly type: CaseCommandType;
  readonly assignmentId?: string;
  readonly proposalId?: string;
}

/** What a case permits by its own stage. Actions of a case's meetings and reports are their own streams'. */
const ON_CASE: Partial<Record<CaseCommandType, (state: CaseState) => boolean>> = {
  decline: (state) => state.stage === 'registered' && bound(state).length === 0,
  'answer-directly': (state) => state.stage === 'registered' && bound(state).length === 0,
  assign: isUnderWay,
  'record-callback': (state) => state.stage === 'completed',
  'record-second-look': (state) => state.stage === 'second-look',
  close: (state) => isOpen(state) || (state.stage === 'closed' && state.ladders.running['books'] !== undefined),
  reopen: (state) => state.stage === 'closed',
  'convene-meeting': (state) => isOpen(state) && !state.openMeetingId,
  'draft-report': (state) => isOpen(state) && !state.openReportId,
  'submit-report': (state) => state.openReportId !== undefined && !state.openReportIssued,
};

type OnAssignment = (assignment: AssignmentState, actor: Actor) => boolean;

const whenIn =
  (...statuses: AssignmentStatus[]): OnAssignment =>
  ({ status }) =>
    statuses.includes(status);

/** Of a unit's own duty: its own people, or the center where the unit is not online. */
const forUnit =
  (permits: OnAssignment): OnAssignment =>
  (assignment, actor) =>
    permits(assignment, actor) && (isOfUnit(actor) ? assignment.unitId === actor.unitId : !assignment.member);

/** What an assignment permits by its own status, while the case is under way. */
const ON_ASSIGNMENT: Partial<Record<CaseCommandType, OnAssignment>> = {
  acknowledge: forUnit(whenIn('waiting')),
  return: forUnit(
    ({ status, designated, term, extensionPending }) =>
      (status === 'waiting' || status === 'working') && !designated && term === 1 && !extensionPending,
  ),
  'rule-return': whenIn('return-pending'),
  'request-extension': forUnit(({ status, extensionPending }) => status === 'working' && !extensionPending),
  'decide-extension': ({ status, extensionPending, extensions }, { role }) =>
    status === 'working' && extensionPending !== undefined && (extensions === 0 || role === 'director'),
  suspend: ({ status, extensionPending }) => status === 'working' && !extensionPending,
  resume: whenIn('suspended'),
  'report-interim': forUnit(whenIn('working', 'suspended')),
  'submit-feedback': forUnit(whenIn('working')),
  review: whenIn('feedback'),
  'record-urging-call': whenIn('waiting', 'working', 'suspended'),
  'issue-notice': whenIn('waiting', 'working', 'suspended'),
  'record-on-site-session': whenIn('waiting', 'working', 'suspended'),
};

/**
 * What this person may do to this case now, for the buttons of a page. It holds everything `decideCase` would accept of
 * him; an answer may still be refused for its time or its words.
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
      permits(assignment, actor) ? [{ type, assignmentId: assignment.id }] : [],
    );
  if (type !== 'decide-proposal') return [];
  return Object.values(state.proposals).flatMap(({ id, status }) =>
    status === 'open' ? [{ type, proposalId: id }] : [],
  );
}

function isOfUnit({ role }: Actor): boolean {
  return role === 'unit-handler' || role === 'unit-head';
}

function bound(state: CaseState): AssignmentState[] {
  return Object.values(state.assignments).filter(({ status }) => status !== 'withdrawn');
}

/** Between registration and completion. */
function isUnderWay({ stage }: CaseState): boolean {
  return stage === 'registered' || stage === 'assigned';
}

function isOpen({ stage }: CaseState): boolean {
  const open: readonly Stage[] = ['registered', 'assigned', 'completed', 'second-look'];
  return open.includes(stage);
}
