import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { activeAssignments, type CaseState } from '@hotline/domain';
import { UnitEntity, UserEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';

/** The deputy mayor in charge (分管副市长) of the lead unit; of any other unit concerned; else the first one. */
export async function deputyMayorOf(em: SqlEntityManager, state: CaseState): Promise<string> {
  const found = await findDeputyMayorOf(em, state);
  if (!found) throw new AppError('report.no-deputy-mayor');
  return found;
}

/** The same, where the city has one. */
export async function findDeputyMayorOf(em: SqlEntityManager, state: CaseState): Promise<string | undefined> {
  const inOrder = activeAssignments(state).sort(
    (left, right) => Number(right.role === 'lead') - Number(left.role === 'lead'),
  );
  for (const { unitId } of inOrder) {
    const unit = await em.findOne(UnitEntity, { id: unitId }, { disableIdentityMap: true });
    if (unit?.deputyMayorId) return unit.deputyMayorId;
  }
  const [first] = await em.find(
    UserEntity,
    { role: 'deputy-mayor', active: true },
    { orderBy: { id: 'asc' }, limit: 1, disableIdentityMap: true },
  );
  return first?.id;
}

/** 常务副市长, where the city has one. */
export async function findExecutive(em: SqlEntityManager): Promise<string | undefined> {
  return (await em.findOne(UserEntity, { executive: true, active: true }, { disableIdentityMap: true }))?.id;
}
