import type { Instant } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface RecordTalkInput extends AssignmentInput {
  readonly heldAt: Instant;
  readonly attendees: string;
  /** What was said and agreed. */
  readonly text: string;
}

/** 约谈, held. Errors: talk.not-then. */
export function recordTalk(context: UseCaseContext, input: RecordTalkInput): Promise<CaseView> {
  const { caseNumber, assignmentId, heldAt } = input;
  return onCase(context, caseNumber, async ({ text }) => ({
    type: 'record-talk',
    assignmentId,
    heldAt,
    attendees: await text(caseNumber, input.attendees),
    text: await text(caseNumber, input.text),
  }));
}

/** 通报批评, published by the director as a numbered paper. */
export function publishCriticism(
  context: UseCaseContext,
  input: AssignmentInput & { readonly text: string },
): Promise<CaseView> {
  const { caseNumber, assignmentId } = input;
  return onCase(context, caseNumber, async ({ text }) => ({
    type: 'publish-criticism',
    assignmentId,
    text: await text(caseNumber, input.text),
  }));
}
