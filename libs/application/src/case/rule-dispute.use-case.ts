import type { CaseEvent, CasePayloads } from '@hotline/domain';
import { eventsAfter, UnitEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { faxGatewayDomain, reachOf } from '../fax/fax-address.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface RuleDisputeInput {
  readonly caseNumber: string;
  readonly leadUnitId: string;
  readonly text: string;
  /** 编办的意见: what the staffing office said of whose duty it is. */
  readonly staffingOpinion?: string;
}

/** 指定办理 after a dispute, by the director. What was demanded first is demanded of the new lead. Errors: unit.unknown, the domain's. */
export function ruleDispute(context: UseCaseContext, input: RuleDisputeInput): Promise<CaseView> {
  const { caseNumber, leadUnitId, staffingOpinion } = input;
  return onCase(context, caseNumber, async ({ em, text }) => {
    const unit = await em.findOne(UnitEntity, { id: leadUnitId, active: true }, { disableIdentityMap: true });
    if (!unit) throw new AppError('unit.unknown', { unitId: leadUnitId });
    const events = (await eventsAfter(em, caseNumber)) as CaseEvent[];
    const first = events.find(({ type }) => type === 'CaseAssigned');
    if (!first) throw new AppError('assignment.not-found');
    const { quality, feedback } = first.payload as CasePayloads['CaseAssigned'];
    return {
      type: 'rule-dispute',
      lead: { unitId: unit.id, ...reachOf(unit, unit.member ? undefined : await faxGatewayDomain(em)) },
      text: await text(caseNumber, input.text),
      ...(staffingOpinion ? { staffingOpinion: await text(caseNumber, staffingOpinion) } : {}),
      quality,
      feedback,
    };
  });
}
