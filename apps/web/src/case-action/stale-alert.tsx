import { Alert } from 'antd';
import type { Case } from '@hotline/contracts-http';
import { CourseEntry } from '../case/course-entry.tsx';
import { useWords } from '../language/use-words.ts';
import type { ActionName, Changed, Situation, Target } from './action.ts';

interface StaleAlertProps {
  readonly present: Changed;
  readonly situation: Situation;
  readonly action: ActionName;
  readonly target: Target;
}

/** Somebody was faster: what he did, how things stand now, and that nothing typed is lost. */
export function StaleAlert({ present, situation, action, target }: StaleAlertProps) {
  const { t, word } = useWords();
  const now = present.kind === 'case' ? present.case : undefined;
  const seen = situation.case?.timeline.at(-1)?.number ?? 0;
  const since = now?.timeline.filter(({ number }) => number > seen) ?? [];
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t('problem.stale.title')}
      description={
        <>
          {now && since.length > 0 ? (
            <>
              <div>{t('problem.stale.what')}</div>
              <ul>
                {since.map((entry) => (
                  <li key={entry.number}>
                    <CourseEntry entry={entry} of={now} />
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p>{t('problem.stale.nothing')}</p>
          )}
          {now && <div>{t('problem.stale.now', { stage: word('stage', now.stage) })}</div>}
          {now && !mayStill(now, action, target) && <div>{t('problem.stale.notAllowedNow')}</div>}
          <div>{t('problem.stale.keep')}</div>
        </>
      }
    />
  );
}

function mayStill({ actions }: Case, action: ActionName, { assignmentId, proposalId }: Target): boolean {
  return actions.some(
    (may) => may.type === action && may.assignmentId === assignmentId && may.proposalId === proposalId,
  );
}
