import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Select } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import type { Article, ArticleVersion } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import type { ActionName, Values } from '../case-action/action.ts';
import { Course } from '../case/course.tsx';
import '../case/case.css';
import { Fact, Figures } from '../frame/fact.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useCategoryPath, useUnitName } from '../organisation/organisation.ts';
import { useMe } from '../session/use-me.ts';
import { dateTime } from '../time/local-time.ts';
import { ArticleStatusTag } from './article-list.tsx';
import { articleQueryOf, articleVersionQueryOf } from './knowledge-queries.ts';
import './knowledge.css';

/** One article: what is offered, what is being written, its versions and its history. `?version=` shows an earlier one. */
export function Component() {
  const { articleId = '' } = useParams();
  const query = useQuery(articleQueryOf(articleId));
  return (
    <Loaded query={query} rows={10}>
      {(article) => <ArticlePage article={article} />}
    </Loaded>
  );
}

type Shown = Omit<ArticleVersion, 'articleId'>;

function ArticlePage({ article }: { article: Article }) {
  const { t } = useWords();
  const { draft, published, status } = article;
  const title = (published ?? draft)?.title ?? article.articleId;
  return (
    <Page
      title={title}
      beside={<ArticleStatusTag status={status} />}
      extra={
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('frame.print')}
        </Button>
      }
    >
      <div className="stack">
        <Actions article={article} />
        {status === 'expired' && <Alert type="warning" showIcon title={t('knowledge.expiredHint')} />}
        {article.doubts > 0 && (
          <Alert type="warning" showIcon title={t('knowledge.doubted', { count: article.doubts })} />
        )}
        <AskedVersion article={article} />
        {published && <Said title={t('knowledge.published')} of={published} article={article} />}
        {draft && (
          <Said
            title={t(draft.submitted ? 'knowledge.newInReview' : 'knowledge.newDraft')}
            of={draft}
            article={article}
          />
        )}
        {article.timeline.length > 0 && (
          <Card title={t('work.reports.course')} className="no-print">
            <Course timeline={article.timeline} />
          </Card>
        )}
      </div>
    </Page>
  );
}

const NAMES: Partial<Record<Article['actions'][number], ActionName>> = {
  submit: 'submit-article',
  review: 'review-article',
  revise: 'revise-article',
  confirm: 'confirm-article',
  doubt: 'doubt-article',
  withdraw: 'withdraw-article',
};

/** What this person may do with it; what it waits for comes first. */
function Actions({ article }: { article: Article }) {
  const { t } = useWords();
  const { role } = useMe();
  const { open, drawer } = useActionDrawer();
  const { articleId, revision } = article;
  const may = Object.entries(NAMES).filter(([action]) => article.actions.some((one) => one === action));
  const title = (article.published ?? article.draft)?.title;
  return (
    <div className="row no-print">
      {may.map(([action, name]) => (
        <Button
          key={action}
          danger={action === 'withdraw'}
          type={action === 'submit' || action === 'review' ? 'primary' : 'default'}
          onClick={() =>
            open({
              name,
              target: { articleId, revision },
              situation: { role, suggested: suggestedOf(name, article), ...(title ? { about: title } : {}) },
            })
          }
        >
          {t(`action.name.${name}`)}
        </Button>
      ))}
      {drawer}
    </div>
  );
}

/** A new version begins with the words of the latest. */
function suggestedOf(name: ActionName, { draft, published }: Article): Values {
  const latest = draft ?? published;
  if (name !== 'revise-article' || !latest) return {};
  const { title, question, answer, sources, categoryId, ownerUnitId, validUntil } = latest;
  return { title, question, answer, sources, categoryId, ownerUnitId, validUntil };
}

/** Another version than the one on offer, asked for by the address or chosen from the list. */
function AskedVersion({ article }: { article: Article }) {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('version')) || undefined;
  const isOther = asked !== undefined && asked !== article.published?.version;
  const query = useQuery({ ...articleVersionQueryOf(article.articleId, asked ?? 0), enabled: isOther });
  return (
    <>
      {article.versions.length > 1 && (
        <Select<number>
          aria-label={t('knowledge.versions')}
          placeholder={t('knowledge.versions')}
          className="no-print"
          allowClear
          value={asked ?? (null as never)}
          onChange={(version) => setSearch(version ? { version: String(version) } : {})}
          options={article.versions.map(({ version, writtenAt, publishedAt }) => ({
            value: version,
            label: `${t('knowledge.version', { version })} · ${dateTime(publishedAt ?? writtenAt)}`,
          }))}
        />
      )}
      {isOther && (
        <Loaded query={query}>
          {(version) => (
            <Said title={t('knowledge.version', { version: version.version })} of={version} article={article} />
          )}
        </Loaded>
      )}
    </>
  );
}

/** What a version says, and where it is written. */
function Said({ title, of, article }: { title: string; of: Shown; article: Article }) {
  const { t } = useWords();
  const categoryPath = useCategoryPath();
  const unitName = useUnitName();
  const offered = of.version === article.published?.version;
  const validUntil = offered ? article.validUntil : of.validUntil;
  return (
    <Card title={`${title} · ${t('knowledge.version', { version: of.version })}`}>
      <p className="quiet words">{of.question}</p>
      <p className="words article-answer">{of.answer}</p>
      <dl className="case-facts">
        <Fact name={t('knowledge.sources')}>
          {of.sources.length > 0 && of.sources.map((source) => <div key={source}>{source}</div>)}
        </Fact>
        <Fact name={t('action.field.categoryId.default')}>{categoryPath(of.categoryId)}</Fact>
        <Fact name={t('knowledge.owner')}>{of.ownerUnitId ? unitName(of.ownerUnitId) : t('knowledge.center')}</Fact>
        <Fact name={t('knowledge.validity')}>
          <Figures>{validUntil ?? t('knowledge.longTerm')}</Figures>
        </Fact>
        <Fact name={t('knowledge.writtenBy')}>{`${of.writtenByName} ${dateTime(of.writtenAt)}`}</Fact>
        <Fact name={t('knowledge.publishedBy')}>
          {of.publishedAt && `${of.publishedByName ?? ''} ${dateTime(of.publishedAt)}`}
        </Fact>
        <Fact name={t('knowledge.use')}>{offered && t('knowledge.used', { count: article.used })}</Fact>
      </dl>
    </Card>
  );
}
