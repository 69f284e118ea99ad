import { Button } from 'antd';
import type { SpecialReport } from '@hotline/contracts-http';
import type { OpenAction } from '../case/ask-of-action.ts';
import { useWords } from '../language/use-words.ts';
import { useUnitName } from '../organisation/organisation.ts';
import { useMe } from '../session/use-me.ts';
import { Due } from '../time/due.tsx';
import { dateTime } from '../time/local-time.ts';
import { SaidOfPart } from './said-of-part.tsx';

/** What the instruction asks of each unit, what the unit said of it, and whether the center has to look at it. */
export function InstructionParts({ report, open }: { report: SpecialReport; open: OpenAction }) {
  const { t } = useWords();
  const unitName = useUnitName();
  const { role } = useMe();
  const { parts, reportId, caseNumber, revision } = report;
  if (parts.length === 0) return <p className="quiet">{t('work.reports.noParts')}</p>;
  return parts.map(({ id, unitId, text, dueAt, doneAt, status, said }) => (
    <section key={id} className="assignment" aria-label={unitName(unitId)}>
      <div className="row">
        <b>{unitName(unitId)}</b>
        {doneAt ? (
          <span className="tabular">{t('work.reports.done', { at: dateTime(doneAt) })}</span>
        ) : (
          <Due at={dueAt} over={status === 'over'} />
        )}
      </div>
      <p className="words">{text}</p>
      <SaidOfPart said={said} />
      {status === 'reported' && (role === 'supervisor' || role === 'director') && (
        <Button
          type="primary"
          size="small"
          className="no-print"
          onClick={() =>
            open({
              name: 'review-part',
              target: { reportId, caseNumber, partId: id, revision },
              situation: { role, report, unitName: unitName(unitId) },
            })
          }
        >
          {t('action.name.review-part')}
        </Button>
      )}
    </section>
  ));
}
