import type { Actor } from '@hotline/domain';
import type { SpecialReport } from '@hotline/persistence';

/** Drafts are the center's; what was submitted is its deputy mayor's and the mayor's too, and the executive one's once he was told. A unit sees no report. */
export function maySeeReport(
  { role, userId }: Pick<Actor, 'role' | 'userId'>,
  report: Pick<SpecialReport, 'deputyMayorId' | 'toldTo' | 'status'>,
): boolean {
  if (role === 'deputy-mayor')
    return (report.deputyMayorId === userId || report.toldTo === userId) && report.status !== 'draft';
  if (role === 'mayor') return report.status !== 'draft';
  return role !== 'unit-handler' && role !== 'unit-head';
}
