import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SimilarRequest } from '@hotline/contracts-http';
import { StageTag } from '../case/case-tags.tsx';
import { useWords } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';
import './intake.css';

interface SimilarRequestsProps {
  readonly items: readonly SimilarRequest[];
  /** What may be done with one of them. */
  readonly act: (similar: SimilarRequest) => ReactNode;
}

/** Open requests that are like one, each with how much and by what. */
export function SimilarRequests({ items, act }: SimilarRequestsProps) {
  return (
    <ul className="intake-list">
      {items.map((similar) => (
        <li key={similar.caseNumber}>
          <Line of={similar} />
          <div className="no-print">{act(similar)}</div>
        </li>
      ))}
    </ul>
  );
}

function Line({ of: { caseNumber, title, stage, place, registeredAt, score, reasons } }: { of: SimilarRequest }) {
  const { t, word, language } = useWords();
  const percent = Math.round(score * 100);
  const why = reasons.map((reason) => word('likenessReason', reason)).join(language === 'zh' ? '、' : ', ');
  return (
    <>
      <div className="row">
        <Progress
          type="circle"
          size={34}
          percent={percent}
          format={() => percent}
          aria-label={t('intake.score', { percent })}
        />
        <StageTag stage={stage} />
        <Link to={`/cases/${caseNumber}`} target="_blank" className="tabular">
          {caseNumber}
        </Link>
        <span className="quiet tabular">{dateTime(registeredAt)}</span>
      </div>
      <div>{title}</div>
      {place && <div className="quiet">{place}</div>}
      <div className="quiet">{t('intake.because', { why })}</div>
    </>
  );
}
