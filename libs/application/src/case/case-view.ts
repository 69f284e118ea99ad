import {
  availableActions,
  explainDeadlines,
  nextAction,
  type AssignmentState,
  type AvailableAction,
  type CaseEvent,
  type CaseState,
  type DeadlineExplanation,
  type Instant,
  type ProposalState,
} from '@hotline/domain';
import { CaseFileEntity, eventsAfter, MeetingEntity, SpecialReportEntity, UnitEntity } from '@hotline/persistence';
import { meetingView, type MeetingView } from '../joint-meeting/meeting-view.ts';
import { rulesOfVersion } from '../rules/rules.ts';
import { reportView, type ReportView } from '../special-report/report-view.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import type { LockedCase } from './change-case.ts';
import { seesAllCases } from './case-sight.ts';
import { timelineOf, type TimelineEntry } from './timeline.ts';

/** A case as one person may see it, whole. Phones are masked; a unit sees only its own assignments. */
export interface CaseView {
  readonly caseNumber: string;
  readonly revision: number;
  readonly stage: CaseState['stage'];
  readonly kind: CaseState['kind'];
  readonly urgency: CaseState['urgency'];
  readonly categoryId: string;
  readonly channel: string;
  readonly title: string;
  readonly text: string;
  readonly callerName?: string;
  readonly callerPhone?: string;
  readonly place?: string;
  readonly askedAt?: Instant;
  readonly registeredAt: Instant;
  readonly citizenDueAt?: Instant;
  readonly outcome?: CaseState['outcome'];
  readonly policyVersion: number;
  readonly assignments: readonly (AssignmentState & { readonly unitName: string })[];
  readonly proposals: readonly ProposalState[];
  readonly meetings: readonly MeetingView[];
  readonly reports: readonly ReportView[];
  readonly timeline: readonly TimelineEntry[];
  readonly deadlines: readonly DeadlineExplanation[];
  readonly next?: { readonly at: Instant; readonly subject: string; readonly rung: string };
  readonly actions: readonly AvailableAction[];
}

/** 139****1234; short numbers keep only their last two digits. */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}

/** The case as the actor may see it. */
export async function viewCase(
  transaction: Pick<Transaction, 'em' | 'actor'>,
  { row, state }: LockedCase,
): Promise<CaseView> {
  const { em, actor } = transaction;
  const { caseNumber } = state;
  const file = await em.findOneOrFail(CaseFileEntity, { caseNumber }, { disableIdentityMap: true });
  const events = (await eventsAfter(em, caseNumber)) as CaseEvent[];
  const { policy, calendar } = await rulesOfVersion(em, state.policyVersion);
  const hidden = hiddenAssignments(state, transaction);
  const units = await em.find(
    UnitEntity,
    { id: { $in: Object.values(state.assignments).map(({ unitId }) => unitId) } },
    { disableIdentityMap: true },
  );
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  const next = nextAction(state);
  return {
    caseNumber,
    revision: row.revision,
    stage: state.stage,
    kind: state.kind,
    urgency: state.urgency,
    categoryId: state.categoryId,
    channel: file.channel,
    title: file.title,
    text: file.text,
    ...(file.callerName ? { callerName: file.callerName } : {}),
    ...(file.callerPhone ? { callerPhone: maskPhone(file.callerPhone) } : {}),
    ...(file.place ? { place: file.place } : {}),
    ...(file.askedAt ? { askedAt: file.askedAt.toISOString() } : {}),
    registeredAt: state.registeredAt,
    ...(state.citizenDueAt ? { citizenDueAt: state.citizenDueAt } : {}),
    ...(state.outcome ? { outcome: state.outcome } : {}),
    policyVersion: state.policyVersion,
    assignments: Object.values(state.assignments)
      .filter(({ id }) => !hidden.has(id))
      .map((assignment) => ({ ...assignment, unitName: unitNames.get(assignment.unitId) ?? assignment.unitId })),
    proposals: actor.unitId ? [] : Object.values(state.proposals),
    meetings: await meetingsOf(transaction, caseNumber),
    reports: actor.unitId ? [] : await reportsOf(transaction, caseNumber),
    timeline: await timelineOf(
      transaction,
      events.filter((event) => isShown(event, hidden, actor.unitId)),
    ),
    deadlines: explainDeadlines(events, policy, calendar).filter(
      ({ subject }) => !hidden.has(subject.split('/')[0] ?? ''),
    ),
    ...(next && !hidden.has(next.subject.split('/')[0] ?? '')
      ? { next: { at: next.at, subject: next.subject, rung: next.rung } }
      : {}),
    actions: availableActions(state, actor),
  };
}

/** A unit sees only its own assignments. */
function hiddenAssignments(state: CaseState, { actor }: Pick<Transaction, 'actor'>): Set<string> {
  if (seesAllCases(actor) || !actor.unitId) return new Set();
  return new Set(Object.values(state.assignments).flatMap(({ id, unitId }) => (unitId === actor.unitId ? [] : [id])));
}

const CENTER_ONLY = new Set([
  'ProposalMade',
  'ProposalDecided',
  'ProposalHappened',
  'SpecialReportDrafted',
  'SpecialReportSubmitted',
]);

function isShown({ type, payload }: CaseEvent, hidden: ReadonlySet<string>, unitId: string | undefined): boolean {
  if (unitId && CENTER_ONLY.has(type)) return false;
  if (type === 'RungActed' && hidden.has(payload.subject.split('/')[0] ?? '')) return false;
  return !('assignmentId' in payload && payload.assignmentId && hidden.has(payload.assignmentId));
}

async function meetingsOf(
  { em, actor }: Pick<Transaction, 'em' | 'actor'>,
  caseNumber: string,
): Promise<MeetingView[]> {
  const rows = await em.find(MeetingEntity, { caseNumber }, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  const seen = rows.filter(({ unitIds }) => !actor.unitId || unitIds.includes(actor.unitId));
  return Promise.all(seen.map((row) => meetingView({ em, actor }, row)));
}

async function reportsOf({ em, actor }: Pick<Transaction, 'em' | 'actor'>, caseNumber: string): Promise<ReportView[]> {
  const rows = await em.find(SpecialReportEntity, { caseNumber }, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  const seen = rows.filter(({ deputyMayorId }) => actor.role !== 'deputy-mayor' || deputyMayorId === actor.userId);
  return Promise.all(seen.map((row) => reportView({ em, actor }, row)));
}
