import { isTraining } from '../case/training.ts';
import type { DecisionContext } from '../decision-context.ts';
import { ensure } from '../domain-error.ts';
import { entryOf } from '../entry.ts';
import { ensureNear, type Instant } from '../instant.ts';
import { actOnRung } from '../ledger/act.ts';
import type { Effect } from '../ledger/effect.ts';
import type { Consequences } from '../ledger/event-envelope.ts';
import { buildLadder } from '../policy/build-ladder.ts';
import type { LadderName } from '../policy/policy.ts';
import {
  AWAITED,
  TERM,
  type NewReportEvent,
  type ReportCommand,
  type ReportEventType,
  type ReportPayloads,
  type ReportState,
} from './report-event.ts';

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
      return submit(state, command.automatic, context);
    case 'give-instruction':
      return giveInstruction(state, command, context);
    case 'follow-up':
      return followUp(state, command);
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
    case 'act': {
      ensureNear(context.now, command.at);
      const happening = actOnRung(state.ladders, command.key, command.at, context.time);
      if (!happening) return [];
      const unitId = state.parts[happening.acted.subject.replace('part/', '')]?.unitId;
      const effects = happening.effects.map((code): Effect => ({
        code,
        subject: happening.acted.subject,
        ...(unitId ? { unitId } : {}),
      }));
      return [{ ...event('RungActed', happening.acted, { effects }), actionKey: happening.key }];
    }
  }
}

/** 并报: one report may cover several cases; that of a training covers its own alone. */
function cover(state: ReportState, caseNumbers: readonly string[]): NewReportEvent[] {
  inStatus(state, 'draft');
  ensure(caseNumbers.length > 0, 'report.no-cases');
  ensure(caseNumbers.length === 1 || ![state.reportId, ...caseNumbers].some(isTraining), 'report.training-alone');
  return [event('ReportCoverageChanged', { caseNumbers: [...new Set(caseNumbers)] })];
}

function submit(state: ReportState, automatic: boolean, context: DecisionContext): NewReportEvent[] {
  inStatus(state, 'draft');
  const instructionBy = context.time.add(context.now, context.policy.waits.instruction).at;
  const set = [wait('instruction-awaited', AWAITED, instructionBy, context)];
  const effects: Effect[] = [{ code: 'notice:special-report:deputy-mayor', subject: AWAITED, due: instructionBy }];
  return [event('ReportSubmitted', { automatic, instructionBy }, { ladders: { set }, effects })];
}

function giveInstruction(
  state: ReportState,
  command: Extract<ReportCommand, { type: 'give-instruction' }>,
  context: DecisionContext,
): NewReportEvent[] {
  inStatus(state, 'submitted');
  const { text, dueAt } = command;
  ensureNear(context.now, dueAt, ...command.parts.map((part) => part.dueAt));
  ensure(dueAt > context.now && command.parts.every((part) => part.dueAt > context.now), 'instruction.due-in-past');
  const parts = command.parts.map((part, index) => ({ id: `i${index + 1}`, ...part }));
  const set = [
    wait('instruction-term', TERM, dueAt, context),
    ...parts.map((part) => wait('instruction-part', `part/${part.id}`, part.dueAt, context)),
  ];
  const told = parts.map((part): Effect => ({
    code: 'notice:instruction:head',
    subject: `part/${part.id}`,
    unitId: part.unitId,
    due: part.dueAt,
  }));
  const effects: Effect[] = [{ code: 'notice:instruction:director', subject: TERM, due: dueAt }, ...told];
  return [event('InstructionGiven', { text, dueAt, parts }, { ladders: { drop: [AWAITED], set }, effects })];
}

function followUp(state: ReportState, command: Extract<ReportCommand, { type: 'follow-up' }>): NewReportEvent[] {
  inStatus(state, 'instructed');
  const { text, partId } = command;
  if (partId === undefined) return [event('FollowUpRecorded', { text })];
  const part = entryOf(state.parts, partId);
  ensure(part, 'instruction.part-not-found', { partId });
  ensure(!part.doneAt, 'instruction.part-done-before', { partId });
  return [event('FollowUpRecorded', { text, partId }, { ladders: { drop: [`part/${partId}`] } })];
}

/** What is still open after the instruction's term: the director tells the executive deputy mayor, or says why not. */
function decideOpen(
  state: ReportState,
  { executiveId, text }: Extract<ReportCommand, { type: 'decide-open' }>,
  context: DecisionContext,
): NewReportEvent[] {
  inStatus(state, 'instructed');
  ensure(state.dueAt !== undefined && context.now >= state.dueAt, 'instruction.not-overdue', { dueAt: state.dueAt });
  ensure(!state.toldTo, 'instruction.executive-told');
  ensure(executiveId !== state.deputyMayorId, 'instruction.executive-has-it');
  const facts = { told: executiveId !== undefined, ...(executiveId ? { executiveId } : {}), text };
  const effects: Effect[] = executiveId
    ? [{ code: 'notice:instruction-open:leader', subject: TERM, userId: executiveId, due: state.dueAt }]
    : [];
  return [event('OpenInstructionDecided', facts, { effects })];
}

function inStatus(state: ReportState, status: ReportState['status']): void {
  ensure(state.status === status, 'report.wrong-status', { status: state.status, expected: [status] });
}

function wait(name: LadderName, subject: string, due: Instant, context: DecisionContext) {
  return buildLadder(name, { subject, term: 1, now: context.now }, { start: context.now, due }, context);
}

function event<T extends ReportEventType>(
  type: T,
  payload: ReportPayloads[T],
  consequences: Consequences = {},
): NewReportEvent {
  return { type, payload: { ...payload, ...consequences } } as NewReportEvent;
}
