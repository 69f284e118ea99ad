import type { Folder } from '@hotline/domain';
import { SpecialReportEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { maySeeReport } from './report-sight.ts';
import { listedFor, STANDING, type Narrowing, type ReportStanding } from './report-standing.ts';
import { reportView, reportViews, type ReportView } from './report-view.ts';

export interface ListReportsInput extends PageInput {
  readonly folder?: Folder;
  readonly standing?: ReportStanding;
  readonly deputyMayorId?: string;
  /** Words of the report, of its cases' titles, or of its numbers. */
  readonly q?: string;
}

/** Special reports, newest first; a deputy mayor sees his folder. Keyset: `after` is the last report's id. */
export async function listReports(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: ListReportsInput,
): Promise<Page<ReportView>> {
  const em = orm.em.fork();
  const { where, values } = narrowed(listedFor(actor), input);
  const found = await em.execute<{ id: string }[]>(
    `select r.id from special_report r where ${where} order by r.id desc limit ?`,
    [...values, input.limit + 1],
  );
  const page = pageOf(found, input.limit, ({ id }) => id);
  const rows = await em.find(
    SpecialReportEntity,
    { id: { $in: page.items.map(({ id }) => id) } },
    { orderBy: { id: 'desc' }, disableIdentityMap: true },
  );
  return { ...page, items: await reportViews(em, rows) };
}

function narrowed(listed: Narrowing, { folder, standing, deputyMayorId, q, after }: ListReportsInput): Narrowing {
  const words = q?.trim().toLowerCase();
  const narrowings: Narrowing[] = [
    listed,
    ...(after ? [{ where: 'r.id < ?', values: [after] }] : []),
    ...(folder ? [{ where: 'r.folder = ?', values: [folder] }] : []),
    ...(standing ? [{ where: `${STANDING} = ?`, values: [standing] }] : []),
    ...(deputyMayorId ? [{ where: 'r.deputy_mayor_id = ?', values: [deputyMayorId] }] : []),
    ...(words ? [{ where: HOLDS_WORDS, values: [words, words, words, words] }] : []),
  ];
  return {
    where: narrowings.map((one) => `(${one.where})`).join(' and '),
    values: narrowings.flatMap((one) => one.values),
  };
}

/** Reports are few enough to be read through. */
const HOLDS_WORDS = `strpos(r.id, ?) > 0 or strpos(lower(r.number), ?) > 0
  or exists (select from jsonb_each_text(r.words) part where strpos(lower(part.value), ?) > 0)
  or exists (select from case_file c where strpos(lower(c.title), ?) > 0
    and c.case_number in (select jsonb_array_elements_text(r.case_numbers)))`;

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
