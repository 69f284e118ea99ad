import { createBrowserRouter, type RouteObject } from 'react-router';
import { CitizenLayout } from '../citizen/citizen-layout.tsx';
import { RequireSession } from '../session/require-session.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { RouteError } from './route-error.tsx';

/** Each page is a file of its own, read when it is first entered. */
const PAGES: RouteObject[] = [
  { index: true, lazy: () => import('./home.page.tsx') },
  { path: 'register', lazy: () => import('../case/register.page.tsx') },
  { path: 'cases', lazy: () => import('../case/case-list.page.tsx') },
  { path: 'cases/:caseNumber', lazy: () => import('../case/case.page.tsx') },
  { path: 'incidents', lazy: () => import('../intake/incidents.page.tsx') },
  { path: 'unit-desk', lazy: () => import('../unit-desk/unit-desk.page.tsx') },
  { path: 'sub-desks', lazy: () => import('../people/sub-desks.page.tsx') },
  { path: 'delegations', lazy: () => import('../people/delegations.page.tsx') },
  { path: 'rooms', lazy: () => import('../people/rooms.page.tsx') },
  { path: 'stays', lazy: () => import('../people/stays.page.tsx') },
  { path: 'calls', lazy: () => import('../call/calls.page.tsx') },
  { path: 'absences', lazy: () => import('../people/absences.page.tsx') },
  { path: 'quality', lazy: () => import('../quality/quality.page.tsx') },
  { path: 'shifts', lazy: () => import('../people/shifts.page.tsx') },
  { path: 'sub-desk-ledger', lazy: () => import('../people/sub-desk-ledger.page.tsx') },
  { path: 'supervision', lazy: () => import('../supervision/supervision.page.tsx') },
  { path: 'rules-changes', lazy: () => import('../rules-change/rules-changes.page.tsx') },
  { path: 'rules-changes/new', lazy: () => import('../rules-change/policy-draft.page.tsx') },
  { path: 'rules-changes/:changeId', lazy: () => import('../rules-change/rules-change.page.tsx') },
  { path: 'rules-changes/:changeId/draft', lazy: () => import('../rules-change/policy-draft.page.tsx') },
  { path: 'tasks', lazy: () => import('../task/tasks.page.tsx') },
  { path: 'proposals', lazy: () => import('../proposal/proposals.page.tsx') },
  { path: 'special-reports', lazy: () => import('../special-report/special-reports.page.tsx') },
  { path: 'special-reports/:reportId', lazy: () => import('../special-report/special-report.page.tsx') },
  { path: 'meetings', lazy: () => import('../joint-meeting/meetings.page.tsx') },
  { path: 'rates', lazy: () => import('../rates/rates.page.tsx') },
  { path: 'conferences', lazy: () => import('../joint-conference/conferences.page.tsx') },
  { path: 'conferences/:conferenceId', lazy: () => import('../joint-conference/conference.page.tsx') },
  { path: 'training', lazy: () => import('../training/training.page.tsx') },
  { path: 'knowledge', lazy: () => import('../knowledge/knowledge.page.tsx') },
  { path: 'knowledge/:articleId', lazy: () => import('../knowledge/article.page.tsx') },
  { path: 'board', lazy: () => import('../board/board.page.tsx') },
  { path: 'notices', lazy: () => import('../notice/notices.page.tsx') },
  { path: '*', lazy: () => import('./not-found.page.tsx') },
];

/** For who has no account: a citizen, known by his phone. */
const CITIZEN_PAGES: RouteObject[] = [
  { path: 'citizen', lazy: () => import('../citizen/citizen-home.page.tsx') },
  { path: 'citizen/request', lazy: () => import('../citizen/bring-request.page.tsx') },
  { path: 'citizen/status', lazy: () => import('../citizen/case-status.page.tsx') },
  { path: 'callback', lazy: () => import('../citizen/callback.page.tsx') },
];

export const router = createBrowserRouter([
  {
    errorElement: <RouteError />,
    hydrateFallbackElement: <PageSkeleton />,
    children: [
      { path: 'login', lazy: () => import('../session/log-in.page.tsx') },
      { element: <CitizenLayout />, children: [{ errorElement: <RouteError />, children: CITIZEN_PAGES }] },
      { element: <RequireSession />, children: [{ errorElement: <RouteError />, children: PAGES }] },
    ],
  },
]);
