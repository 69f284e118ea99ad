import { CASE_SORTS, CHANNELS, REQUEST_KINDS, URGENCIES } from '@hotline/contracts-http';
import { Choice } from '../filter/choice.tsx';
import { FiltersBar } from '../filter/filters-bar.tsx';
import { SearchWords } from '../filter/search-words.tsx';
import { useWords } from '../language/use-words.ts';
import { UnitSelect } from '../organisation/unit-select.tsx';
import { useMe } from '../session/use-me.ts';
import { OverdueSwitch } from './overdue-switch.tsx';
import { StageChoice } from './stage-choice.tsx';
import type { SetFilters } from './use-case-filters.ts';

interface CaseFiltersBarProps {
  readonly filters: SetFilters;
  readonly change: (changed: SetFilters) => void;
  readonly clear?: () => void;
}

/** What narrows the list of cases; each choice takes effect at once. */
export function CaseFiltersBar({ filters, change, clear }: CaseFiltersBarProps) {
  const { t } = useWords();
  return (
    <FiltersBar clear={clear}>
      <SearchWords label={t('case.search')} value={filters.q} onSearch={(q) => change({ q })} />
      <Choices filters={filters} change={change} />
      <OverdueSwitch filters={filters} change={change} />
    </FiltersBar>
  );
}

function Choices({ filters, change }: Omit<CaseFiltersBarProps, 'clear'>) {
  const { t } = useWords();
  const { unitId } = useMe();
  return (
    <>
      <StageChoice filters={filters} change={change} />
      {!unitId && (
        <UnitSelect
          aria-label={t('case.unit')}
          placeholder={t('case.unit')}
          allowClear
          value={filters.unit ?? null}
          onChange={(unit) => change({ unit: typeof unit === 'string' ? unit : undefined })}
        />
      )}
      <Choice
        group="urgency"
        label={t('case.urgency')}
        of={URGENCIES}
        value={filters.urgency}
        onChange={(urgency) => change({ urgency })}
      />
      <Choice
        group="kind"
        label={t('case.kind')}
        of={REQUEST_KINDS}
        value={filters.kind}
        onChange={(kind) => change({ kind })}
      />
      <Choice
        group="channel"
        label={t('case.channel')}
        of={CHANNELS}
        value={filters.channel}
        onChange={(channel) => change({ channel })}
      />
      <Choice
        group="sort"
        label={t('case.sort')}
        of={CASE_SORTS}
        value={filters.sort}
        onChange={(sort) => change({ sort })}
      />
    </>
  );
}
