import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { LanguageButton } from '../frame/language-button.tsx';
import { useWords } from '../language/use-words.ts';
import { LogInForm } from './log-in-form.tsx';
import { meQuery } from './use-me.ts';
import './log-in.css';

/** The door: after it, the page that was asked for. */
export function Component() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const me = useQuery(meQuery);
  const back = ownPath(search.get('back'));

  if (me.data) return <Navigate to={back} replace />;
  return (
    <main className="log-in">
      <div className="log-in-side">
        <p className="log-in-city">{t('frame.city')}</p>
        <p className="log-in-number">12345</p>
        <p className="log-in-motto">{t('session.motto')}</p>
      </div>
      <div className="log-in-panel">
        <div className="log-in-language">
          <LanguageButton />
        </div>
        <div className="log-in-box">
          <p className="log-in-title">{t('frame.title')}</p>
          <h1>{t('session.welcome')}</h1>
          <LogInForm onDone={() => void navigate(back, { replace: true })} />
        </div>
      </div>
    </main>
  );
}

/** Only a path of this site; anything else leads home. */
function ownPath(asked: string | null): string {
  return asked?.startsWith('/') && !asked.startsWith('//') && !asked.startsWith('/\\') ? asked : '/';
}
