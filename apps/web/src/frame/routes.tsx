import { createBrowserRouter, type RouteObject } from 'react-router';
import { RequireSession } from '../session/require-session.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { RouteError } from './route-error.tsx';

/** Each page is a file of its own, read when it is first entered. */
const PAGES: RouteObject[] = [
  { index: true, lazy: () => import('./home.page.tsx') },
  { path: 'register', lazy: () => import('../case/register.page.tsx') },
  { path: 'cases', lazy: () => import('../case/case-list.page.tsx') },
  { path: 'cases/:caseNumber', lazy: () => import('../case/case.page.tsx') },
  { path: 'unit-desk', lazy: () => import('../unit-desk/unit-desk.page.tsx') },
  { path: 'tasks', lazy: () => import('../task/tasks.page.tsx') },
  { path: 'proposals', lazy: () => import('../proposal/proposals.page.tsx') },
  { path: 'special-reports', lazy: () => import('../special-report/special-reports.page.tsx') },
  { path: 'special-reports/:reportId', lazy: () => import('../special-report/special-report.page.tsx') },
  { path: 'meetings', lazy: () => import('../joint-meeting/meetings.page.tsx') },
  { path: 'notices', lazy: () => import('../notice/notices.page.tsx') },
  { path: '*', lazy: () => import('./not-found.page.tsx') },
];

export const router = createBrowserRouter([
  {
    errorElement: <RouteError />,
    hydrateFallbackElement: <PageSkeleton />,
    children: [
      { path: 'login', lazy: () => import('../session/log-in.page.tsx') },
      { element: <RequireSession />, children: [{ errorElement: <RouteError />, children: PAGES }] },
    ],
  },
]);
