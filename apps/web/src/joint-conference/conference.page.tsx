import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { useParams } from 'react-router';
import type { Conference } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import type { ActionName } from '../case-action/action.ts';
import type { OpenAction } from '../case/ask-of-action.ts';
import '../case/case.css';
import { Course } from '../case/course.tsx';
import { Fact, Figures } from '../frame/fact.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { Countdown } from '../time/countdown.tsx';
import { dateTime } from '../time/local-time.ts';
import { Agenda } from './agenda.tsx';
import { KEEPERS } from './circle-card.tsx';
import { ConferenceResolutions } from './conference-resolutions.tsx';
import { conferenceQueryOf } from './conference-queries.ts';

/** What may be done with a session as it stands. */
const ACTIONS: Readonly<Record<Conference['status'], readonly ActionName[]>> = {
  preparing: ['invite-conference', 'add-agenda-item', 'reschedule-conference', 'cancel-conference'],
  invited: ['hold-conference', 'add-agenda-item', 'reschedule-conference', 'cancel-conference'],
  held: [],
  cancelled: [],
};

/** One session of the joint conference: who is called, the agenda, attendance, minutes, resolutions. */
export function Component() {
  const { conferenceId = '' } = useParams();
  const query = useQuery(conferenceQueryOf(conferenceId));
  return (
    <Loaded query={query} rows={10}>
      {(conference) => <ConferencePage conference={conference} />}
    </Loaded>
  );
}

function ConferencePage({ conference }: { conference: Conference }) {
  const { t, word } = useWords();
  const { open, drawer } = useActionDrawer();
  const { month, status, startsAt } = conference;
  return (
    <Page
      title={t('conference.title', { year: month.slice(0, 4), month: Number(month.slice(4)) })}
      beside={
        <span className="row">
          <Tag>{word('conferenceStatus', status)}</Tag>
          {(status === 'preparing' || status === 'invited') && <Countdown at={startsAt} />}
        </span>
      }
      extra={
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('frame.print')}
        </Button>
      }
    >
      <div className="stack">
        <Card size="small">
          <Facts conference={conference} />
          <Actions conference={conference} open={open} />
        </Card>
        <Agenda conference={conference} open={open} />
        <Minutes conference={conference} />
        <ConferenceResolutions conference={conference} open={open} />
        <Card size="small" title={t('conference.course')}>
          <Course timeline={conference.timeline} />
        </Card>
      </div>
      {drawer}
    </Page>
  );
}

/** The names of members by their ids. */
export function useMemberNames({ members }: Conference): (ids: readonly string[]) => string {
  const { language } = useWords();
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  return (ids) => ids.map((id) => names.get(id) ?? id).join(language === 'zh' ? '、' : ', ');
}

function Facts({ conference }: { conference: Conference }) {
  const { t, language } = useWords();
  const namesOf = useMemberNames(conference);
  const { startsAt, place, members, attendedMemberIds, substitutes } = conference;
  const absent = attendedMemberIds && members.filter(({ memberId }) => !attendedMemberIds.includes(memberId));
  return (
    <dl className="case-facts">
      <Fact name={t('conference.startsAt')}>
        <Figures>{dateTime(startsAt)}</Figures>
      </Fact>
      <Fact name={t('conference.place')}>{place}</Fact>
      <Fact name={t('conference.members')}>{namesOf(members.map(({ memberId }) => memberId))}</Fact>
      <Fact name={t('conference.attended')}>
        {attendedMemberIds && (namesOf(attendedMemberIds) || t('frame.none'))}
      </Fact>
      <Fact name={t('conference.absent')}>{absent && namesOf(absent.map(({ memberId }) => memberId))}</Fact>
      <Fact name={t('work.meetings.substitutes')}>
        {substitutes
          ?.map(({ memberId, ...who }) => t('work.meetings.substitute', { unit: namesOf([memberId]), ...who }))
          .join(language === 'zh' ? '；' : '; ')}
      </Fact>
    </dl>
  );
}

function Actions({ conference, open }: { conference: Conference; open: OpenAction }) {
  const { t } = useWords();
  const { role } = useMe();
  const { conferenceId, revision, status } = conference;
  const names = KEEPERS.has(role) ? ACTIONS[status] : [];
  if (names.length === 0) return null;
  return (
    <div className="assignment-actions no-print">
      {names.map((name) => (
        <Button
          key={name}
          size="small"
          danger={name === 'cancel-conference'}
          onClick={() => open({ name, target: { conferenceId, revision }, situation: { role, conference } })}
        >
          {t(`action.name.${name}`)}
        </Button>
      ))}
    </div>
  );
}

function Minutes({ conference: { conferenceId, minutes, minutesNumber } }: { conference: Conference }) {
  const { t } = useWords();
  if (!minutes || !minutesNumber) return null;
  return (
    <Card size="small" title={t('conference.minutes')}>
      <blockquote className="course-words">
        <p className="words">{minutes}</p>
      </blockquote>
      <a className="no-print" href={`/api/v1/conferences/${conferenceId}/minutes`} download>
        {t('work.meetings.download', { number: minutesNumber })}
      </a>
    </Card>
  );
}
