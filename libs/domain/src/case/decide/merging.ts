import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { activeAssignments, openAssignments, type CaseState } from '../case-state.ts';
import { raiseUrgency, tellOfCall } from './calling.ts';
import { newTerms } from './reopening.ts';
import { event, everySubject, inStage, stillOpen, tellUnit, underWay, withdrawDraft } from './decision.ts';
import { evolveNew } from './evolve-new.ts';
import { answerByOf, intakeLadder } from './intake.ts';

/**
 * 并案, in the case that is merged: it ends here, its units are let go, and it reads as its lead case does from now on.
 * Errors: merge.same-case, merge.meeting-open, merge.report-open.
 */
export function merge(state: CaseState, command: CaseCommandOf<'merge'>): NewCaseEvent[] {
  underWay(state);
  const { leadCaseNumber: lead, text } = command;
  ensure(lead !== state.caseNumber, 'merge.same-case');
  ensure(!state.training, 'merge.training');
  ensure(!state.openMeetingId, 'merge.meeting-open');
  ensure(!state.openReportIssued, 'merge.report-open');
  const effects = openAssignments(state).flatMap((open) => tellUnit(open, ['notice:withdrawn:handler']));
  const facts = { lead, merged: state.caseNumber, text };
  return [event('CaseMerged', facts, { ladders: { drop: everySubject(state) }, effects }), ...withdrawDraft(state)];
}

/** 并案, in the case that carries on: its callers are more from now on, and their calls count as calls about it. */
export function takeIn(state: CaseState, command: CaseCommandOf<'take-in'>, context: DecisionContext): NewCaseEvent[] {
  stillOpen(state);
  const { mergedCaseNumber: merged, calledAt, text, reachable } = command;
  ensure(merged !== state.caseNumber && !state.merged.includes(merged), 'merge.same-case');
  ensure(!state.training, 'merge.training');
  const facts = { lead: state.caseNumber, merged, calledAt, text, ...(reachable ? { reachable } : {}) };
  const taken = event('CaseMerged', facts, { effects: tellOfCall(state) });
  return [taken, ...raiseUrgency(evolveNew(state, [taken], context), context)];
}

/**
 * 撤销并案, in the case that was merged: who was at work when it was merged works again under a new term; without a lead it
 * is the desk's again.
 */
export function unmerge(state: CaseState, command: CaseCommandOf<'unmerge'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'merged');
  const again = Object.values(state.assignments).filter(({ withdrawnBy }) => withdrawnBy === 'merge');
  const { terms, ladders, effects } = newTerms(state, again, context);
  const facts = { lead: state.mergedInto ?? '', merged: state.caseNumber, text: command.text, terms };
  const hasLead = [...activeAssignments(state), ...again].some(({ role }) => role === 'lead');
  if (hasLead) return [event('CaseUnmerged', facts, { ladders: { set: ladders }, effects })];
  const answerBy = answerByOf(state, context);
  const set = [...ladders, intakeLadder(state, context)];
  return [event('CaseUnmerged', { ...facts, answerBy }, { ladders: { set }, effects })];
}

/** 撤销并案, in the case that carried on, while it is open. Errors: merge.lead-ended, merge.not-merged. */
export function letOut(state: CaseState, command: CaseCommandOf<'let-out'>): NewCaseEvent[] {
  const { mergedCaseNumber: merged, text } = command;
  const ended = state.stage === 'closed' || state.stage === 'declined' || state.stage === 'merged';
  ensure(!ended, 'merge.lead-ended', { stage: state.stage });
  ensure(state.merged.includes(merged), 'merge.not-merged');
  return [event('CaseUnmerged', { lead: state.caseNumber, merged, text, terms: [] })];
}
