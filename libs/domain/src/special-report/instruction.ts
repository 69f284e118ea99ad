import type { DecisionContext } from '../decision-context.ts';
import { ensure } from '../domain-error.ts';
import { ensureNear } from '../instant.ts';
import type { Effect } from '../ledger/effect.ts';
import { event, inStatus, wait, type ReportCommandOf } from './report-decision.ts';
import { AWAITED, OPEN, partLadder, TERM, WEEKLY, type NewReportEvent, type ReportState } from './report-event.ts';

/** 批示: with its term, and what each unit is to do until when. Open after its term, the director is asked. */
export function giveInstruction(
  state: ReportState,
  command: ReportCommandOf<'give-instruction'>,
  context: DecisionContext,
): NewReportEvent[] {
  inStatus(state, 'submitted');
  const { text, dueAt } = command;
  ensureNear(context.now, dueAt, ...command.parts.map((part) => part.dueAt));
  ensure(dueAt > context.now && command.parts.every((part) => part.dueAt > context.now), 'instruction.due-in-past');
  const parts = command.parts.map((part, index) => ({ id: `i${index + 1}`, ...part }));
  const decideBy = context.time.add(dueAt, context.policy.waits.openInstruction).at;
  const set = [
    wait('instruction-term', { subject: TERM, due: dueAt }, context),
    wait('open-instruction', { subject: OPEN, start: dueAt, due: decideBy }, context),
    ...parts.map((part) => wait('instruction-part', { subject: partLadder(part.id), due: part.dueAt }, context)),
  ];
  const told = parts.map((part): Effect => ({
    code: 'notice:instruction:head',
    subject: partLadder(part.id),
    unitId: part.unitId,
    due: part.dueAt,
  }));
  const effects: Effect[] = [{ code: 'notice:instruction:director', subject: TERM, due: dueAt }, ...told];
  return [event('InstructionGiven', { text, dueAt, parts }, { ladders: { drop: [AWAITED, WEEKLY], set }, effects })];
}

/** What is still open after the instruction's term: the director tells the executive deputy mayor, or says why not. */
export function decideOpen(
  state: ReportState,
  { executiveId, text }: ReportCommandOf<'decide-open'>,
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
  return [event('OpenInstructionDecided', facts, { ladders: { drop: [OPEN] }, effects })];
}

/** Nobody decided in time: the executive deputy mayor is told by itself; the mayor, where there is none or it is his own. */
export function tellByItself(state: ReportState, executiveId: string | undefined): NewReportEvent {
  const about = { subject: TERM, ...(state.dueAt ? { due: state.dueAt } : {}) };
  const consequences = { ladders: { drop: [OPEN] } };
  if (executiveId === undefined || executiveId === state.deputyMayorId)
    return event(
      'OpenInstructionDecided',
      { told: true, automatic: true },
      {
        ...consequences,
        effects: [{ code: 'notice:instruction-open:mayor', ...about }],
      },
    );
  return event(
    'OpenInstructionDecided',
    { told: true, automatic: true, executiveId },
    {
      ...consequences,
      effects: [{ code: 'notice:instruction-open:leader', userId: executiveId, ...about }],
    },
  );
}
