import type { FaxWay } from '@hotline/domain';
import { UnitEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { AssignmentInput } from '../case/assignment-input.ts';
import type { CaseView } from '../case/case-view.ts';
import { onCase } from '../case/on-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { faxAddressOf, faxGatewayDomain } from './fax-address.ts';

export interface ResendFaxInput extends AssignmentInput {
  readonly by: FaxWay;
}

/** The sheet goes out once more. Errors: fax.no-gateway where none reaches the unit, and the domain's. */
export function resendFax(context: UseCaseContext, input: ResendFaxInput): Promise<CaseView> {
  const { assignmentId, by } = input;
  return onCase(context, input.caseNumber, async ({ em }, { state }) => {
    const unitId = Object.values(state.assignments).find(({ id }) => id === assignmentId)?.unitId;
    const unit = unitId && (await em.findOne(UnitEntity, { id: unitId }, { disableIdentityMap: true }));
    if (by === 'gateway' && unit && !unit.member && !faxAddressOf(unit, await faxGatewayDomain(em)))
      throw new AppError('fax.no-gateway');
    return { type: 'resend-fax', assignmentId, by };
  });
}
