import { Link } from 'react-router';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';

const CHOICES = [
  { to: '/citizen/request', title: 'citizen.bring', hint: 'citizen.bringHint' },
  { to: '/citizen/status', title: 'citizen.status', hint: 'citizen.statusHint' },
] as const;

/** What a citizen can do by himself. */
export function Component() {
  const { t } = useWords();
  return (
    <Page title={t('citizen.welcome')}>
      <nav className="citizen-choices" aria-label={t('citizen.welcome')}>
        {CHOICES.map(({ to, title, hint }) => (
          <Link key={to} to={to} className="citizen-choice">
            <strong>{t(title)}</strong>
            {t(hint)}
          </Link>
        ))}
      </nav>
    </Page>
  );
}
