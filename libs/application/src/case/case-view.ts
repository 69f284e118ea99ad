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
  type HelpKind,
  type Instant,
  type ProposalState,
} from '@hotline/domain';
import {
  arrayOf,
  CaseFileEntity,
  eventsAfter,
  findRows,
  MeetingEntity,
  SpecialReportEntity,
  type CaseFile,
} from '@hotline/persistence';
import { attachmentsOf, type AttachmentView } from '../attachment/attachment-sight.ts';
import { viewEmergency, type EmergencyView } from '../emergency/view-emergency.ts';
import { viewIntake, type IntakeView } from '../intake/view-intake.ts';
import { meetingViews, type MeetingView } from '../joint-meeting/meeting-view.ts';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';
import { namesOfSubDesks, namesOfUnits, type NameOf } from '../organisation/names.ts';
import { policiesOf, rulesOfVersion } from '../rules/rules.ts';
import { maySeeReport } from '../special-report/report-sight.ts';
import { reportViews, type ReportView } from '../special-report/report-view.ts';
import { seesWithinUnits } from '../sub-desk/sub-desks.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import { maySeeCaller } from './case-sight.ts';
import type { LockedCase } from './change-case.ts';
import { maskMail, maskPhone } from './mask-phone.ts';
import { viewPapers, viewQuestions, type PaperView, type QuestionView } from './paper-view.ts';
import type { RegisterCaseInput } from './register-case.use-case.ts';
import { timelineOf, type TimelineEntry } from './timeline.ts';
import { eventsForUnit } from './unit-timeline.ts';

/** One unit's duty. Which sub-desk has it is for the unit and the center. */
type AssignmentView = AssignmentState & { readonly unitName: string; readonly subDeskName?: string };

/** A case as one person may see it, whole. Phones are masked; a unit sees only its own assignments. */
export interface CaseView extends IntakeView {
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
  readonly callerMail?: string;
  readonly place?: string;
  readonly coordinates?: RegisterCaseInput['coordinates'];
  readonly peopleConcerned?: number;
  /** 要求保密 */
  readonly confidential?: true;
  readonly askedAt?: Instant;
  readonly help?: HelpKind;
  readonly registeredAt: Instant;
  readonly citizenDueAt?: Instant;
  readonly outcome?: CaseState['outcome'];
  readonly policyVersion: number;
  readonly assignments: readonly AssignmentView[];
  /** For the center alone. */
  readonly dispute?: CaseState['dispute'];
  readonly proposals: readonly ProposalState[];
  readonly documents: readonly PaperView[];
  readonly questions: readonly QuestionView[];
  readonly meetings: readonly MeetingView[];
  readonly reports: readonly ReportView[];
  readonly attachments: readonly AttachmentView[];
  readonly emergency: EmergencyView;
  readonly timeline: readonly TimelineEntry[];
  readonly deadlines: readonly DeadlineExplanation[];
  readonly next?: { readonly at: Instant; readonly subject: string; readonly rung: string };
  readonly actions: readonly AvailableAction[];
}

/** What goes on inside a unit: for the unit, the center and the mayor. */
const WITHIN_UNIT: ReadonlySet<CaseEvent['type']> = new Set([
  'HandedOverWithin',
  'FeedbackProposed',
  'FeedbackProposalDecided',
]);

