import { Menu } from 'antd';
import { Link, useLocation } from 'react-router';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { placesOf } from './places.tsx';

/** The places of this person's role. */
export function Sidebar({ onGone }: { onGone?: () => void }) {
  const { t } = useWords();
  const { role } = useMe();
  const { pathname } = useLocation();
  const places = placesOf(role);
  const selected = places.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return (
    <nav aria-label={t('frame.menu')}>
      <div className="app-brand">
        <span className="app-brand-number">12345</span>
        <span className="app-brand-city">{t('frame.city')}</span>
      </div>
      <Menu
        theme="dark"
        mode="inline"
        selectedKeys={selected ? [selected.path] : []}
        onClick={() => onGone?.()}
        items={places.map(({ path, label, icon }) => ({
          key: path,
          icon,
          label: <Link to={path}>{t(`frame.place.${label}`)}</Link>,
        }))}
      />
    </nav>
  );
}
