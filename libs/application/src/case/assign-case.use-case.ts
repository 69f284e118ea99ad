import type { AssignmentRole, Instant, Urgency } from '@hotline/domain';
import { UnitEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { faxGatewayDomain, reachOf } from '../fax/fax-address.ts';
import { shownFor } from '../suggestion/suggestion-use.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface AssignCaseInput {
  readonly caseNumber: string;
  readonly units: readonly {
    readonly unitId: string;
    readonly role: AssignmentRole;
    readonly termWorkingDays?: number;
    readonly dueAt?: Instant;
  }[];
  /** Why a unit is given another term than the policy's: the director's to give. */
  readonly termReason?: string;
  readonly urgency?: Urgency;
  /** What a good answer looks like (办理质量要求). */
  readonly quality: string;
  /** What is to be reported back (反馈要求). */
  readonly feedback: string;
}

/** 交办: a lead unit and co units, with time limit, quality demand and feedback demand. Errors: unit.unknown, term.not-given and the domain's. */
export function assignCase(context: UseCaseContext, input: AssignCaseInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ em, text }, { state }) => {
    const givesTerms = input.units.some(({ termWorkingDays, dueAt }) => termWorkingDays !== undefined || dueAt);
    if (input.termReason && !givesTerms) throw new AppError('term.not-given');
    const ids = input.units.map(({ unitId }) => unitId);
    const known = await em.find(UnitEntity, { id: { $in: ids }, active: true }, { disableIdentityMap: true });
    const domain = known.some(({ member }) => !member) ? await faxGatewayDomain(em) : undefined;
    const units = input.units.map(({ unitId, role, termWorkingDays, dueAt }) => {
      const unit = known.find(({ id }) => id === unitId);
      if (!unit) throw new AppError('unit.unknown', { unitId });
      const term = termWorkingDays === undefined ? {} : { term: { workingDays: termWorkingDays } };
      return { unitId, role, ...reachOf(unit, domain), ...term, ...(dueAt ? { dueAt } : {}) };
    });
    // Of who adds a unit later nobody asks whether he followed.
    const suggested = state.stage === 'registered' ? await shownFor(em, input.caseNumber) : undefined;
    return {
      type: 'assign',
      units,
      ...(input.termReason ? { termReason: await text(input.caseNumber, input.termReason) } : {}),
      ...(input.urgency ? { urgency: input.urgency } : {}),
      ...(suggested ? { suggested } : {}),
      quality: await text(input.caseNumber, input.quality),
      feedback: await text(input.caseNumber, input.feedback),
    };
  });
}