/** The case as the actor may see it; that he may is asked before. */
export async function viewCase(
  transaction: Pick<Transaction, 'em' | 'actor' | 'acting'>,
  { row, state }: LockedCase,
): Promise<CaseView> {
  const { em, actor } = transaction;
  const acting = await transaction.acting();
  const { caseNumber } = state;
  const [file] = await findRows(em, CaseFileEntity, 'case_number = ?', [caseNumber]);
  if (!file) throw new Error(`the case ${caseNumber} has no file`);
  const events = (await eventsAfter(em, caseNumber)) as CaseEvent[];
  const { calendar } = await rulesOfVersion(em, state.policyVersion);
  const assignments = Object.values(state.assignments).filter(({ unitId }) => !actor.unitId || unitId === actor.unitId);
  const isShown = subjectsInSight(state, actor);
  const unitName = await namesOfUnits(
    em,
    assignments.map(({ unitId }) => unitId),
  );
  const meetings = state.meetings > 0 ? await meetingsOf(transaction, caseNumber) : [];
  const shown = actor.unitId
    ? eventsForUnit(state, events, actor.unitId, new Set(meetings.map(({ meetingId }) => meetingId)))
    : seesWithinUnits(actor)
      ? events
      : events.filter(({ type }) => !WITHIN_UNIT.has(type));
  const next = nextAction(state);
  return {
    caseNumber,
    revision: row.revision,
    stage: state.stage,
    kind: state.kind,
    urgency: state.urgency,
    categoryId: state.categoryId,
    ...(state.confidential ? { confidential: true as const } : {}),
    ...whatWasBrought(file, maySeeCaller(actor, state)),
    ...(await viewIntake(transaction, state, file)),
    registeredAt: state.registeredAt,
    ...(state.help ? { help: state.help } : {}),
    ...(state.citizenDueAt ? { citizenDueAt: state.citizenDueAt } : {}),
    ...(state.outcome ? { outcome: state.outcome } : {}),
    policyVersion: state.policyVersion,
    assignments: await assignmentViews(transaction, assignments, unitName),
    ...(state.dispute && !actor.unitId ? { dispute: state.dispute } : {}),
    proposals: actor.unitId ? [] : Object.values(state.proposals),
    documents: viewPapers(state, actor),
    questions: actor.unitId ? [] : await viewQuestions(transaction, state, events),
    meetings,
    reports: state.reports > 0 ? await reportsOf(transaction, caseNumber) : [],
    attachments: await attachmentsOf(transaction, state),
    timeline: await timelineOf(transaction, shown),
    deadlines: explainDeadlines(events, await policiesOf(em, events), calendar, await reasonsOf(em, events)).filter(
      ({ subject }) => isShown(subject),
    ),
    ...(next && isShown(next.subject) ? { next: { at: next.at, subject: next.subject, rung: next.rung } } : {}),
    emergency: viewEmergency(state, actor),
    actions: availableActions(state, acting),
  };
}

/** Why terms were given or changed, for the explanation of the deadlines. */
function reasonsOf(em: Transaction['em'], events: readonly CaseEvent[]) {
  const reasons = events.flatMap(({ payload }) =>
    'termReason' in payload && payload.termReason ? [payload.termReason] : [],
  );
  return wordsOfTexts(em, reasons);
}

async function assignmentViews(
  { em, actor }: Pick<Transaction, 'em' | 'actor'>,
  assignments: readonly AssignmentState[],
  unitName: NameOf,
): Promise<AssignmentView[]> {
  const within = seesWithinUnits(actor);
  const desks = assignments.flatMap(({ subDeskId }) => (within && subDeskId ? [subDeskId] : []));
  const deskName = await namesOfSubDesks(em, desks);
  return assignments.map(({ subDeskId, feedbackProposed, ...assignment }) => ({
    ...assignment,
    ...(within && feedbackProposed ? { feedbackProposed } : {}),
    unitName: unitName(assignment.unitId) ?? assignment.unitId,
    ...(within && subDeskId ? { subDeskId, subDeskName: deskName(subDeskId) ?? subDeskId } : {}),
  }));
}

function coordinatesOf({ latitude, longitude }: CaseFile): Pick<CaseView, 'coordinates'> {
  return latitude == null || longitude == null ? {} : { coordinates: { latitude, longitude } };
}

function whatWasBrought(file: CaseFile, withCaller: boolean) {
  const { callerName, callerPhone, callerMail } = withCaller ? file : {};
  return {
    channel: file.channel,
    title: file.title,
    text: file.text,
    ...(callerName ? { callerName } : {}),
    ...(callerPhone ? { callerPhone: maskPhone(callerPhone) } : {}),
    ...(callerMail ? { callerMail: maskMail(callerMail) } : {}),
    ...(file.place ? { place: file.place } : {}),
    ...coordinatesOf(file),
    ...(file.peopleConcerned ? { peopleConcerned: file.peopleConcerned } : {}),
    ...(file.askedAt ? { askedAt: file.askedAt.toISOString() } : {}),
  };
}

/** A unit sees its own waits, and the citizen's. */
function subjectsInSight(state: CaseState, { unitId }: Actor): (subject: string) => boolean {
  if (!unitId) return () => true;
  return (subject) => {
    const [of = ''] = subject.split('/');
    return of === 'citizen' || of === 'urgency' || state.assignments[of]?.unitId === unitId;
  };
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
  const rows = await findRows(em, SpecialReportEntity, 'case_numbers @> to_jsonb(?::text[]) or case_number = ?', [
    arrayOf([caseNumber]),
    caseNumber,
  ]);
  return reportViews(
    em,
    rows.filter((row) => maySeeReport(actor, row)).sort((left, right) => (left.id < right.id ? -1 : 1)),
  );
}
