import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface RecordSecondLookInput {
  readonly caseNumber: string;
  readonly stands: boolean;
  readonly text: string;
}

/** 复核: what the center found when it looked itself. */
export function recordSecondLook(context: UseCaseContext, input: RecordSecondLookInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'record-second-look',
    stands: input.stands,
    text: await text(input.caseNumber, input.text),
  }));
}
