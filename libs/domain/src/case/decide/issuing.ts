import type { DecisionContext } from '../../decision-context.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { TextReference } from '../case-words.ts';
import type { AssignmentState, CaseState } from '../case-state.ts';
import type { CaseDocumentKind } from '../supervision-document.ts';
import { event, ladder, laddersOf, termOfWait, waitFromNow } from './decision.ts';

/** A paper to be issued. */
export interface Paper {
  readonly kind: CaseDocumentKind;
  readonly assignment: AssignmentState;
  readonly text?: TextReference;
  /** How many events of the same decision come before it. */
  readonly before: number;
}

const SLIP_WAITS: Partial<Record<CaseDocumentKind, 'urgingSlip' | 'supervisionSlip'>> = {
  'urging-notice': 'urgingSlip',
  'supervision-notice': 'supervisionSlip',
};

/** A numbered paper to a unit. 催办单 and 督办单 want their slip back; the newest paper's slip is the one that is waited for. */
export function issueDocument(
  state: CaseState,
  { kind, assignment, text, before }: Paper,
  context: DecisionContext,
): NewCaseEvent {
  const documentId = `d${Object.keys(state.documents).length + 1}`;
  const length = SLIP_WAITS[kind];
  const facts = { documentId, kind, assignmentId: assignment.id, ...(text ? { text } : {}) };
  if (!length) return event('DocumentIssued', facts);
  const wait = waitFromNow(length, context);
  const term = termOfWait(state) + before;
  const set = [ladder('return-slip', laddersOf.returnSlip(assignment.id), term, wait, context)];
  return event('DocumentIssued', { ...facts, answerBy: wait.due }, { ladders: { set } });
}
