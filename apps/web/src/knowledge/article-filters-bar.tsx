import { Checkbox } from 'antd';
import { ARTICLE_SORTS, ARTICLE_STATUSES } from '@hotline/contracts-http';
import { Choice } from '../filter/choice.tsx';
import { FiltersBar } from '../filter/filters-bar.tsx';
import { SearchWords } from '../filter/search-words.tsx';
import { useWords } from '../language/use-words.ts';
import { CategorySelect } from '../organisation/category-select.tsx';
import { UnitSelect } from '../organisation/unit-select.tsx';
import type { SetArticleFilters } from './use-article-filters.ts';

interface ArticleFiltersBarProps {
  readonly filters: SetArticleFilters;
  readonly change: (changed: SetArticleFilters) => void;
  readonly clear?: () => void;
  /** Whether drafts and doubts are shown to this person. */
  readonly keeps: boolean;
}

/** What narrows the list of articles; each choice takes effect at once. */
export function ArticleFiltersBar({ filters, change, clear, keeps }: ArticleFiltersBarProps) {
  const { t } = useWords();
  return (
    <FiltersBar clear={clear}>
      <SearchWords label={t('knowledge.search')} value={filters.q} onSearch={(q) => change({ q })} />
      <CategorySelect
        aria-label={t('action.field.categoryId.default')}
        placeholder={t('action.field.categoryId.default')}
        allowClear
        value={filters.category ?? (null as never)}
        onChange={(category) => change({ category: category ?? undefined })}
      />
      <UnitSelect
        aria-label={t('knowledge.owner')}
        placeholder={t('knowledge.owner')}
        allowClear
        value={filters.unit ?? null}
        onChange={(unit) => change({ unit: typeof unit === 'string' ? unit : undefined })}
      />
      {keeps && <StatusAndDoubts filters={filters} change={change} />}
      <Choice
        group="articleSort"
        label={t('case.sort')}
        of={ARTICLE_SORTS}
        value={filters.sort}
        onChange={(sort) => change({ sort })}
      />
    </FiltersBar>
  );
}

function StatusAndDoubts({ filters, change }: Pick<ArticleFiltersBarProps, 'filters' | 'change'>) {
  const { t } = useWords();
  return (
    <>
      <Choice
        group="articleStatus"
        label={t('knowledge.status')}
        of={ARTICLE_STATUSES}
        value={filters.status}
        onChange={(status) => change({ status })}
      />
      <Checkbox
        checked={filters.doubted === 'true'}
        onChange={({ target }) => change({ doubted: target.checked ? 'true' : undefined })}
      >
        {t('knowledge.onlyDoubted')}
      </Checkbox>
    </>
  );
}
