import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { QUEUES, type Queue, type Role } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { Pager } from '../frame/pager.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { tasksQueryOf, type TaskFilters } from './task-queries.ts';
import { TaskTable } from './task-table.tsx';

const VIEWS = ['queue', 'mine', 'done'] as const;
type View = (typeof VIEWS)[number];

const OF_VIEW: Readonly<Record<View, TaskFilters>> = {
  queue: {},
  mine: { mine: 'true' },
  done: { mine: 'true', status: 'done' },
};
const HAS_QUEUES: ReadonlySet<Role> = new Set(['operator', 'supervisor', 'director']);

/** Human work: mine, my queues', and what I have done. */
export function Component() {
  const { t } = useWords();
  const { role } = useMe();
  const [search, setSearch] = useSearchParams();
  const view = VIEWS.find((each) => each === search.get('view')) ?? 'queue';
  const queue = QUEUES.find((each) => each === search.get('queue'));
  const paging = usePaging();
  const tasks = useQuery(
    tasksQueryOf({
      limit: 20,
      ...OF_VIEW[view],
      ...(queue ? { queue } : {}),
      ...(paging.after ? { after: paging.after } : {}),
    }),
  );
  const { open, drawer } = useActionDrawer();
  return (
    <Page
      title={t('frame.place.tasks')}
      extra={
        <>
          {HAS_QUEUES.has(role) && (
            <QueueSelect
              value={queue}
              onChange={(chosen) => setSearch({ view, ...(chosen ? { queue: chosen } : {}) })}
            />
          )}
          <Segmented<View>
            value={view}
            onChange={(chosen) => setSearch({ view: chosen, ...(queue ? { queue } : {}) })}
            options={VIEWS.map((each) => ({ value: each, label: t(`work.tasks.${each}`) }))}
          />
        </>
      }
    >
      <Loaded query={tasks}>
        {({ items, next }) =>
          items.length === 0 ? (
            <NothingHere title={t('work.tasks.none')} hint={t('work.tasks.noneHint')} />
          ) : (
            <>
              <TaskTable tasks={items} open={open} />
              <Pager paging={paging} {...(next ? { next } : {})} />
            </>
          )
        }
      </Loaded>
      {drawer}
    </Page>
  );
}

function QueueSelect({ value, onChange }: { value: Queue | undefined; onChange: (queue: string) => void }) {
  const { t, word } = useWords();
  return (
    <Select<string>
      aria-label={t('work.tasks.queueName')}
      value={value ?? ''}
      onChange={onChange}
      style={{ minWidth: 130 }}
      options={[
        { value: '', label: t('work.tasks.allQueues') },
        ...QUEUES.map((each) => ({ value: each as string, label: word('queue', each) })),
      ]}
    />
  );
}
