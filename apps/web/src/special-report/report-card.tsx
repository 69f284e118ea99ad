import { Button, Tag, Tooltip } from 'antd';
import { Link } from 'react-router';
import type { SpecialReport } from '@hotline/contracts-http';
import type { OpenAction } from '../case/ask-of-action.ts';
import '../case/case.css';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { Due } from '../time/due.tsx';
import { dateTime } from '../time/local-time.ts';
import { reportActionsOf } from './report-actions-of.ts';

/** A special report in short, within its case. */
export function ReportCard({ report, open }: { report: SpecialReport; open: OpenAction }) {
  const { t } = useWords();
  return (
    <section className="assignment" aria-label={report.reportId}>
      <ReportHead report={report} />
      <p className="words">{report.words.trouble}</p>
      <div className="assignment-actions no-print">
        <Link to={`/special-reports/${report.reportId}`}>
          <Button size="small">{t('case.details')}</Button>
        </Link>
        <ReportActions report={report} open={open} size="small" />
      </div>
    </section>
  );
}

const STANDING_COLOURS: Partial<Record<SpecialReport['standing'], string>> = {
  waiting: 'blue',
  delivered: 'geekblue',
  overdue: 'red',
};

/** How a report stands and what it waits for. */
export function ReportHead({ report }: { report: SpecialReport }) {
  const { t, word } = useWords();
  const { status, standing, folder, number, automatic, draftedAt, deliverAt, instructionBy, dueAt, result } = report;
  return (
    <div className="assignment-head">
      <Tag color={STANDING_COLOURS[standing] ?? 'default'}>{word('reportStanding', standing)}</Tag>
      {folder && <Tag>{word('reportFolder', folder)}</Tag>}
      {number && <b className="tabular">{number}</b>}
      {automatic && (
        <Tooltip title={t('work.reports.automaticHint')}>
          <Tag>{t('work.reports.automatic')}</Tag>
        </Tooltip>
      )}
      {result && <Tag>{word('reportResult', result)}</Tag>}
      <span className="quiet tabular">
        {t('work.reports.drafted')} {dateTime(draftedAt)}
      </span>
      {standing === 'waiting' && deliverAt && (
        <span className="tabular">
          {t('work.reports.deliverAt')} {dateTime(deliverAt)}
        </span>
      )}
      {report.readAt && (
        <span className="quiet tabular">
          {t('work.reports.read')} {dateTime(report.readAt)}
        </span>
      )}
      {status === 'submitted' && instructionBy && (
        <span>
          {t('work.reports.instructionBy')} <Due at={instructionBy} />
        </span>
      )}
      {status === 'instructed' && dueAt && (
        <span>
          {t('work.reports.due')} <Due at={dueAt} />
        </span>
      )}
    </div>
  );
}

/** The buttons of what this person may do with a report. */
export function ReportActions({
  report,
  open,
  size = 'middle',
}: {
  report: SpecialReport;
  open: OpenAction;
  size?: 'small' | 'middle';
}) {
  const { t } = useWords();
  const me = useMe();
  const { reportId, caseNumber, revision } = report;
  return reportActionsOf(report, me).map((name, index) => (
    <Button
      key={name}
      size={size}
      type={index === 0 ? 'primary' : 'default'}
      onClick={() => open({ name, target: { reportId, caseNumber, revision }, situation: { role: me.role, report } })}
    >
      {t(`action.name.${name}`)}
    </Button>
  ));
}
