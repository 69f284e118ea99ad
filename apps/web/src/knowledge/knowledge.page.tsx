import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { useNavigate } from 'react-router';
import '../case/case.css';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { Pager } from '../frame/pager.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { ArticleFiltersBar } from './article-filters-bar.tsx';
import { ArticleList } from './article-list.tsx';
import { articlesQueryOf } from './knowledge-queries.ts';
import { useArticleFilters } from './use-article-filters.ts';

const PAGE = 20;
const DESK = new Set(['operator', 'supervisor', 'director']);
const HANDBOOK = '/api/v1/knowledge/handbook';

/** The knowledge base: searched by two characters or by a caller's whole question. */
export function Component() {
  const { t } = useWords();
  const { role, unitId } = useMe();
  const { filters, change, clear, isFiltered } = useArticleFilters();
  const paging = usePaging();
  const articles = useQuery(
    articlesQueryOf({ ...filters, limit: PAGE, ...(paging.after ? { after: paging.after } : {}) }),
  );
  return (
    <Page title={t('frame.place.knowledge')} extra={<Extra mayWrite={DESK.has(role)} />}>
      <ArticleFiltersBar
        filters={filters}
        change={change}
        keeps={DESK.has(role) || unitId !== undefined}
        {...(isFiltered ? { clear } : {})}
      />
      <Loaded query={articles} rows={10}>
        {({ items, next, reach }) =>
          items.length === 0 ? (
            <NothingHere title={t('knowledge.none')} hint={t('knowledge.noneHint')}>
              {isFiltered && <Button onClick={clear}>{t('case.clear')}</Button>}
            </NothingHere>
          ) : (
            <>
              {reach === 'any' && <Alert type="info" showIcon title={t('knowledge.reachAny')} />}
              <Card size="small">
                <ArticleList rows={items} />
              </Card>
              <Pager paging={paging} {...(next ? { next } : {})} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Extra({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useWords();
  const { role } = useMe();
  const navigate = useNavigate();
  const { open, drawer } = useActionDrawer((changed) => {
    if (changed.kind === 'article') void navigate(`/knowledge/${changed.article.articleId}`);
  });
  return (
    <>
      <Button icon={<DownloadOutlined />} href={HANDBOOK} download>
        {t('knowledge.handbook')}
      </Button>
      {mayWrite && (
        <Button type="primary" onClick={() => open({ name: 'draft-article', target: {}, situation: { role } })}>
          {t('action.name.draft-article')}
        </Button>
      )}
      {drawer}
    </>
  );
}
