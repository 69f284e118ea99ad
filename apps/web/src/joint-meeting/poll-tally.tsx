import type { Meeting } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { useUnitName } from '../organisation/organisation.ts';
import { dateTime } from '../time/local-time.ts';

/** Which of the proposed times suit whom, and who has not said so; nothing where nobody was asked. */
export function PollTally({ meeting: { poll } }: { meeting: Meeting }) {
  const { t, language } = useWords();
  const unitName = useUnitName();
  if (!poll) return null;
  const names = (unitIds: readonly string[]): string => unitIds.map(unitName).join(language === 'zh' ? '、' : ', ');
  return (
    <section aria-label={t('work.meetings.poll')}>
      <p>{t('work.meetings.pollBy', { at: dateTime(poll.answerBy) })}</p>
      <ul>
        {poll.times.map(({ at, suits }) => (
          <li key={at}>
            <span className="tabular">{dateTime(at)}</span>{' '}
            {suits.length > 0 ? t('work.meetings.suits', { units: names(suits) }) : t('work.meetings.suitsNone')}
          </li>
        ))}
      </ul>
      {poll.open && poll.unansweredUnitIds.length > 0 && (
        <p>{t('work.meetings.unanswered', { units: names(poll.unansweredUnitIds) })}</p>
      )}
    </section>
  );
}
