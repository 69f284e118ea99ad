import { Menu } from 'antd';
import { Link, useLocation } from 'react-router';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { PEOPLE_ICON, placesOf, type Place } from './places.tsx';

/** Fewer places of people than this stand for themselves. */
const FOLDED_FROM = 3;
const PEOPLE = 'people';

/** The places of this person's role; those of people and shifts in one entry, where they are many. */
export function Sidebar({ onGone }: { onGone?: () => void }) {
  const { t } = useWords();
  const { role } = useMe();
  const { pathname } = useLocation();
  const places = placesOf(role);
  const ofPeople = places.filter((place) => place.ofPeople);
  const folded = ofPeople.length < FOLDED_FROM ? [] : ofPeople;
  const selected = places.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  const entryOf = ({ path, label, icon }: Place) => ({
    key: path,
    icon,
    label: <Link to={path}>{t(`frame.place.${label}`)}</Link>,
  });
  const people = { key: PEOPLE, icon: PEOPLE_ICON, label: t('frame.people'), children: folded.map(entryOf) };
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
        defaultOpenKeys={selected && folded.includes(selected) ? [PEOPLE] : []}
        onClick={() => onGone?.()}
        items={places.flatMap((place) => {
          if (!folded.includes(place)) return entryOf(place);
          return place === folded[0] ? people : [];
        })}
      />
    </nav>
  );
}
