import type { Actor, CaseState } from '@hotline/domain';
import { UnitEntity } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';

/** Roles that see every case. */
const SEES_ALL = new Set<Actor['role']>(['operator', 'supervisor', 'director', 'mayor', 'administrator', 'machine']);

export function seesAllCases(actor: Actor): boolean {
  return SEES_ALL.has(actor.role);
}

/** A unit sees the cases it has a duty in; a deputy mayor those of the units in his charge. */
export async function maySeeCase({ em, actor }: Pick<Transaction, 'em' | 'actor'>, state: CaseState): Promise<boolean> {
  if (seesAllCases(actor)) return true;
  const assignments = Object.values(state.assignments).filter(({ status }) => status !== 'withdrawn');
  if (actor.unitId) return assignments.some(({ unitId }) => unitId === actor.unitId);
  if (actor.role !== 'deputy-mayor') return false;
  const unitIds = assignments.map(({ unitId }) => unitId);
  return (await em.count(UnitEntity, { id: { $in: unitIds }, deputyMayorId: actor.userId })) > 0;
}
