import { Skeleton } from 'antd';
import { useWords } from '../language/use-words.ts';

/** Stands where a page will be. */
export function PageSkeleton() {
  const { t } = useWords();
  return (
    <div className="app-content" role="status" aria-label={t('frame.loading')}>
      <Skeleton active paragraph={{ rows: 8 }} />
    </div>
  );
}
