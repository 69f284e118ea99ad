import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../language/use-words.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data, Error>;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/** What a query answered; before that a skeleton, and its problem instead when it has none. */
export function Loaded<Data>({ query, rows = 6, children }: LoadedProps<Data>) {
  const { t } = useWords();
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div role="status" aria-label={t('frame.loading')}>
      <Skeleton active paragraph={{ rows }} />
    </div>
  );
}
