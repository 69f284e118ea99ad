import { typesetOfficialPaper } from '@hotline/documents';
import { SpecialReportEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { fileNameOf } from '../document/paper-of-case.ts';
import type { DocumentFile } from '../knowledge/export-handbook.use-case.ts';
import { ledgerSourceOf } from '../notice/notice-source.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { paperOfReport } from './paper-of-report.ts';
import { maySeeReport } from './report-sight.ts';

/** A special report as a PDF; a draft too, for whoever sees it. Errors: report.not-found, also for what is not his. */
export async function downloadReport(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { reportId }: { readonly reportId: string },
): Promise<DocumentFile> {
  const em = orm.em.fork();
  const row = await em.findOne(SpecialReportEntity, { id: reportId }, { disableIdentityMap: true });
  if (!row || !maySeeReport(actor, row)) throw new AppError('report.not-found');
  const paper = await paperOfReport(em, await ledgerSourceOf(em, reportId));
  return { name: fileNameOf(paper), content: await typesetOfficialPaper(paper) };
}
