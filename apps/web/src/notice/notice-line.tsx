import { Button } from 'antd';
import { Link } from 'react-router';
import type { Notice } from '@hotline/contracts-http';
import '../case/case.css';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { dateTime } from '../time/local-time.ts';

/** One notice; following its link reads it. */
export function NoticeLine({ notice, markRead }: { notice: Notice; markRead: () => void }) {
  const { t, word } = useWords();
  const { unitId } = useMe();
  const { kind, caseNumber, createdAt, dueAt, readAt, mail } = notice;
  return (
    <section className="assignment" aria-label={word('noticeKind', kind)}>
      <div className="row">
        <Link
          to={placeOf(notice, unitId !== undefined)}
          onClick={() => !readAt && markRead()}
          style={readAt ? {} : { fontWeight: 600 }}
        >
          {word('noticeKind', kind)}
        </Link>
        <span className="tabular">{caseNumber}</span>
        {dueAt && <span className="tabular">{t('work.notices.due', { at: dateTime(dueAt) })}</span>}
        {!readAt && (
          <Button size="small" type="link" onClick={markRead}>
            {t('work.notices.markRead')}
          </Button>
        )}
      </div>
      <div className="quiet tabular">
        {dateTime(createdAt)} · {word('mail', mail)}
      </div>
    </section>
  );
}

/**
 * A special report's notices lead to the report, a unit's to its desk; an article's to the article, a session's to the session,
 * a missed call's to the tasks, a stay's to the stays, all others to the case.
 */
function placeOf(
  { stream, caseNumber, articleId, conferenceId, invitationId, kind }: Notice,
  isOfUnit: boolean,
): string {
  if (kind === 'task-digest' || kind === 'missed-call-overdue') return '/tasks';
  if (kind === 'stay-ending' || kind === 'stay-ended') return '/stays';
  if (articleId) return `/knowledge/${articleId}`;
  if (conferenceId) return `/conferences/${conferenceId}`;
  if (invitationId) return '/conferences';
  if (kind === 'weekly-folder') return '/special-reports?folder=weekly';
  if (!stream.includes('-report-')) return `/cases/${caseNumber}`;
  return isOfUnit ? '/unit-desk' : `/special-reports/${stream}`;
}
