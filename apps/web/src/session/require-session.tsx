import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Navigate, useLocation } from 'react-router';
import { AppLayout } from '../frame/app-layout.tsx';
import { PageSkeleton } from '../frame/page-skeleton.tsx';
import { ProblemAlert } from '../frame/problem-alert.tsx';
import { SessionEndedDialog } from './session-ended-dialog.tsx';
import { meQuery } from './use-me.ts';

/** The gate: nobody goes on without a session; whoever lost his logs in again on the page he is on. */
export function RequireSession() {
  const me = useQuery(meQuery);
  const { pathname, search } = useLocation();

  if (me.isError) return <ProblemAlert error={me.error} onRetry={() => void me.refetch()} />;
  if (me.isPending) return <PageSkeleton />;
  if (me.data === null) {
    const back = pathname === '/' ? '' : `?back=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/login${back}`} replace />;
  }
  return (
    <Suspense fallback={<PageSkeleton />}>
      <AppLayout />
      <SessionEndedDialog />
    </Suspense>
  );
}
