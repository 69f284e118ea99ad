import { useQuery } from '@tanstack/react-query';
import { Card, Table, Tag } from 'antd';
import { Link } from 'react-router';
import type { ConferenceLine, Role } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { Pager } from '../frame/pager.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { Countdown } from '../time/countdown.tsx';
import { dateTime } from '../time/local-time.ts';
import { CircleCard } from './circle-card.tsx';
import { conferencesQueryOf } from './conference-queries.ts';
import { InvitationsCard } from './invitations-card.tsx';

/** Who is of a unit sees the sessions that he is called to, and nothing else of the circle. */
const OF_UNIT: ReadonlySet<Role> = new Set(['unit-handler', 'unit-head']);

/** 定期联席会议: the sessions with the next one first, the standing circle, and other bodies' invitations. */
export function Component() {
  const { t } = useWords();
  const { role } = useMe();
  const paging = usePaging();
  const conferences = useQuery(conferencesQueryOf(paging.after));
  const { open, drawer } = useActionDrawer();
  return (
    <Page title={t('frame.place.conferences')}>
      <div className="stack">
        <Loaded query={conferences}>
          {({ items, next }) =>
            items.length === 0 ? (
              <NothingHere title={t('conference.none')} hint={t('conference.noneHint')} />
            ) : (
              <>
                <Sessions items={items} />
                <Pager paging={paging} {...(next ? { next } : {})} />
              </>
            )
          }
        </Loaded>
        {!OF_UNIT.has(role) && (
          <>
            <CircleCard open={open} />
            <InvitationsCard open={open} />
          </>
        )}
      </div>
      {drawer}
    </Page>
  );
}

function Sessions({ items }: { items: readonly ConferenceLine[] }) {
  const { t, word } = useWords();
  return (
    <Card size="small" title={t('conference.sessions')}>
      <Table<ConferenceLine>
        rowKey="conferenceId"
        size="middle"
        pagination={false}
        dataSource={items}
        columns={[
          {
            key: 'session',
            title: t('conference.session'),
            render: (_, { conferenceId, month }) => (
              <Link to={`/conferences/${conferenceId}`}>
                {t('conference.title', { year: month.slice(0, 4), month: Number(month.slice(4)) })}
              </Link>
            ),
          },
          {
            key: 'startsAt',
            title: t('conference.startsAt'),
            render: (_, { startsAt, status }) => (
              <span className="row">
                <span className="tabular">{dateTime(startsAt)}</span>
                {(status === 'preparing' || status === 'invited') && <Countdown at={startsAt} />}
              </span>
            ),
          },
          { key: 'place', title: t('conference.place'), responsive: ['md'], render: (_, { place }) => place },
          { key: 'items', title: t('conference.items'), responsive: ['md'], render: (_, { items: count }) => count },
          {
            key: 'status',
            title: t('conference.status'),
            render: (_, { status }) => <Tag>{word('conferenceStatus', status)}</Tag>,
          },
        ]}
      />
    </Card>
  );
}
