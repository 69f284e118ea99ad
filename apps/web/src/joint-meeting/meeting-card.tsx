import { Button, Tag, Tooltip } from 'antd';
import type { Meeting, Role } from '@hotline/contracts-http';
import type { ActionName } from '../case-action/action.ts';
import type { OpenAction } from '../case/ask-of-action.ts';
import '../case/case.css';
import { Fact } from '../frame/fact.tsx';
import { useWords } from '../language/use-words.ts';
import { useUnitName } from '../organisation/organisation.ts';
import { useMe } from '../session/use-me.ts';
import { Countdown } from '../time/countdown.tsx';
import { Due } from '../time/due.tsx';
import { dateTime } from '../time/local-time.ts';

const CENTER: ReadonlySet<Role> = new Set(['supervisor', 'director']);
const BEFORE_IT: readonly ActionName[] = ['hold-meeting', 'reschedule-meeting', 'cancel-meeting'];

/** A joint meeting: when, where, who, what came of it; and what may be done with it. */
export function MeetingCard({ meeting, open }: { meeting: Meeting; open: OpenAction }) {
  const { t, language } = useWords();
  const { role } = useMe();
  const unitName = useUnitName();
  const { meetingId, caseNumber, revision, status } = meeting;
  const names = (unitIds: readonly string[]): string => unitIds.map(unitName).join(language === 'zh' ? '、' : ', ');
  const actions = CENTER.has(role) && status === 'convened' ? BEFORE_IT : [];
  return (
    <section className="assignment" aria-label={`${t('case.meetings')} ${dateTime(meeting.startsAt)}`}>
      <MeetingHead meeting={meeting} />
      <dl className="case-facts">
        <Fact name={t('work.meetings.place')}>{meeting.place}</Fact>
        <Fact name={t('work.meetings.units')}>{names(meeting.unitIds)}</Fact>
        <Fact name={t('work.meetings.attended')}>
          {meeting.attendedUnitIds && (names(meeting.attendedUnitIds) || t('frame.none'))}
        </Fact>
      </dl>
      {meeting.minutes && (
        <blockquote className="course-words" aria-label={t('work.meetings.minutes')}>
          <p className="words">{meeting.minutes}</p>
        </blockquote>
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

function MeetingHead({ meeting }: { meeting: Meeting }) {
  const { t, word } = useWords();
  return (
    <div className="assignment-head">
      <h3 className="tabular">{dateTime(meeting.startsAt)}</h3>
      {meeting.status === 'convened' && <Countdown at={meeting.startsAt} />}
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
