import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import type { Absence } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Mark } from '../frame/mark.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { useWords, type Speech } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { useNow } from '../time/clock.ts';
import { dateTime } from '../time/local-time.ts';
import { inHisHands, notesForOthers } from './absence-actions.ts';
import { absencesQuery, usersQuery } from './people-queries.ts';

/** 请假与代班: who is away or will be, and who stands in for him. */
export function Component() {
  const speech = useWords();
  const { t } = speech;
  const me = useMe();
  const absences = useQuery(absencesQuery);
  const { data: users = [] } = useQuery(usersQuery);
  const now = useNow();
  const { open, drawer } = useActionDrawer();
  const situation = { role: me.role, ...(me.unitId ? { unitId: me.unitId } : {}) };
  const mayEnd = ({ userId }: Absence): boolean => {
    const user = users.find(({ id }) => id === userId);
    return userId === me.id || (notesForOthers(me.role) && user !== undefined && inHisHands(situation)(user));
  };
  const end = ({ absenceId, userName }: Absence): void =>
    open({ name: 'end-absence', target: { absenceId }, situation: { ...situation, about: userName } });
  return (
    <Page
      title={t('frame.place.absences')}
      extra={
        <>
          <Button type="primary" onClick={() => open({ name: 'note-absence', target: {}, situation })}>
            {t('action.name.note-absence')}
          </Button>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('frame.print')}
          </Button>
        </>
      }
    >
      <Loaded query={absences}>
        {(items) =>
          items.length === 0 ? (
            <NothingHere title={t('people.noAbsences')} hint={t('people.absencesHint')} />
          ) : (
            <Table<Absence>
              rowKey="absenceId"
              dataSource={items}
              pagination={false}
              columns={[
                ...columnsOf(speech, now),
                {
                  key: 'act',
                  className: 'no-print',
                  render: (_, absence) =>
                    mayEnd(absence) && (
                      <Button size="small" onClick={() => end(absence)}>
                        {t('action.name.end-absence')}
                      </Button>
                    ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {drawer}
    </Page>
  );
}

function columnsOf({ t }: Speech, now: number): TableColumnsType<Absence> {
  return [
    {
      key: 'who',
      title: t('people.absent'),
      render: (_, { userName, from }) => (
        <>
          {userName} {Date.parse(from) <= now && <Mark tone="waits">{t('people.awayNow')}</Mark>}
        </>
      ),
    },
    {
      key: 'substitute',
      title: t('people.substitute'),
      render: (_, { substituteName }) => substituteName ?? <span className="quiet">{t('people.nobodyStandsIn')}</span>,
    },
    {
      key: 'span',
      title: t('people.span'),
      render: (_, { from, until }) => <span className="tabular">{`${dateTime(from)} – ${dateTime(until)}`}</span>,
    },
  ];
}
