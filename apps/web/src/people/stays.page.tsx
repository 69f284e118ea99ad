import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Table, Tag } from 'antd';
import { Link } from 'react-router';
import type { Stay } from '@hotline/contracts-http';
import type { Situation, Target } from '../case-action/action.ts';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { dateTime } from '../time/local-time.ts';
import { roomsQuery, staysQuery } from './people-queries.ts';

const PLANNERS = new Set(['director', 'administrator']);

type Act = (
  name: 'plan-stay' | 'write-stay-hand-over' | 'confirm-stay-hand-over',
  target: Target,
  more?: Partial<Situation>,
) => void;

/** 轮岗: who works here until when, and what each hands over to whom. */
export function Component() {
  const { t } = useWords();
  const { role } = useMe();
  const stays = useQuery(staysQuery);
  const { open, drawer } = useActionDrawer();
  const act: Act = (name, target, more = {}) => open({ name, target, situation: { role, ...more } });
  return (
    <Page
      title={t('frame.place.stays')}
      extra={
        <span className="row">
          {PLANNERS.has(role) && (
            <Button type="primary" onClick={() => act('plan-stay', {})}>
              {t('action.name.plan-stay')}
            </Button>
          )}
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('frame.print')}
          </Button>
        </span>
      }
    >
      <Loaded query={stays}>
        {(items) =>
          items.length === 0 ? (
            <NothingHere title={t('people.noStays')} hint={t('people.staysHint')} />
          ) : (
            <div className="stack">
              {items.map((stay) => (
                <StayCard key={stay.stayId} stay={stay} act={act} />
              ))}
            </div>
          )
        }
      </Loaded>
      {drawer}
    </Page>
  );
}

function StayCard({ stay, act }: { stay: Stay; act: Act }) {
  const { t, word } = useWords();
  const { id, role } = useMe();
  const rooms = useQuery(roomsQuery);
  const { stayId, person, room, from, until, closedAt, list } = stay;
  const heads = rooms.data?.find((one) => one.room === room)?.head?.userId === id;
  const writes = (person.userId === id || role === 'director' || heads) && !list?.handedOverAt;
  const suggested = list ? { successorId: list.successor.userId, remarks: list.remarks } : {};
  return (
    <Card
      size="small"
      title={
        <>
          {person.name} {room && <span className="quiet">{word('room', room)}</span>}{' '}
          <span className="tabular">
            {dateTime(from)} – {dateTime(until)}
          </span>{' '}
          {closedAt && <Tag>{t('people.closed')}</Tag>}
          {list?.handedOverAt && <Tag color="green">{t('people.handedOver')}</Tag>}
        </>
      }
      extra={
        writes && (
          <Button
            size="small"
            className="no-print"
            onClick={() => act('write-stay-hand-over', { stayId }, { about: person.name, suggested })}
          >
            {t('action.name.write-stay-hand-over')}
          </Button>
        )
      }
    >
      {list ? (
        <HandOver
          list={list}
          {...(list.successor.userId === id && !list.handedOverAt
            ? {
                confirm: (matterId?: string) =>
                  act('confirm-stay-hand-over', { stayId, ...(matterId ? { matterId } : {}) }),
              }
            : {})}
        />
      ) : (
        <p className="quiet">{t('people.noList')}</p>
      )}
    </Card>
  );
}

interface HandOverProps {
  readonly list: NonNullable<Stay['list']>;
  /** The successor takes over: one matter, or all that are left. */
  readonly confirm?: (matterId?: string) => void;
}

function HandOver({ list, confirm }: HandOverProps) {
  const { t, word } = useWords();
  const { successor, remarks, matters, writtenByName, writtenAt } = list;
  return (
    <>
      <p>{remarks}</p>
      <Table<(typeof matters)[number]>
        rowKey="id"
        size="small"
        dataSource={[...matters]}
        pagination={false}
        columns={[
          {
            key: 'what',
            title: t('people.matter'),
            render: (_, { kind, taskKind, personName }) => (
              <>
                {word('matterKind', kind)} {taskKind && word('taskKind', taskKind)} {personName}
              </>
            ),
          },
          {
            key: 'case',
            title: t('people.ofCase'),
            render: (_, { caseNumber }) =>
              caseNumber && (
                <Link to={`/cases/${caseNumber}`} className="tabular">
                  {caseNumber}
                </Link>
              ),
          },
          {
            key: 'taken',
            title: t('people.takenOver'),
            render: (_, { id, confirmedAt }) =>
              confirmedAt
                ? dateTime(confirmedAt)
                : confirm && (
                    <Button size="small" onClick={() => confirm(id)}>
                      {t('people.takeOver')}
                    </Button>
                  ),
          },
        ]}
      />
      {confirm && (
        <Button type="primary" className="no-print" onClick={() => confirm()}>
          {t('people.takeOverAll')}
        </Button>
      )}
      <p className="quiet">
        {t('people.written', { name: writtenByName, at: dateTime(writtenAt) })} ·{' '}
        {t('people.successor', { name: successor.name })}
      </p>
    </>
  );
}
