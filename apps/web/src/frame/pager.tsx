import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useWords } from '../language/use-words.ts';
import type { Paging } from './use-paging.ts';

/** Backward and forward through a list; missing where everything is on one page. */
export function Pager({ paging, next }: { paging: Paging; next?: string }) {
  const { t } = useWords();
  const { backward, forward } = paging;
  if (!backward && !next) return null;
  return (
    <div className="pager no-print">
      <Button icon={<LeftOutlined />} disabled={!backward} onClick={backward}>
        {t('frame.previous')}
      </Button>
      <Button icon={<RightOutlined />} iconPlacement="end" disabled={!next} onClick={() => next && forward(next)}>
        {t('frame.next')}
      </Button>
    </div>
  );
}
