/** What a special report is made of: the trouble, its cause, the way out, what was tried. */
export const REPORT_PARTS = ['trouble', 'cause', 'wayOut', 'tried'] as const;

/** One part of a report with its name, within a list of them. */
export function ReportPart({ name, words }: { name: string; words: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="words">{words}</dd>
    </>
  );
}
