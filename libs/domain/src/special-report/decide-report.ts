import { isTraining } from '../case/training.ts';
import type { DecisionContext } from '../decision-context.ts';
import { ensure } from '../domain-error.ts';
import { entryOf } from '../entry.ts';
import { ensureNear } from '../instant.ts';
import { actOnRung } from '../ledger/act.ts';
import type { Effect } from '../ledger/effect.ts';
import { decideOpen, giveInstruction, tellByItself } from './instruction.ts';
import { followUp, reportPart, reviewPart } from './instruction-parts.ts';
import { event, inStatus, wait, type ReportCommandOf } from './report-decision.ts';
import {
  AWAITED,
  OPEN,
  partOfLadder,
  WEEKLY,
  type NewReportEvent,
  type ReportCommand,
  type ReportState,
} from './report-event.ts';
import { nextFolderAt } from './weekly-folder.ts';

/** What a command means for a special report; DomainError when a rule is not met. */
export function decideReport(
  state: ReportState | undefined,
  command: ReportCommand,
  context: DecisionContext,
): NewReportEvent[] {
  if (command.type === 'draft') {
    ensure(!state, 'report.already-open');
    ensure(command.caseNumbers.length > 0, 'report.no-cases');
    const { caseNumbers, deputyMayorId, text } = command;
    return [event('ReportDrafted', { rulesVersion: 1, caseNumbers, deputyMayorId, text })];
  }
  ensure(state, 'report.not-found');
  switch (command.type) {
    case 'revise':
      inStatus(state, 'draft');
      return [event('ReportRevised', { text: command.text })];
    case 'cover':
      return cover(state, command.caseNumbers);
    case 'submit':
      return submit(state, command, context);
    case 'deliver':
      return [deliver(state, command, context)];
    case 'give-instruction':
      return giveInstruction(state, command, context);
    case 'follow-up':
      return followUp(state, command);
    case 'report-part':
      return reportPart(state, command, context);
    case 'review-part':
      return reviewPart(state, command, context);
    case 'decide-open':
      return decideOpen(state, command, context);
    case 'end': {
      ensure(state.status !== 'ended', 'report.wrong-status', { status: state.status });
      ensure(command.result === 'withdrawn' || state.status === 'instructed', 'report.wrong-status', {
        status: state.status,
      });
      const { result, text } = command;
      const drop = [...Object.keys(state.ladders.running), ...Object.keys(state.ladders.held)];
      return [event('ReportEnded', { result, ...(text ? { text } : {}) }, { ladders: { drop } })];
    }
    case 'act':
      return act(state, command, context);
  }
}

/** 并报: one report may cover several cases; that of a training covers its own alone. */
function cover(state: ReportState, caseNumbers: readonly string[]): NewReportEvent[] {
  inStatus(state, 'draft');
  ensure(caseNumbers.length > 0, 'report.no-cases');
  ensure(caseNumbers.length === 1 || ![state.reportId, ...caseNumbers].some(isTraining), 'report.training-alone');
  return [event('ReportCoverageChanged', { caseNumbers: [...new Set(caseNumbers)] })];
}

/** Into the folder: an urgent one goes to the deputy mayor at once, any other with the rest of the week. */
function submit(
  state: ReportState,
  { automatic, folder }: ReportCommandOf<'submit'>,
  context: DecisionContext,
): NewReportEvent[] {
  inStatus(state, 'draft');
  if (folder === 'weekly') {
    const deliverAt = nextFolderAt(context.now, context);
    const set = [wait('weekly-folder', { subject: WEEKLY, due: deliverAt }, context)];
    return [event('ReportSubmitted', { automatic, deliverAt }, { ladders: { set } })];
  }
  const { instructionBy, ladder } = awaiting(context);
  const effects: Effect[] = [{ code: 'notice:special-report:deputy-mayor', subject: AWAITED, due: instructionBy }];
  return [event('ReportSubmitted', { automatic, instructionBy }, { ladders: { set: [ladder] }, effects })];
}

/** The weekly folder goes out: from now on the instruction is awaited. One mail tells of all that it holds. */
function deliver(
  state: ReportState,
  { reportIds, carrier }: Pick<ReportCommandOf<'deliver'>, 'reportIds' | 'carrier'>,
  context: DecisionContext,
): NewReportEvent {
  inStatus(state, 'submitted');
  ensure(!state.deliveredAt, 'report.delivered-before');
  const { instructionBy, ladder } = awaiting(context);
  const effects: Effect[] =
    carrier === state.reportId
      ? [{ code: 'notice:weekly-folder:deputy-mayor', subject: AWAITED, due: instructionBy }]
      : [];
  const ladders = { drop: [WEEKLY], set: [ladder] };
  return event('ReportDelivered', { instructionBy, reportIds, carrier }, { ladders, effects });
}

/** The wait for the deputy mayor's instruction, from now on. */
function awaiting(context: DecisionContext) {
  const instructionBy = context.time.add(context.now, context.policy.waits.instruction).at;
  return { instructionBy, ladder: wait('instruction-awaited', { subject: AWAITED, due: instructionBy }, context) };
}

/** A time has come. */
function act(state: ReportState, command: ReportCommandOf<'act'>, context: DecisionContext): NewReportEvent[] {
  ensureNear(context.now, command.at);
  const happening = actOnRung(state.ladders, command.key, command.at, context.time);
  if (!happening) return [];
  const { subject, rung } = happening.acted;
  const unitId = entryOf(state.parts, partOfLadder(subject))?.unitId;
  // What the director is asked has an answer by itself, and a time for it.
  const due = subject === OPEN ? state.ladders.running[OPEN]?.rungs.at(-1)?.at : undefined;
  const effects = happening.effects.map((code): Effect => ({
    code,
    subject,
    ...(unitId ? { unitId } : {}),
    ...(due ? { due } : {}),
  }));
  const acted = { ...event('RungActed', happening.acted, { effects }), actionKey: happening.key };
  if (subject === OPEN && rung === 'told') return [acted, tellByItself(state, command.executiveId)];
  if (subject !== WEEKLY) return [acted];
  const carrier = state.reportId;
  return [acted, deliver(state, { carrier, reportIds: [carrier, ...(command.together ?? [])].sort() }, context)];
}
