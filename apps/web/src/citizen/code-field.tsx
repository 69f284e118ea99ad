import { Button, Form, Input } from 'antd';
import type { SentCode } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';

/** Where the code of a short message is typed; with the way back for whom none has reached. */
export function CodeField({ sent, onBack }: { sent: SentCode; onBack: () => void }) {
  const { t } = useWords();
  return (
    <Form.Item
      name="code"
      label={t('citizen.code')}
      extra={
        <>
          {t('citizen.codeSent', { until: dateTime(sent.expiresAt) })}{' '}
          <Button type="link" size="small" onClick={onBack}>
            {t('citizen.codeMissing')}
          </Button>
        </>
      }
    >
      <Input size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
    </Form.Item>
  );
}
