import type { Case } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { Countdown } from '../time/countdown.tsx';
import { dateTime } from '../time/local-time.ts';
import { partsOfSubject, rungWords } from './rung-words.ts';
import { useNames } from './use-names.ts';

/** What the machine does next, and when, if nobody acts before. */
export function NextStep({ of }: { of: Case }) {
  const speech = useWords();
  const { t } = speech;
  const { assigned } = useNames(of);
  const { next } = of;
  if (!next) {
    return (
      <section className="next-step" aria-label={t('case.nextStep')}>
        <b>{t('case.nextStep')}</b>
        <span className="quiet">{t('case.nextNothing')}</span>
      </section>
    );
  }
  const { assignmentId } = partsOfSubject(next.subject);
  const rung = rungWords(speech, next.subject, next.rung);
  return (
    <section className="next-step" aria-label={t('case.nextStep')}>
      <b>{t('case.nextStep')}</b>
      <span>{assignmentId ? t('event.RungActedUnit', { unit: assigned(assignmentId), rung }) : rung}</span>
      <span className="tabular">{dateTime(next.at)}</span>
      <Countdown at={next.at} />
      <p className="quiet">{t('case.nextHint')}</p>
    </section>
  );
}
