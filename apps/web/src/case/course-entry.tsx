import type { Case, TimelineEntry } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';
import { entrySentence } from './entry-sentence.ts';
import { useNames } from './use-names.ts';

/** One line of what happened: when, who, what. */
export function CourseEntry({ entry, of }: { entry: TimelineEntry; of?: Pick<Case, 'assignments'> }) {
  const speech = useWords();
  const names = useNames(of);
  return (
    <>
      <span className="tabular quiet">{dateTime(entry.at)}</span> {byName(entry, speech.t('case.machine'))}{' '}
      {entrySentence(entry, speech, names)}
    </>
  );
}

/** Who did it; the process itself has no name of its own. */
export function byName({ by, byName: name }: TimelineEntry, machine: string): string {
  return by === 'machine' ? machine : name;
}
