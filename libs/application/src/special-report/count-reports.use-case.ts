import type { Folder } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { listedFor, STANDING, type ReportStanding } from './report-standing.ts';

/** So many reports stand so in a folder; drafts lie in none. */
export interface ReportCount {
  readonly folder?: Folder;
  readonly standing: ReportStanding;
  readonly count: number;
}

/** How many reports lie in the folders that somebody sees, by how they stand. */
export async function countReports(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { deputyMayorId }: { readonly deputyMayorId?: string } = {},
): Promise<{ readonly items: readonly ReportCount[] }> {
  const { where, values } = listedFor(actor);
  const rows = await orm.em.fork().execute<{ folder: Folder | null; standing: ReportStanding; count: number }[]>(
    `select r.folder, ${STANDING} as standing, count(*)::int as count from special_report r
     where ${where} and r.deputy_mayor_id = coalesce(?, r.deputy_mayor_id) group by 1, 2 order by 1, 2`,
    [...values, deputyMayorId ?? null],
  );
  return { items: rows.map(({ folder, ...row }) => ({ ...row, ...(folder ? { folder } : {}) })) };
}
