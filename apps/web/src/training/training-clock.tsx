import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { isTrainingNumber, type Case } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { Ahead, useNow } from '../time/clock.ts';
import { dateTime } from '../time/local-time.ts';
import { aheadQueryOf } from './training-queries.ts';

/** Shows a case by its own clock, and of a training says what time that is; a real case as it is. */
export function ByCaseClock({ of, children }: { of: Case; children: ReactNode }) {
  const isTraining = isTrainingNumber(of.caseNumber);
  const { data: ahead = 0 } = useQuery({ ...aheadQueryOf(of.caseNumber, of.revision), enabled: isTraining });
  if (!isTraining) return children;
  return (
    <Ahead value={ahead}>
      <TrainingClock />
      {children}
    </Ahead>
  );
}

function TrainingClock() {
  const { t } = useWords();
  const now = useNow();
  return <Alert type="warning" showIcon banner title={t('training.clock', { now: dateTime(now) })} />;
}
