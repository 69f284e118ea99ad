import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { CASE_SORTS, REQUEST_KINDS, STAGES, URGENCIES } from '@hotline/contracts-http';
import { useWords, type WordGroup } from '../language/use-words.ts';
import { UnitSelect } from '../organisation/unit-select.tsx';
import { useMe } from '../session/use-me.ts';
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
    <search className="filters no-print" aria-label={t('case.filters')}>
      <SearchWords value={filters.q} onSearch={(q) => change({ q })} />
      <Choices filters={filters} change={change} />
      <Checkbox
        checked={filters.overdue === 'true'}
        onChange={({ target }) => change({ overdue: target.checked ? 'true' : undefined })}
      >
        {t('case.onlyOverdue')}
      </Checkbox>
      {clear && (
        <Button type="link" onClick={clear}>
          {t('case.clear')}
        </Button>
      )}
    </search>
  );
}

function Choices({ filters, change }: CaseFiltersBarProps) {
  const { t } = useWords();
  const { unitId } = useMe();
  return (
    <>
      <Choice
        group="stage"
        label={t('case.stage')}
        of={STAGES}
        value={filters.stage}
        onChange={(stage) => change({ stage })}
      />
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
        group="sort"
        label={t('case.sort')}
        of={CASE_SORTS}
        value={filters.sort}
        onChange={(sort) => change({ sort })}
      />
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly group: WordGroup;
  readonly label: string;
  readonly of: readonly Value[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

function Choice<Value extends string>({ group, label, of, value, onChange }: ChoiceProps<Value>) {
  const { word } = useWords();
  return (
    <Select<Value | null>
      aria-label={label}
      placeholder={label}
      allowClear
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      options={of.map((each) => ({ value: each, label: word(group, each) }))}
    />
  );
}

function SearchWords({ value, onSearch }: { value: string | undefined; onSearch: (words: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value ?? '');
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value ?? '');
  }
  return (
    <Input.Search
      className="filters-search"
      placeholder={t('case.search')}
      aria-label={t('case.search')}
      maxLength={100}
      allowClear
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onSearch={(words) => onSearch(words.trim())}
    />
  );
}
