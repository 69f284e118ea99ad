import { Button, Tag, Tooltip } from 'antd';
import type { Meeting, Role } from '@hotline/contracts-http';
import type { ActionName } from '../case-action/action.ts';
import type { OpenAction } from '../case/ask-of-action.ts';
import '../case/case.css';
import { Fact } from '../frame/fact.tsx';
import { useWords } from '../language/use-words.ts';
import { useUnitName } from '../organisation/organisation.ts';
import { useMe } from '../session/use-me.ts';
import { PollTally } from './poll-tally.tsx';
import { Countdown } from '../time/countdown.tsx';
import { Due } from '../time/due.tsx';
import { dateTime } from '../time/local-time.ts';

const CENTER: ReadonlySet<Role> = new Set(['supervisor', 'director']);
const BEFORE_IT: readonly ActionName[] = ['hold-meeting', 'reschedule-meeting', 'cancel-meeting'];

const POLLING: readonly ActionName[] = ['fix-meeting-time', 'answer-poll', 'cancel-meeting'];

function actionsOn({ status, poll, unitIds }: Meeting, role: Role, own: string | undefined): readonly ActionName[] {
  if (status !== 'convened') return [];
  if (CENTER.has(role)) return poll?.open ? POLLING : BEFORE_IT;
  return poll?.open && own && unitIds.includes(own) ? ['answer-poll'] : [];
}

/** A joint meeting: when, where, who, what came of it; and what may be done with it. */
export function MeetingCard({ meeting, open }: { meeting: Meeting; open: OpenAction }) {
  const { t, language } = useWords();
  const { role, unitId: own } = useMe();
  const unitName = useUnitName();
  const { meetingId, caseNumber, revision } = meeting;
  const names = (unitIds: readonly string[]): string => unitIds.map(unitName).join(language === 'zh' ? '、' : ', ');
  const actions = actionsOn(meeting, role, own);
  return (
    <section className="assignment" aria-label={`${t('case.meetings')} ${dateTime(meeting.startsAt)}`}>
      <MeetingHead meeting={meeting} />
      <PollTally meeting={meeting} />
      <Points name={t('work.meetings.takesUp')} points={meeting.follows?.unsettled} />
      <dl className="case-facts">
        <Fact name={t('work.meetings.place')}>{meeting.place}</Fact>
        <Fact name={t('work.meetings.units')}>{names(meeting.unitIds)}</Fact>
        <Fact name={t('work.meetings.attended')}>
          {meeting.attendedUnitIds && (names(meeting.attendedUnitIds) || t('frame.none'))}
        </Fact>
        <Fact name={t('work.meetings.absent')}>{meeting.absentUnitIds && names(meeting.absentUnitIds)}</Fact>
        <Fact name={t('work.meetings.substitutes')}>
          {meeting.substitutes
            ?.map(({ unitId, ...who }) => t('work.meetings.substitute', { unit: unitName(unitId), ...who }))
            .join(language === 'zh' ? '；' : '; ')}
        </Fact>
      </dl>
      {meeting.minutes && (
        <blockquote className="course-words" aria-label={t('work.meetings.minutes')}>
          <p className="words">{meeting.minutes}</p>
        </blockquote>
      )}
      <Points name={t('work.meetings.unsettled')} points={meeting.unsettled} />
      {meeting.minutesNumber && (
        <a className="no-print" href={`/api/v1/meetings/${meetingId}/minutes`} download>
          {t('work.meetings.download', { number: meeting.minutesNumber })}
        </a>
      )}
      <Resolutions meeting={meeting} open={open} />
      {actions.length > 0 && (
        <div className="assignment-actions no-print">
          {actions.map((name) => (
            <Button
              key={name}
              size="small"
              danger={name === 'cancel-meeting'}
              onClick={() => open({ name, target: { meetingId, caseNumber, revision }, situation: { role, meeting } })}
            >
              {t(`action.name.${name}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

/** Points of a meeting under their name; nothing where there are none. */
function Points({ name, points = [] }: { name: string; points: readonly string[] | undefined }) {
  if (points.length === 0) return null;
  return (
    <section aria-label={name}>
      <h4>{name}</h4>
      <ol>
        {points.map((point) => (
          <li key={point} className="words">
            {point}
          </li>
        ))}
      </ol>
    </section>
  );
}

function MeetingHead({ meeting }: { meeting: Meeting }) {
  const { t, word } = useWords();
  return (
    <div className="assignment-head">
      <h3 className="tabular">{meeting.poll?.open ? t('work.meetings.poll') : dateTime(meeting.startsAt)}</h3>
      {meeting.status === 'convened' && !meeting.poll?.open && <Countdown at={meeting.startsAt} />}
      <Tag>{word('meetingStatus', meeting.status)}</Tag>
      {meeting.settled !== undefined && (
        <Tag>{t(meeting.settled ? 'work.meetings.isSettled' : 'work.meetings.isNotSettled')}</Tag>
      )}
      {meeting.automatic && (
        <Tooltip title={t('work.meetings.automaticHint')}>
          <Tag>{t('work.meetings.automatic')}</Tag>
        </Tooltip>
      )}
    </div>
  );
}

function Resolutions({ meeting, open }: { meeting: Meeting; open: OpenAction }) {
  const { t } = useWords();
  const { role, unitId: own } = useMe();
  const unitName = useUnitName();
  const { meetingId, caseNumber, revision, status, resolutions } = meeting;
  if (resolutions.length === 0) return null;
  return (
    <>
      <h4>{t('work.meetings.resolutions')}</h4>
      {resolutions.map(({ id, unitId, text, dueAt, doneAt }) => (
        <div key={id} className="assignment">
          <div className="row">
            <b>{unitName(unitId)}</b>
            {doneAt ? (
              <span className="tabular">{t('work.reports.done', { at: dateTime(doneAt) })}</span>
            ) : (
              <Due at={dueAt} />
            )}
            {status === 'held' && !doneAt && (CENTER.has(role) || unitId === own) && (
              <Button
                className="no-print"
                size="small"
                onClick={() =>
                  open({
                    name: 'finish-resolution',
                    target: { meetingId, caseNumber, revision, resolutionId: id },
                    situation: { role, meeting, unitName: unitName(unitId) },
                  })
                }
              >
                {t('action.name.finish-resolution')}
              </Button>
            )}
          </div>
          <p className="words">{text}</p>
        </div>
      ))}
    </>
  );
}
