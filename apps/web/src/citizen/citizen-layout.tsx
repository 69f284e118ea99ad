import { Suspense } from 'react';
import { Link, Outlet } from 'react-router';
import { LanguageButton } from '../frame/language-button.tsx';
import { PageSkeleton } from '../frame/page-skeleton.tsx';
import { useWords } from '../language/use-words.ts';
import './citizen.css';

/** What a citizen's pages stand in: no menu, no log-in, wide enough for a telephone. */
export function CitizenLayout() {
  const { t } = useWords();
  return (
    <div className="citizen">
      <header className="citizen-head">
        <Link to="/citizen" className="citizen-brand">
          <span className="citizen-number">12345</span>
          <span>{t('citizen.site')}</span>
        </Link>
        <LanguageButton />
      </header>
      <main className="citizen-main">
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className="citizen-foot">{t('citizen.foot')}</footer>
    </div>
  );
}
