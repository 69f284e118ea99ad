import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link } from 'react-router';
import { MEETING_STATUSES } from '@hotline/contracts-http';
import { listMeetings } from '../api/generated/sdk.gen.ts';
import type { ListMeetingsData } from '../api/generated/types.gen.ts';
import { keys } from '../api/keys.ts';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { Pager } from '../frame/pager.tsx';
import { StatusSwitch, useStatus } from '../frame/status-switch.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords } from '../language/use-words.ts';
import { MeetingCard } from './meeting-card.tsx';

const meetingsQueryOf = (query: NonNullable<ListMeetingsData['query']>) =>
  queryOptions({
    queryKey: [...keys.meetings, query],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await listMeetings({ query, signal })).data,
  });

/** Joint meetings, the newest first. */
export function Component() {
  const { t } = useWords();
  const status = useStatus(MEETING_STATUSES);
  const paging = usePaging();
  const meetings = useQuery(
    meetingsQueryOf({ limit: 20, ...(status ? { status } : {}), ...(paging.after ? { after: paging.after } : {}) }),
  );
  const { open, drawer } = useActionDrawer();
  return (
    <Page title={t('frame.place.meetings')} extra={<StatusSwitch of={MEETING_STATUSES} group="meetingStatus" />}>
      <Loaded query={meetings}>
        {({ items, next }) =>
          items.length === 0 ? (
            <NothingHere title={t('work.meetings.none')} />
          ) : (
            <div className="stack">
              {items.map((meeting) => (
                <Card
                  key={meeting.meetingId}
                  title={
                    <>
                      {t('work.meetings.case')}{' '}
                      <Link to={`/cases/${meeting.caseNumber}`} className="tabular">
                        {meeting.caseNumber}
                      </Link>
                    </>
                  }
                >
                  <MeetingCard meeting={meeting} open={open} />
                </Card>
              ))}
              <Pager paging={paging} {...(next ? { next } : {})} />
            </div>
          )
        }
      </Loaded>
      {drawer}
    </Page>
  );
}
