import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InstructionPart, ReportCounts, ReportVersions, SpecialReport } from '@hotline/contracts-http';
import {
  countReports,
  getReport,
  listInstructionParts,
  listReports,
  listReportVersions,
  readReport,
} from '../api/generated/sdk.gen.ts';
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

/** How many reports lie in each folder, by how they stand. */
export const reportCountsQueryOf = (deputyMayorId?: string) =>
  queryOptions({
    queryKey: [...keys.reports, 'counts', deputyMayorId ?? ''],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<ReportCounts> =>
      (await countReports({ query: deputyMayorId ? { deputyMayorId } : {}, signal })).data,
  });

/** What instructions ask of my unit and is not yet accepted. */
export const ownPartsQuery = queryOptions({
  queryKey: [...keys.parts],
  queryFn: async ({ signal }): Promise<readonly InstructionPart[]> => {
    const [open, reported] = await Promise.all([
      listInstructionParts({ query: { status: 'open', limit: 100 }, signal }),
      listInstructionParts({ query: { status: 'reported', limit: 100 }, signal }),
    ]);
    return [...open.data.items, ...reported.data.items];
  },
});

/** The deputy mayor opened a report. */
export function useReadReport(reportId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => readReport({ path: { reportId }, body: {} }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.reports }),
  });
}
