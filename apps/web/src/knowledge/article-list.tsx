import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ArticleRow } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { useCategoryPath, useUnitName } from '../organisation/organisation.ts';
import { dateTime } from '../time/local-time.ts';
import './knowledge.css';
import { Marked } from './marked.tsx';

/** Colours that hold their contrast; the status is also said in words. */
const PLAIN = { background: '#e7e7e3', color: '#3c4744' };
const WARNING = { background: '#fdf0d5', color: '#6b4200' };
const STYLES = {
  draft: PLAIN,
  'in-review': { background: '#dcecf2', color: '#134a60' },
  published: { background: '#ddebdf', color: '#1b5233' },
  expired: { background: '#fbe3e1', color: '#8c1d17' },
  withdrawn: PLAIN,
} as const;

export function ArticleStatusTag({ status }: Pick<ArticleRow, 'status'>) {
  const { word } = useWords();
  return (
    <Tag variant="filled" style={STYLES[status]}>
      {word('articleStatus', status)}
    </Tag>
  );
}

interface ArticleListProps {
  readonly rows: readonly ArticleRow[];
  /** What may be done with each, at its side. */
  readonly act?: (row: ArticleRow) => ReactNode;
}

/** Articles with their first words, whose they are, until when, and how many calls they answered. */
export function ArticleList({ rows, act }: ArticleListProps) {
  return (
    <ul className="article-list">
      {rows.map((row) => (
        <li key={row.articleId}>
          <Line row={row} act={act?.(row)} />
        </li>
      ))}
    </ul>
  );
}

function Line({ row, act }: { row: ArticleRow; act: ReactNode }) {
  const { t } = useWords();
  const { articleId, title, excerpt, status, doubts, inReview, draftVersion } = row;
  return (
    <>
      <div className="row">
        <Link to={`/knowledge/${articleId}`} className="article-title">
          <Marked of={title} />
        </Link>
        {status !== 'published' && <ArticleStatusTag status={status} />}
        {status === 'published' && draftVersion && (
          <Tag>{t(inReview ? 'knowledge.newInReview' : 'knowledge.newDraft')}</Tag>
        )}
        {doubts > 0 && (
          <Tag variant="filled" style={WARNING}>
            {t('knowledge.doubted', { count: doubts })}
          </Tag>
        )}
        {act}
      </div>
      <p className="words article-excerpt">
        <Marked of={excerpt} />
      </p>
      <Facts row={row} />
    </>
  );
}

function Facts({ row: { categoryId, ownerUnitId, validUntil, used, lastUsedAt } }: { row: ArticleRow }) {
  const { t } = useWords();
  const categoryPath = useCategoryPath();
  const unitName = useUnitName();
  const facts = [
    categoryPath(categoryId),
    ownerUnitId ? unitName(ownerUnitId) : t('knowledge.center'),
    validUntil ? t('knowledge.validUntil', { day: validUntil }) : t('knowledge.longTerm'),
    t('knowledge.used', { count: used }),
    lastUsedAt ? t('knowledge.lastUsed', { at: dateTime(lastUsedAt) }) : '',
  ];
  return <div className="quiet tabular">{facts.filter(Boolean).join(' · ')}</div>;
}
