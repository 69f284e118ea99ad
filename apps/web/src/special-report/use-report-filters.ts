import { FOLDERS, REPORT_STANDINGS } from '@hotline/contracts-http';
import { among, useFilters, wordsIn } from '../filter/use-filters.ts';

/** What an address says of the list of special reports. */
export const useReportFilters = () =>
  useFilters((search) => ({
    folder: among(FOLDERS, search.get('folder')),
    standing: among(REPORT_STANDINGS, search.get('standing')),
    deputyMayorId: search.get('deputyMayorId') ?? undefined,
    q: wordsIn(search),
  }));

export type ReportFilters = ReturnType<typeof useReportFilters>['filters'];
