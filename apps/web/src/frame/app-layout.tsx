import { useQueryClient } from '@tanstack/react-query';
import { Drawer, Grid, Layout } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { Outlet } from 'react-router';
import { followChanges } from '../api/change-stream.ts';
import { useWords } from '../language/use-words.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { HeaderBar } from './header-bar.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { Sidebar } from './sidebar.tsx';

/** The frame around every page behind the gate; while it stands, changes in the house are followed. */
export function AppLayout() {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [menuOpen, setMenuOpen] = useState(false);
  useEffect(() => followChanges(queryClient), [queryClient]);

  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a className="skip-link" href="#content">
        {t('frame.skip')}
      </a>
      {wide ? (
        <Layout.Sider width={208} className="app-sider">
          <Sidebar />
        </Layout.Sider>
      ) : (
        <Drawer
          open={menuOpen}
          onClose={() => setMenuOpen(false)}
          placement="left"
          size={240}
          title={t('frame.menu')}
          styles={{ body: { padding: 0, background: '#17403c' } }}
        >
          <Sidebar onGone={() => setMenuOpen(false)} />
        </Drawer>
      )}
      <Layout>
        <Layout.Header className="app-header">
          <HeaderBar {...(wide ? {} : { onMenu: () => setMenuOpen(true) })} />
        </Layout.Header>
        <ConnectionBanner />
        <main id="content" className="app-content" tabIndex={-1}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </Layout>
    </Layout>
  );
}
