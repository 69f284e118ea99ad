import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  availableActions,
  explainDeadlines,
  nextAction,
  type Actor,
  type AssignmentState,
  type AvailableAction,
  type CaseEvent,
  type CaseState,
  type DeadlineExplanation,
  type Instant,
  type ProposalState,
} from '@hotline/domain';
import {
  CaseFileEntity,
  eventsAfter,
  MeetingEntity,
  SpecialReportEntity,
  UnitEntity,
  type CaseFile,
} from '@hotline/persistence';
import { meetingViews, type MeetingView } from '../joint-meeting/meeting-view.ts';
import { rulesOfVersion } from '../rules/rules.ts';
import { maySeeReport } from '../special-report/report-sight.ts';
import { reportViews, type ReportView } from '../special-report/report-view.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import { maySeeCaller } from './case-sight.ts';
import type { LockedCase } from './change-case.ts';
import { timelineOf, type TimelineEntry } from './timeline.ts';
import { eventsForUnit } from './unit-timeline.ts';

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

/** The case as the actor may see it; that he may is asked before. */
export async function viewCase(
  transaction: Pick<Transaction, 'em' | 'actor'>,
  { row, state }: LockedCase,
): Promise<CaseView> {
  const { em, actor } = transaction;
  const { caseNumber } = state;
  const file = await em.findOneOrFail(CaseFileEntity, { caseNumber }, { disableIdentityMap: true });
  const events = (await eventsAfter(em, caseNumber)) as CaseEvent[];
  const { policy, calendar } = await rulesOfVersion(em, state.policyVersion);
  const assignments = Object.values(state.assignments).filter(({ unitId }) => !actor.unitId || unitId === actor.unitId);
  const isShown = subjectsInSight(state, actor);
  const unitNames = await namesOfUnits(em, assignments);
  const meetings = state.meetings > 0 ? await meetingsOf(transaction, caseNumber) : [];
  const shown = actor.unitId
    ? eventsForUnit(state, events, actor.unitId, new Set(meetings.map(({ meetingId }) => meetingId)))
    : events;
  const next = nextAction(state);
  return {
    caseNumber,
    revision: row.revision,
    stage: state.stage,
    kind: state.kind,
    urgency: state.urgency,
    categoryId: state.categoryId,
    ...whatWasBrought(file, maySeeCaller(actor, state)),
    registeredAt: state.registeredAt,
    ...(state.citizenDueAt ? { citizenDueAt: state.citizenDueAt } : {}),
    ...(state.outcome ? { outcome: state.outcome } : {}),
    policyVersion: state.policyVersion,
    assignments: assignments.map((assignment) => ({
      ...assignment,
      unitName: unitNames.get(assignment.unitId) ?? assignment.unitId,
    })),
    proposals: actor.unitId ? [] : Object.values(state.proposals),
    meetings,
    reports: state.reports > 0 ? await reportsOf(transaction, caseNumber) : [],
    timeline: await timelineOf(transaction, shown),
    deadlines: explainDeadlines(events, policy, calendar).filter(({ subject }) => isShown(subject)),
    ...(next && isShown(next.subject) ? { next: { at: next.at, subject: next.subject, rung: next.rung } } : {}),
    actions: availableActions(state, actor),
  };
}

function whatWasBrought(file: CaseFile, withCaller: boolean) {
  const { callerName, callerPhone } = withCaller ? file : {};
  return {
    channel: file.channel,
    title: file.title,
    text: file.text,
    ...(callerName ? { callerName } : {}),
    ...(callerPhone ? { callerPhone: maskPhone(callerPhone) } : {}),
    ...(file.place ? { place: file.place } : {}),
    ...(file.askedAt ? { askedAt: file.askedAt.toISOString() } : {}),
  };
}

/** A unit sees its own waits, and the citizen's. */
function subjectsInSight(state: CaseState, { unitId }: Actor): (subject: string) => boolean {
  if (!unitId) return () => true;
  return (subject) => {
    const [of = ''] = subject.split('/');
    return of === 'citizen' || state.assignments[of]?.unitId === unitId;
  };
}

async function namesOfUnits(
  em: SqlEntityManager,
  assignments: readonly AssignmentState[],
): Promise<ReadonlyMap<string, string>> {
  if (assignments.length === 0) return new Map();
  const ids = assignments.map(({ unitId }) => unitId);
  const units = await em.find(UnitEntity, { id: { $in: ids } }, { fields: ['id', 'name'], disableIdentityMap: true });
  return new Map(units.map(({ id, name }) => [id, name]));
}

async function meetingsOf(viewing: Pick<Transaction, 'em' | 'actor'>, caseNumber: string): Promise<MeetingView[]> {
  const { em, actor } = viewing;
  const rows = await em.find(MeetingEntity, { caseNumber }, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  return meetingViews(
    viewing,
    rows.filter(({ unitIds }) => !actor.unitId || unitIds.includes(actor.unitId)),
  );
}

async function reportsOf({ em, actor }: Pick<Transaction, 'em' | 'actor'>, caseNumber: string): Promise<ReportView[]> {
  const rows = await em.find(SpecialReportEntity, { caseNumber }, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  return reportViews(
    em,
    rows.filter((row) => maySeeReport(actor, row)),
  );
}
