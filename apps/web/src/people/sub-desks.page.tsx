import { useQuery } from '@tanstack/react-query';
import { Button, Table, Tag } from 'antd';
import { Link } from 'react-router';
import type { SubDesk } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { unitsQuery, useUnitName } from '../organisation/organisation.ts';
import { useMe } from '../session/use-me.ts';
import { subDesksQueryOf } from './people-queries.ts';

/** 一个办公室: the sub-desks of the unit, kept by its head. */
export function Component() {
  const { t } = useWords();
  const { role, unitId } = useMe();
  const unitName = useUnitName();
  const desks = useQuery(subDesksQueryOf(unitId));
  const units = useQuery(unitsQuery);
  const { open, drawer } = useActionDrawer();
  const keeps = role === 'unit-head' && unitId !== undefined;
  const headApproves = units.data?.find(({ id }) => id === unitId)?.headApproves ?? false;
  const setting = (): void =>
    open({
      name: 'keep-unit-setting',
      target: { unitId: unitId ?? '' },
      situation: { role, suggested: { headApproves } },
    });
  const change = ({ subDeskId, name, members, active }: SubDesk): void =>
    open({
      name: 'change-sub-desk',
      target: { subDeskId },
      situation: {
        role,
        ...(unitId ? { unitId } : {}),
        about: name,
        suggested: { name, memberIds: members.map(({ userId }) => userId), active },
      },
    });
  return (
    <Page
      title={t('frame.place.subDesks')}
      beside={unitId && <span className="quiet">{unitName(unitId)}</span>}
      extra={
        keeps && (
          <span className="row">
            <Button onClick={setting}>{t('action.name.keep-unit-setting')}</Button>
            <Button
              type="primary"
              onClick={() => open({ name: 'open-sub-desk', target: { unitId }, situation: { role, unitId } })}
            >
              {t('action.name.open-sub-desk')}
            </Button>
          </span>
        )
      }
    >
      {unitId && <p className="quiet">{t(headApproves ? 'people.headApproves' : 'people.headDoesNotApprove')}</p>}
      <Loaded query={desks}>
        {(items) =>
          items.length === 0 ? (
            <NothingHere title={t('people.noSubDesks')} hint={t('people.subDesksHint')} />
          ) : (
            <Table<SubDesk>
              rowKey="subDeskId"
              dataSource={items}
              pagination={false}
              columns={[
                {
                  key: 'name',
                  title: t('people.subDesk'),
                  render: (_, { subDeskId, name, active }) => (
                    <>
                      <Link to={`/sub-desk-ledger?subDesk=${subDeskId}`}>{name}</Link>{' '}
                      {!active && <Tag>{t('people.past')}</Tag>}
                    </>
                  ),
                },
                {
                  key: 'members',
                  title: t('people.members'),
                  render: (_, { members }) => members.map(({ name }) => name).join('、') || t('people.wholeOffice'),
                },
                {
                  key: 'act',
                  render: (_, desk) =>
                    keeps && (
                      <Button size="small" onClick={() => change(desk)}>
                        {t('action.name.change-sub-desk')}
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
