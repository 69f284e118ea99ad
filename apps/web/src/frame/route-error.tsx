import { Button, Result } from 'antd';
import { useEffect } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { useWords } from '../language/use-words.ts';
import { Component as NotFound } from './not-found.page.tsx';

/** A page broke: says so and offers to read it anew; the frame around it lives on. */
export function RouteError() {
  const { t } = useWords();
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  useEffect(() => {
    if (!missing) console.error(error);
  }, [error, missing]);

  if (missing) return <NotFound />;
  return (
    <Result
      status="error"
      title={t('frame.broken')}
      subTitle={t('frame.brokenHint')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('frame.reload')}
        </Button>
      }
    />
  );
}
