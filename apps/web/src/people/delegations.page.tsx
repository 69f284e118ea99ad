import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import type { Delegation } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Mark } from '../frame/mark.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { useWords, type Speech } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { dateTime } from '../time/local-time.ts';
import { delegationsQuery } from './people-queries.ts';

/** 主任授权: which of the director's powers are in whose hands, until when. */
export function Component() {
  const speech = useWords();
  const { t } = speech;
  const { role } = useMe();
  const delegations = useQuery(delegationsQuery);
  const { open, drawer } = useActionDrawer();
  const gives = role === 'director';
  const end = ({ delegationId, toUserName }: Delegation): void =>
    open({ name: 'end-delegation', target: { delegationId }, situation: { role, about: toUserName } });
  return (
    <Page
      title={t('frame.place.delegations')}
      extra={
        gives && (
          <Button type="primary" onClick={() => open({ name: 'delegate', target: {}, situation: { role } })}>
            {t('action.name.delegate')}
          </Button>
        )
      }
    >
      <Loaded query={delegations}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingHere title={t('people.noDelegations')} hint={t('people.delegationsHint')} />
          ) : (
            <Table<Delegation>
              rowKey="delegationId"
              dataSource={items}
              pagination={false}
              columns={[
                ...columnsOf(speech),
                {
                  key: 'act',
                  render: (_, one) =>
                    gives &&
                    !one.endedAt && (
                      <Button size="small" className="no-print" onClick={() => end(one)}>
                        {t('action.name.end-delegation')}
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

function columnsOf({ t, word }: Speech): TableColumnsType<Delegation> {
  return [
    {
      key: 'to',
      title: t('people.toWhom'),
      render: (_, { toUserName, holds }) => (
        <>
          {toUserName} {holds && <Mark tone="good">{t('people.holds')}</Mark>}
        </>
      ),
    },
    {
      key: 'powers',
      title: t('people.powers'),
      render: (_, { powers }) => powers.map((power) => word('power', power)).join('、'),
    },
    { key: 'reason', title: t('people.reason'), render: (_, { reason }) => reason },
    {
      key: 'span',
      title: t('people.span'),
      render: (_, { from, until, endedAt }) => `${dateTime(from)} – ${dateTime(endedAt ?? until)}`,
    },
  ];
}
