import { useQuery } from '@tanstack/react-query';
import { Button, Card, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { Pager } from '../frame/pager.tsx';
import { ProblemAlert } from '../frame/problem-alert.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords } from '../language/use-words.ts';
import { NoticeLine } from './notice-line.tsx';
import { noticesQueryOf, useMarkRead } from './notice-queries.ts';

/** My notices, the newest first. */
export function Component() {
  const { t } = useWords();
  const [search] = useSearchParams();
  const all = search.get('view') === 'all';
  const paging = usePaging();
  const notices = useQuery(
    noticesQueryOf({ limit: 20, ...(all ? {} : { unread: 'true' }), ...(paging.after ? { after: paging.after } : {}) }),
  );
  const markRead = useMarkRead();
  const unread = notices.data?.items.filter(({ readAt }) => !readAt).map(({ noticeId }) => noticeId) ?? [];
  return (
    <Page
      title={t('frame.place.notices')}
      extra={
        <>
          {unread.length > 0 && (
            <Button loading={markRead.isPending} onClick={() => markRead.mutate(unread)}>
              {t('work.notices.markAll')}
            </Button>
          )}
          <ViewSwitch all={all} />
        </>
      }
    >
      {markRead.isError && <ProblemAlert error={markRead.error} />}
      <Loaded query={notices}>
        {({ items, next }) =>
          items.length === 0 ? (
            <NothingHere title={t('work.notices.none')} />
          ) : (
            <>
              <Card>
                {items.map((notice) => (
                  <NoticeLine
                    key={notice.noticeId}
                    notice={notice}
                    markRead={() => markRead.mutate([notice.noticeId])}
                  />
                ))}
              </Card>
              <Pager paging={paging} {...(next ? { next } : {})} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function ViewSwitch({ all }: { all: boolean }) {
  const { t } = useWords();
  const [, setSearch] = useSearchParams();
  return (
    <Segmented
      value={all ? 'all' : 'unread'}
      onChange={(view) => setSearch(view === 'all' ? { view } : {})}
      options={[
        { value: 'unread', label: t('work.notices.unread') },
        { value: 'all', label: t('work.notices.all') },
      ]}
    />
  );
}
