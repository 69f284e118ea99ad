/** What a special report is made of: the trouble, its cause, what was tried, the way out, what is asked. */
export const REPORT_PARTS = ['trouble', 'cause', 'tried', 'wayOut', 'asked'] as const;

/** One part of a report with its name, within a list of them. */
export function ReportPart({ name, words }: { name: string; words: string }) {
  if (!words) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd className="words">{words}</dd>
    </>
  );
}
