import type { Rate } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import './rates.css';

/** A rate as it is read out: `96.8%`, with its counts where they are few; `—` where nothing was due, which is not 0 %. */
export function RateCell({ of: { rate, count, of, fewCounts } }: { readonly of: Rate }) {
  const { t } = useWords();
  if (rate === null) return <span title={t('rates.noneDue')}>—</span>;
  return (
    <span className="tabular" title={t('rates.counts', { count, of })}>
      {percent(rate)}
      {fewCounts && <span className="quiet rates-counts">{t('rates.counts', { count, of })}</span>}
    </span>
  );
}

const percent = (rate: number): string => `${(rate * 100).toFixed(1)}%`;
