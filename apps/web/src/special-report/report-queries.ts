import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ReportVersions, SpecialReport } from '@hotline/contracts-http';
import { getReport, listReports, listReportVersions } from '../api/generated/sdk.gen.ts';
import type { ListReportsData } from '../api/generated/types.gen.ts';
import { keys } from '../api/keys.ts';

export const reportsQueryOf = (query: NonNullable<ListReportsData['query']>) =>
  queryOptions({
    queryKey: [...keys.reports, query],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await listReports({ query, signal })).data,
  });

export const reportQueryOf = (reportId: string) =>
  queryOptions({
    queryKey: [...keys.reports, reportId],
    queryFn: async ({ signal }): Promise<SpecialReport> => (await getReport({ path: { reportId }, signal })).data,
  });

export const reportVersionsQueryOf = (reportId: string, revision: number) =>
  queryOptions({
    queryKey: [...keys.reports, reportId, 'versions', revision],
    queryFn: async ({ signal }): Promise<ReportVersions> =>
      (await listReportVersions({ path: { reportId }, signal })).data,
  });

/** Where a report's PDF is. */
export const documentOf = (reportId: string): string => `/api/v1/special-reports/${reportId}/document`;
