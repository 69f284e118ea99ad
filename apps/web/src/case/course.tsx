import { Button, Tag, Timeline } from 'antd';
import { useState } from 'react';
import type { Case, TimelineEntry } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { COLORS } from '../frame/theme.ts';
import { CitedArticles } from '../knowledge/cited-articles.tsx';
import { dateTimeSeconds } from '../time/local-time.ts';
import { byName } from './course-entry.tsx';
import { consequencesOf, entrySentence } from './entry-sentence.ts';
import { textIn, textsIn } from './payload.ts';
import { rungWords } from './rung-words.ts';
import { useNames } from './use-names.ts';

interface CourseProps {
  readonly timeline: readonly TimelineEntry[];
  readonly of?: Pick<Case, 'assignments'>;
}

/** A case that nobody moves gathers reminders; so many of the newest entries are shown at first. */
const SHOWN_AT_FIRST = 30;

/** Everything that happened, the newest first, with the words that belong to it and what was sent. */
export function Course({ timeline, of }: CourseProps) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const newestFirst = timeline.toReversed();
  const hidden = !all && newestFirst.length > SHOWN_AT_FIRST;
  return (
    <>
      <Timeline
        items={(hidden ? newestFirst.slice(0, SHOWN_AT_FIRST) : newestFirst).map((entry) => ({
          key: entry.number,
          color: colorOf(entry),
          content: <Entry entry={entry} {...(of ? { of } : {})} />,
        }))}
      />
      {hidden && (
        <Button block onClick={() => setAll(true)}>
          {t('case.showAll', { count: newestFirst.length })}
        </Button>
      )}
    </>
  );
}

function Entry({ entry, of }: { entry: TimelineEntry; of?: Pick<Case, 'assignments'> }) {
  const speech = useWords();
  const names = useNames(of);
  const { t } = speech;
  const consequences = consequencesOf(entry, speech);
  const subject = textIn(entry.payload, 'subject');
  const overtaken = textsIn(entry.payload, 'overtaken').map((rung) => rungWords(speech, subject, rung));
  return (
    <div>
      <div>{entrySentence(entry, speech, names)}</div>
      <div className="quiet tabular">
        {dateTimeSeconds(entry.at)} · {byName(entry, t('case.machine'))}
      </div>
      {Object.entries(entry.texts).map(([field, words]) => (
        <blockquote key={field} className="course-words">
          <p className="words">{words}</p>
        </blockquote>
      ))}
      <CitedArticles payload={entry.payload} />
      {consequences.length > 0 && (
        <div className="course-tags">
          {consequences.map((sentence, index) => (
            <Tag key={index}>{sentence}</Tag>
          ))}
        </div>
      )}
      {overtaken.length > 0 && <div className="quiet">{t('case.overtaken', { rungs: overtaken.join(' / ') })}</div>}
    </div>
  );
}

const GRAVE = new Set([
  'red',
  'urging-notice',
  'supervision-notice',
  'talk',
  'special-report',
  'still-overdue',
  'overdue',
]);

/** Green for people, grey for the machine, amber and red for a late unit. */
function colorOf({ type, by, payload }: TimelineEntry): string {
  const rung = textIn(payload, 'rung');
  if (type === 'RungActed' && GRAVE.has(rung)) return COLORS.red;
  if (type === 'RungActed' && rung === 'yellow') return '#b26a00';
  return by === 'machine' ? '#8a938f' : COLORS.pine;
}
