import type { Instant } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface PlanOnSiteSessionInput extends AssignmentInput {
  readonly startsAt: Instant;
  readonly place: string;
  /** Who goes. */
  readonly party: string;
  readonly car?: string;
}

/** 现场办公 arranged, or arranged anew: who goes when where with which car; the unit is invited with a calendar entry. */
export function planOnSiteSession(context: UseCaseContext, input: PlanOnSiteSessionInput): Promise<CaseView> {
  const { caseNumber, assignmentId, startsAt } = input;
  return onCase(context, caseNumber, async ({ text }) => ({
    type: 'plan-on-site-session',
    assignmentId,
    startsAt,
    place: await text(caseNumber, input.place),
    party: await text(caseNumber, input.party),
    ...(input.car ? { car: await text(caseNumber, input.car) } : {}),
  }));
}

/** An arranged session does not take place. Errors: on-site.not-planned. */
export function cancelOnSiteSession(
  context: UseCaseContext,
  input: AssignmentInput & { readonly text: string },
): Promise<CaseView> {
  const { caseNumber, assignmentId } = input;
  return onCase(context, caseNumber, async ({ text }) => ({
    type: 'cancel-on-site-session',
    assignmentId,
    text: await text(caseNumber, input.text),
  }));
}
