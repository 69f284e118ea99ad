import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { Pager } from '../frame/pager.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { CaseFiltersBar } from './case-filters-bar.tsx';
import { casesQueryOf } from './case-queries.ts';
import { CaseTable } from './case-table.tsx';
import { useCaseFilters } from './use-case-filters.ts';
import './case.css';

const PAGE = 20;
const DESK = new Set(['operator', 'supervisor', 'director']);

/** All cases this person may see, filtered and page by page; the address holds the filters. */
export function Component() {
  const { t } = useWords();
  const { role } = useMe();
  const { filters, change, clear, isFiltered } = useCaseFilters();
  const paging = usePaging();
  const cases = useQuery(casesQueryOf({ ...filters, limit: PAGE, ...(paging.after ? { after: paging.after } : {}) }));
  return (
    <Page
      title={t('frame.place.cases')}
      extra={
        DESK.has(role) && (
          <Link to="/register">
            <Button type="primary">{t('case.newCase')}</Button>
          </Link>
        )
      }
    >
      <CaseFiltersBar filters={filters} change={change} {...(isFiltered ? { clear } : {})} />
      <Loaded query={cases} rows={10}>
        {({ items, next }) =>
          items.length === 0 ? (
            <NothingHere title={t('case.noneFound')}>
              {isFiltered && <Button onClick={clear}>{t('case.clear')}</Button>}
            </NothingHere>
          ) : (
            <>
              <CaseTable rows={items} loading={cases.isPlaceholderData} />
              <Pager paging={paging} {...(next ? { next } : {})} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
