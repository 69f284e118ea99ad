import { TRAINING_SERIES } from '@hotline/domain';
import { SpecialReportEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { maySeeReport } from './report-sight.ts';
import { reportView, reportViews, type ReportView } from './report-view.ts';

/** Special reports, but for those of trainings, newest first; a deputy mayor sees his folder. Keyset: `after` is the last report's id. */
export async function listReports(
  context: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: PageInput & { readonly status?: 'draft' | 'submitted' | 'instructed' | 'ended' },
): Promise<Page<ReportView>> {
  const em = context.orm.em.fork();
  const { actor } = context;
  if (actor.unitId) return { items: [] };
  const leader = actor.role === 'deputy-mayor' || actor.role === 'mayor';
  const where = {
    ...(input.status ? { status: input.status } : {}),
    id: { $lt: input.after && input.after < TRAINING_SERIES ? input.after : TRAINING_SERIES },
    ...(actor.role === 'deputy-mayor' ? { $or: [{ deputyMayorId: actor.userId }, { toldTo: actor.userId }] } : {}),
    ...(leader ? { $not: { status: 'draft' } } : {}),
  };
  const rows = await em.find(SpecialReportEntity, where as object, {
    orderBy: { id: 'desc' },
    limit: input.limit + 1,
    disableIdentityMap: true,
  });
  const page = pageOf(rows, input.limit, ({ id }) => id);
  return { ...page, items: await reportViews(em, page.items) };
}

/** One special report. Errors: report.not-found, also for what is not his. */
export async function getReport(
  context: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: { readonly reportId: string },
): Promise<ReportView> {
  const em = context.orm.em.fork();
  const row = await em.findOne(SpecialReportEntity, { id: input.reportId }, { disableIdentityMap: true });
  if (!row || !maySeeReport(context.actor, row)) throw new AppError('report.not-found');
  return reportView(em, row);
}
