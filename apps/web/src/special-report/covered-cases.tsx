import { Link } from 'react-router';
import type { SpecialReport } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';

/** The cases that a report covers, where they are several. */
export function CoveredCases({ report: { cases } }: { report: SpecialReport }) {
  const { t } = useWords();
  if (cases.length < 2) return null;
  return (
    <dl className="report-words">
      <dt>{t('work.reports.case')}</dt>
      <dd>
        {cases.map(({ caseNumber, title }) => (
          <div key={caseNumber}>
            <Link to={`/cases/${caseNumber}`} className="tabular">
              {caseNumber}
            </Link>{' '}
            {title}
          </div>
        ))}
      </dd>
    </dl>
  );
}
