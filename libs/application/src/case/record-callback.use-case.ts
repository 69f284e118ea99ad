import type { CallbackResult, Instant, Satisfaction } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface RecordCallbackInput {
  readonly caseNumber: string;
  readonly result: CallbackResult;
  readonly contactedByUnit?: boolean;
  readonly solved?: boolean;
  readonly satisfaction?: Satisfaction;
  readonly callAgainAt?: Instant;
  readonly text?: string;
}

/** 回访: contacted by the unit? solved? satisfied? Or not reached, refused, or asked to be called at another time. */
export function recordCallback(context: UseCaseContext, input: RecordCallbackInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'record-callback',
    result: input.result,
    ...(input.contactedByUnit === undefined ? {} : { contactedByUnit: input.contactedByUnit }),
    ...(input.solved === undefined ? {} : { solved: input.solved }),
    ...(input.satisfaction ? { satisfaction: input.satisfaction } : {}),
    ...(input.callAgainAt ? { callAgainAt: input.callAgainAt } : {}),
    ...(input.text ? { text: await text(input.caseNumber, input.text) } : {}),
  }));
}
