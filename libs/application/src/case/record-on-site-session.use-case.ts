import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface RecordOnSiteSessionInput extends AssignmentInput {
  readonly text: string;
  readonly agreement?: string;
  /** The files with the photos. */
  readonly photoIds?: readonly string[];
}

/** 现场办公: findings, agreement and photos. */
export function recordOnSiteSession(context: UseCaseContext, input: RecordOnSiteSessionInput): Promise<CaseView> {
  const { caseNumber, assignmentId, agreement, photoIds } = input;
  return onCase(context, caseNumber, async ({ text }) => ({
    type: 'record-on-site-session',
    assignmentId,
    text: await text(caseNumber, input.text),
    ...(agreement ? { agreement: await text(caseNumber, agreement) } : {}),
    ...(photoIds ? { photoIds } : {}),
  }));
}
