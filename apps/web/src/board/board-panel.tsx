import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../language/use-words.ts';
import { BoardEntryCard } from './board-entry-card.tsx';
import { boardQueryOf } from './board-queries.ts';

/** What is going on today, beside the form in which a call is written down. */
export function BoardPanel() {
  const { t } = useWords();
  const { data } = useQuery(boardQueryOf(false));
  const items = data?.items ?? [];
  return (
    <Card size="small" title={t('frame.place.board')} extra={<Link to="/board">{t('frame.open')}</Link>}>
      {items.length === 0 && <span className="quiet">{t('knowledge.boardEmpty')}</span>}
      {items.map((entry) => (
        <BoardEntryCard key={entry.entryId} entry={entry} />
      ))}
    </Card>
  );
}
