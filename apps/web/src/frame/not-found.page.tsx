import { Button, Result } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../language/use-words.ts';

/** There is no such place. */
export function Component() {
  const { t } = useWords();
  return (
    <Result
      status="404"
      title={t('frame.notFound')}
      subTitle={t('frame.notFoundHint')}
      extra={
        <Link to="/">
          <Button type="primary">{t('frame.home')}</Button>
        </Link>
      }
    />
  );
}
