import { TRAINING_SERIES } from '@hotline/domain';
import { InstructionPartEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { partViews, type InstructionPartView } from './part-view.ts';
import type { PartStatus } from './project-parts.ts';

/**
 * What instructions ask of the actor's unit, but for trainings, those of the newest report first; nothing for whoever is of no unit. Keyset:
 * `after` is the last part's `report:part`. Errors: list.bad-cursor.
 */
export async function listInstructionParts(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { status, after, limit }: PageInput & { readonly status?: PartStatus },
): Promise<Page<InstructionPartView>> {
  if (!actor.unitId) return { items: [] };
  const em = orm.em.fork();
  const [reportId, partId, ...more] = after?.split(':') ?? [];
  if (after !== undefined && (!reportId || !partId || more.length > 0)) throw new AppError('list.bad-cursor');
  const later = reportId ? { $or: [{ reportId: { $lt: reportId } }, { reportId, partId: { $gt: partId } }] } : {};
  const rows = await em.find(
    InstructionPartEntity,
    { $and: [{ unitId: actor.unitId, reportId: { $lt: TRAINING_SERIES } }, status ? { status } : {}, later] } as object,
    { orderBy: [{ reportId: 'desc' }, { partId: 'asc' }], limit: limit + 1, disableIdentityMap: true },
  );
  const page = pageOf(rows, limit, (row) => `${row.reportId}:${row.partId}`);
  return { ...page, items: await partViews(em, page.items) };
}
