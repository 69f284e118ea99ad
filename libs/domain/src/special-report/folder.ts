import type { ReportState } from './report-event.ts';

/** An urgent report goes to the deputy mayor at once, any other with the rest of the week. */
export const FOLDERS = ['urgent', 'weekly'] as const;
export type Folder = (typeof FOLDERS)[number];

/** In which folder a report lies; a draft in none. */
export function folderOf({ issuedAt, deliverAt }: Pick<ReportState, 'issuedAt' | 'deliverAt'>): Folder | undefined {
  if (!issuedAt) return undefined;
  return deliverAt ? 'weekly' : 'urgent';
}
