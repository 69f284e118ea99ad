import { Alert, Card } from 'antd';
import { Link } from 'react-router';
import type { Caller, Case } from '@hotline/contracts-http';
import { MaskedPhone } from '../case/masked-phone.tsx';
import { useWords } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';
import './intake.css';

/** What this case has to do with others: the one it was merged into, those merged into it, the incident it belongs to. */
export function MergedFacts({ of }: { of: Case }) {
  const { t, word } = useWords();
  const { mergedInto, merged, incident, declinedFor } = of;
  return (
    <>
      {mergedInto && (
        <Alert
          type="info"
          showIcon
          title={
            <>
              {t('intake.merged')} <Link to={`/cases/${mergedInto.caseNumber}`}>{mergedInto.caseNumber}</Link>
              {` · ${word('stage', mergedInto.stage)}`}
              {mergedInto.outcome && ` · ${word('outcome', mergedInto.outcome)}`}
            </>
          }
        />
      )}
      {declinedFor && <Alert type="info" showIcon title={word('whereToGo', declinedFor)} />}
      {incident && (
        <Alert
          type={incident.open ? 'warning' : 'info'}
          showIcon
          title={<Link to="/incidents">{t(incident.open ? 'intake.inIncident' : 'intake.inEndedIncident')}</Link>}
        />
      )}
      {merged && (
        <Card title={t('intake.mergedCases')}>
          <ul className="intake-list">
            {merged.map(({ caseNumber, title }) => (
              <li key={caseNumber} className="row">
                <Link to={`/cases/${caseNumber}`} className="tabular">
                  {caseNumber}
                </Link>
                {title}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {of.callers && (
        <Card title={t('intake.callers')}>
          <Callers of={of.callers} />
        </Card>
      )}
    </>
  );
}

/** Everybody who is told and called back, each with the number he was given. */
export function Callers({ of }: { of: readonly Caller[] }) {
  const { t } = useWords();
  return (
    <ol className="intake-list">
      {of.map(({ caseNumber, call, name, phone, at, calls }) => (
        <li key={`${caseNumber}-${call}`} className="row">
          <span>{name ?? t('intake.unnamed')}</span>
          {phone && <MaskedPhone caseNumber={caseNumber} masked={phone} call={call} />}
          <Link to={`/cases/${caseNumber}`} className="tabular">
            {caseNumber}
          </Link>
          <span className="quiet tabular">{dateTime(at)}</span>
          {calls > 1 && <span className="quiet">{t('intake.calls', { count: calls })}</span>}
        </li>
      ))}
    </ol>
  );
}
