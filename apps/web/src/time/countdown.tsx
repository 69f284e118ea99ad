import { useWords } from '../language/use-words.ts';
import { useNow } from './clock.ts';

/** How long until an instant, or since: `3天4小时后`. */
export function Countdown({ at }: { at: string }) {
  const { t, length } = useWords();
  const left = Date.parse(at) - useNow();
  return (
    <span className="tabular">
      {left < 0 ? t('time.ago', { length: length(left) }) : t('time.in', { length: length(left) })}
    </span>
  );
}
