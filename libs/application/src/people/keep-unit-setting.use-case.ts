import { UnitEntity, type Unit } from '@hotline/persistence';
import { ensureKeepsUnit } from '../sub-desk/sub-desks.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

export interface UnitSettingInput {
  readonly unitId: string;
  /** Its feedback goes out only with its head's approval. */
  readonly headApproves: boolean;
}

/** What a unit wants of its own work, as its head or an administrator sets it. Errors: access.denied, unit.unknown. */
export function keepUnitSetting(context: UseCaseContext, { unitId, headApproves }: UnitSettingInput): Promise<Unit> {
  return runUseCase(context, async (transaction) => {
    await ensureKeepsUnit(transaction, unitId);
    await transaction.em.nativeUpdate(UnitEntity, { id: unitId }, { headApproves });
    return transaction.em.findOneOrFail(UnitEntity, { id: unitId }, { disableIdentityMap: true });
  });
}
