import { STAGES, type Stage } from '@hotline/contracts-http';
import { Choice } from '../filter/choice.tsx';
import { useWords } from '../language/use-words.ts';

interface AtStage {
  readonly stage?: Stage | undefined;
}

/** Narrows a list of cases to those that have come as far as that. */
export function StageChoice({ filters, change }: { filters: AtStage; change: (changed: AtStage) => void }) {
  const { t } = useWords();
  return (
    <Choice
      group="stage"
      label={t('case.stage')}
      of={STAGES}
      value={filters.stage}
      onChange={(stage) => change({ stage })}
    />
  );
}
