import { Alert } from 'antd';
import { useConnectionLost } from '../api/connection.ts';
import { useWords } from '../language/use-words.ts';

/** Over the page while no answer comes. */
export function ConnectionBanner() {
  const { t } = useWords();
  const lost = useConnectionLost();
  if (!lost) return null;
  return <Alert banner role="status" type="warning" showIcon title={t('frame.connectionLost')} className="no-print" />;
}
