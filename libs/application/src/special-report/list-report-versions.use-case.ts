import { isOfCenter, type Instant, type ReportEvent } from '@hotline/domain';
import { eventsAfter, SpecialReportEntity, type ReportWords } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';
import { namesOfPeople } from '../organisation/names.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { readReportWords } from './change-report.ts';

/** What a report said at one time, and who wrote it so. */
export interface ReportVersion {
  /** From 1. */
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
  readonly byName: string;
  readonly words: ReportWords;
}

/** Every version of a special report, the first draft first; for the center alone. Errors: report.not-found. */
export async function listReportVersions(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { reportId }: { readonly reportId: string },
): Promise<{ readonly items: readonly ReportVersion[] }> {
  const em = orm.em.fork();
  const found = await em.count(SpecialReportEntity, { id: reportId });
  if (found === 0 || !isOfCenter(actor)) throw new AppError('report.not-found');
  const written = ((await eventsAfter(em, reportId)) as ReportEvent[]).flatMap((event) =>
    event.type === 'ReportDrafted' || event.type === 'ReportRevised' ? [event] : [],
  );
  const words = await wordsOfTexts(
    em,
    written.map(({ payload }) => payload.text),
  );
  const nameOf = await namesOfPeople(
    em,
    written.map(({ by }) => by),
  );
  return {
    items: written.map(({ at, by, payload }, index) => ({
      version: index + 1,
      at,
      by,
      byName: nameOf(by) ?? by,
      words: readReportWords(words(payload.text)),
    })),
  };
}
