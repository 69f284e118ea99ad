import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { FOLDERS, REPORT_STANDINGS, type ReportCounts } from '@hotline/contracts-http';
import { Choice } from '../filter/choice.tsx';
import { FiltersBar } from '../filter/filters-bar.tsx';
import { SearchWords } from '../filter/search-words.tsx';
import { useWords } from '../language/use-words.ts';
import { PersonSelect } from '../people/person-select.tsx';
import { useMe } from '../session/use-me.ts';
import { reportCountsQueryOf } from './report-queries.ts';
import type { ReportFilters } from './use-report-filters.ts';

interface ReportFiltersBarProps {
  readonly filters: ReportFilters;
  readonly change: (changed: Partial<ReportFilters>) => void;
  readonly clear?: (() => void) | undefined;
}

/** What narrows the list of special reports: words, standing, deputy mayor. */
export function ReportFiltersBar({ filters, change, clear }: ReportFiltersBarProps) {
  const { t } = useWords();
  const { role } = useMe();
  const isMayor = role === 'deputy-mayor' || role === 'mayor';
  // A draft is the center's own.
  const standings = isMayor ? REPORT_STANDINGS.filter((standing) => standing !== 'draft') : REPORT_STANDINGS;
  return (
    <FiltersBar clear={clear}>
      <SearchWords label={t('work.reports.search')} value={filters.q} onSearch={(q) => change({ q })} />
      <Choice
        group="reportStanding"
        label={t('work.reports.standing')}
        of={standings}
        value={filters.standing}
        onChange={(standing) => change({ standing })}
      />
      {role !== 'deputy-mayor' && (
        <PersonSelect
          aria-label={t('work.reports.deputyMayor')}
          placeholder={t('work.reports.deputyMayor')}
          allowClear
          among={(user) => user.role === 'deputy-mayor'}
          value={filters.deputyMayorId ?? null}
          onChange={(id) => change({ deputyMayorId: typeof id === 'string' ? id : undefined })}
        />
      )}
    </FiltersBar>
  );
}

/** Which folder is shown, with what is not ended in each. */
export function FolderSwitch({ filters, change }: Omit<ReportFiltersBarProps, 'clear'>) {
  const { t, word } = useWords();
  const counts = useQuery(reportCountsQueryOf(filters.deputyMayorId));
  return (
    <Segmented<string>
      aria-label={t('work.reports.folders')}
      value={filters.folder ?? ''}
      onChange={(folder) => change({ folder: FOLDERS.find((each) => each === folder) })}
      options={[
        { value: '', label: t('frame.all') },
        ...FOLDERS.map((folder) => ({
          value: folder as string,
          label: `${word('reportFolder', folder)} ${openIn(counts.data, folder)}`,
          title: t('work.reports.open', { count: openIn(counts.data, folder) }),
        })),
      ]}
    />
  );
}

/** How many reports of a folder are not ended. */
function openIn(counts: ReportCounts | undefined, folder: (typeof FOLDERS)[number]): number {
  const open = counts?.items.filter((item) => item.folder === folder && item.standing !== 'ended') ?? [];
  return open.reduce((sum, { count }) => sum + count, 0);
}
