/** Where a stream is looked at: its case, for a meeting of it too; a special report; an article. */
export function placeOfStream(id: string): string | undefined {
  if (/^\d+-report-\d+$/.test(id)) return `/special-reports/${id}`;
  if (/^article-\d+$/.test(id)) return `/knowledge/${id}`;
  const [caseNumber = ''] = id.split('-');
  return /^\d+$/.test(caseNumber) ? `/cases/${caseNumber}` : undefined;
}
