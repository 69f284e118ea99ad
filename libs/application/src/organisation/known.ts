import { CategoryEntity, UnitEntity } from '@hotline/persistence';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { AppError } from '../app-error.ts';

/** Errors: category.unknown. */
export async function ensureCategory(em: SqlEntityManager, categoryId: string): Promise<void> {
  if (!(await em.count(CategoryEntity, { id: categoryId }))) throw new AppError('category.unknown', { categoryId });
}

/** A unit that still is one. Errors: unit.unknown. */
export async function ensureUnit(em: SqlEntityManager, unitId: string): Promise<void> {
  if (!(await em.count(UnitEntity, { id: unitId, active: true }))) throw new AppError('unit.unknown', { unitId });
}
