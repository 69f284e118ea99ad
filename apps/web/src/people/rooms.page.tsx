import { useQuery } from '@tanstack/react-query';
import { Button, Card, Table, Tag } from 'antd';
import type { RoomOfCenter } from '@hotline/contracts-http';
import type { Situation, Target } from '../case-action/action.ts';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { roomsQuery } from './people-queries.ts';

const KEEPERS = new Set(['director', 'administrator']);

/** 三个室: who heads which room, and who is of it; kept by the director and the administrators. */
export function Component() {
  const { t } = useWords();
  const { role } = useMe();
  const rooms = useQuery(roomsQuery);
  const { open, drawer } = useActionDrawer();
  const keeps = KEEPERS.has(role);
  return (
    <Page title={t('frame.place.rooms')}>
      <Loaded query={rooms}>
        {(items) => (
          <div className="stack">
            {items.map((room) => (
              <RoomCard
                key={room.room}
                of={room}
                {...(keeps
                  ? {
                      act: (name, target, situation) =>
                        open({ name, target, situation: { role, room: room.room, ...situation } }),
                    }
                  : {})}
              />
            ))}
          </div>
        )}
      </Loaded>
      {drawer}
    </Page>
  );
}

interface RoomCardProps {
  readonly of: RoomOfCenter;
  readonly act?: (
    name: 'name-room-head' | 'put-into-room',
    target: Target,
    situation: Partial<Pick<Situation, 'about' | 'suggested'>>,
  ) => void;
}

function RoomCard({ of: { room, head, members }, act }: RoomCardProps) {
  const { t, word } = useWords();
  return (
    <Card
      size="small"
      title={
        <>
          {word('room', room)} <span className="quiet">{t('people.roomHead', { name: head?.name ?? '—' })}</span>
        </>
      }
      extra={
        act && (
          <Button
            size="small"
            onClick={() =>
              act(
                'name-room-head',
                { room },
                { suggested: head ? { userId: head.userId } : {}, about: word('room', room) },
              )
            }
          >
            {t('action.name.name-room-head')}
          </Button>
        )
      }
    >
      <Table<RoomOfCenter['members'][number]>
        rowKey="userId"
        size="small"
        dataSource={[...members]}
        pagination={false}
        columns={[
          {
            key: 'name',
            title: t('people.person'),
            render: (_, { userId, name }) => (
              <>
                {name} {userId === head?.userId && <Tag color="blue">{t('people.head')}</Tag>}
              </>
            ),
          },
          { key: 'role', title: t('people.role'), render: (_, { role }) => word('role', role) },
          {
            key: 'act',
            render: (_, { userId, name }) =>
              act && (
                <Button size="small" onClick={() => act('put-into-room', { userId }, { about: name })}>
                  {t('action.name.put-into-room')}
                </Button>
              ),
          },
        ]}
      />
    </Card>
  );
}
