import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import type { Circle, Role } from '@hotline/contracts-http';
import type { OpenAction } from '../case/ask-of-action.ts';
import { Loaded } from '../frame/loaded.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { circleQuery } from './conference-queries.ts';

export const KEEPERS: ReadonlySet<Role> = new Set(['supervisor', 'director']);

/** The standing circle: its day of every month, its room, its members. */
export function CircleCard({ open }: { open: OpenAction }) {
  const { t } = useWords();
  const { role } = useMe();
  const circle = useQuery(circleQuery);
  return (
    <Card
      size="small"
      title={t('conference.circle')}
      extra={
        KEEPERS.has(role) &&
        circle.data && (
          <Button
            size="small"
            className="no-print"
            onClick={() =>
              open({ name: 'keep-circle', target: {}, situation: { role, suggested: formOf(circle.data) } })
            }
          >
            {t('action.name.keep-circle')}
          </Button>
        )
      }
    >
      <Loaded query={circle}>{(of) => <Members circle={of} />}</Loaded>
    </Card>
  );
}

function Members({ circle: { rhythm, place, members } }: { circle: Circle }) {
  const { t, word } = useWords();
  return (
    <>
      <p>
        {rhythm
          ? t('conference.rhythm', {
              week: word('weekOfMonth', String(rhythm.week)),
              weekday: word('weekday', String(rhythm.weekday)),
              time: clockOf(rhythm.minute),
              place,
            })
          : t('conference.noRhythm')}
      </p>
      <ol>
        {members.map(({ memberId, name, unitId, contact, mail }) => (
          <li key={memberId}>
            <b>{name}</b>{' '}
            <span className="quiet">
              {unitId ? t('conference.ofUnit') : [contact, mail].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Minutes after midnight as a clock shows them: 540 is `09:00`. */
function clockOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The circle as its form begins. */
function formOf({ rhythm, place, members }: Circle) {
  const { week = 2, weekday = 3, minute = 540 } = rhythm ?? {};
  const day = { week: String(week), weekday: String(weekday), hour: Math.floor(minute / 60), minute: minute % 60 };
  return { ...day, place, members };
}
