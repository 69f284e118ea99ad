import { Select } from 'antd';
import { useWords } from '../language/use-words.ts';
import { PERIODS, type PeriodName } from './period.ts';

interface PeriodSelectProps {
  readonly value: PeriodName;
  readonly onChange: (period: PeriodName) => void;
}

/** Chooses the period that figures are of. */
export function PeriodSelect(props: PeriodSelectProps) {
  const { t, word } = useWords();
  return (
    <Select<PeriodName>
      {...props}
      aria-label={t('rates.period')}
      options={PERIODS.map((value) => ({ value, label: word('period', value) }))}
    />
  );
}
