import { useWords } from '../language/use-words.ts';
import { useNow } from './clock.ts';
import { light } from './duration.ts';
import { dateTime } from './local-time.ts';

interface DueProps {
  readonly at: string;
  /** When its term began; without it nothing turns yellow. */
  readonly since?: string;
  /** The wait is over: no countdown. */
  readonly over?: boolean;
}

/** An instant by which something is due, with how long that is; yellow in the last quarter, red when late. */
export function Due({ at, since, over }: DueProps) {
  if (over) return <span className="tabular">{dateTime(at)}</span>;
  return <Running at={at} {...(since ? { since } : {})} />;
}

function Running({ at, since }: { at: string; since?: string }) {
  const { t, length } = useWords();
  const now = useNow();
  const left = Date.parse(at) - now;
  const color = since ? light(now, since, at) : left < 0 ? 'red' : 'green';
  return (
    <span className={`tabular due-${color}`}>
      {dateTime(at)}
      <br />
      {left < 0 ? t('time.over', { length: length(left) }) : t('time.left', { length: length(left) })}
    </span>
  );
}
