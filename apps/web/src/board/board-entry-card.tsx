import { PushpinFilled } from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BoardEntry } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { useUnitName } from '../organisation/organisation.ts';
import { shortTime } from '../time/local-time.ts';
import './board.css';

/** Colours that hold their contrast; the kind is also said in words. */
const PLAIN = { background: '#e7e7e3', color: '#3c4744' };
const STYLES: Readonly<Record<string, { background: string; color: string }>> = {
  'water-off': { background: '#dcecf2', color: '#134a60' },
  'power-off': { background: '#fdf0d5', color: '#6b4200' },
  'gas-off': { background: '#f6dfe9', color: '#7a1f4a' },
  road: { background: '#e4e1f3', color: '#3c3277' },
  wording: { background: '#ddebdf', color: '#1b5233' },
};

/** One entry of the board: what, where, from when until when, what is said, and who wrote it. */
export function BoardEntryCard({ entry, act }: { entry: BoardEntry; act?: ReactNode }) {
  const { t, word } = useWords();
  const unitName = useUnitName();
  const { kind, title, wording, area, unitId, articleId, articleTitle, startsAt, endsAt, pinned, state } = entry;
  return (
    <section className={`board-entry board-${state}`} aria-label={title}>
      <div className="row">
        <Tag variant="filled" style={STYLES[kind] ?? PLAIN}>
          {word('boardEntryKind', kind)}
        </Tag>
        <b>{title}</b>
        {pinned && <PushpinFilled aria-label={t('knowledge.pinned')} />}
        {state === 'to-come' && <Tag>{t('knowledge.toCome')}</Tag>}
        {act}
      </div>
      <div className="tabular">
        {shortTime(startsAt)} – {shortTime(endsAt)}
        {area && ` · ${area}`}
      </div>
      <p className="words">{wording}</p>
      <div className="quiet">
        {[unitId && unitName(unitId), entry.changedByName ?? entry.writtenByName].filter(Boolean).join(' · ')}
      </div>
      {articleId && <Link to={`/knowledge/${articleId}`}>{articleTitle ?? articleId}</Link>}
    </section>
  );
}
