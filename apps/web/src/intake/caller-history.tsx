import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Skeleton, Tag } from 'antd';
import { Link } from 'react-router';
import type { CallersCase } from '@hotline/contracts-http';
import { StageTag } from '../case/case-tags.tsx';
import { ProblemAlert } from '../frame/problem-alert.tsx';
import { useWords } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';
import { callerHistoryOf } from './intake-queries.ts';
import './intake.css';
import { useAtRest } from './use-at-rest.ts';

/** Who calls: his earlier cases, open ones first, as soon as his number is typed. */
export function CallerHistory({ phone }: { phone: string }) {
  const { t } = useWords();
  const history = useQuery(callerHistoryOf(useAtRest(phone.trim())));
  const { data } = history;
  return (
    <Card
      size="small"
      title={t('intake.history')}
      extra={data && data.total > 0 && t('intake.counts', { open: data.open, total: data.total })}
      className="intake-panel"
    >
      <div aria-live="polite">
        {history.error && <ProblemAlert error={history.error} />}
        {!data && !history.error && <Waiting asked={history.fetchStatus === 'fetching'} />}
        {data?.total === 0 && <span className="quiet">{t('intake.firstCall')}</span>}
        {data && data.nuisances > 0 && (
          <Alert type="warning" showIcon title={t('intake.nuisances', { count: data.nuisances })} />
        )}
        {data && data.total > 0 && (
          <ul className="intake-list">
            {data.items.map((his) => (
              <HistoryLine key={his.caseNumber} of={his} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function Waiting({ asked }: { asked: boolean }) {
  const { t } = useWords();
  return asked ? <Skeleton active title={false} /> : <span className="quiet">{t('intake.historyHint')}</span>;
}

function HistoryLine({ of }: { of: CallersCase }) {
  const { t, word } = useWords();
  const { caseNumber, title, stage, registeredAt, units, outcome, mergedInto } = of;
  return (
    <li>
      <div className="row">
        <StageTag stage={stage} />
        <Link to={`/cases/${caseNumber}`} target="_blank" className="tabular">
          {caseNumber}
        </Link>
        <span className="quiet tabular">{dateTime(registeredAt)}</span>
        {outcome && <Tag>{word('outcome', outcome)}</Tag>}
      </div>
      <div>{title}</div>
      {units.length > 0 && <div className="quiet">{units.map(({ unitName }) => unitName).join('、')}</div>}
      {mergedInto && <div className="quiet">{t('intake.mergedInto', { number: mergedInto })}</div>}
    </li>
  );
}
