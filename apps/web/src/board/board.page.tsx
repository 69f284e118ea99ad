import { useQuery } from '@tanstack/react-query';
import { Button, Card, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import type { BoardEntry } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import type { OpenAction } from '../case/ask-of-action.ts';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { BoardEntryCard } from './board-entry-card.tsx';
import { boardQueryOf } from './board-queries.ts';

/** The board of today, kept by whoever leads the shift. */
export function Component() {
  const { t } = useWords();
  const { role } = useMe();
  const [search, setSearch] = useSearchParams();
  const past = search.get('past') === 'true';
  const board = useQuery(boardQueryOf(past));
  const { open, drawer } = useActionDrawer();
  return (
    <Page
      title={t('frame.place.board')}
      extra={
        board.data?.mayKeep && (
          <Button type="primary" onClick={() => open({ name: 'post-board-entry', target: {}, situation: { role } })}>
            {t('action.name.post-board-entry')}
          </Button>
        )
      }
    >
      <div className="stack">
        <Segmented<string>
          value={String(past)}
          onChange={(chosen) => setSearch(chosen === 'true' ? { past: 'true' } : {})}
          options={[
            { value: 'false', label: t('knowledge.showing') },
            { value: 'true', label: t('knowledge.past') },
          ]}
        />
        <Loaded query={board}>
          {({ items, mayKeep }) =>
            items.length === 0 ? (
              <NothingHere title={t('knowledge.boardEmpty')} />
            ) : (
              <Card>
                {items.map((entry) => (
                  <BoardEntryCard
                    key={entry.entryId}
                    entry={entry}
                    act={mayKeep && entry.state !== 'over' && <Keep entry={entry} open={open} />}
                  />
                ))}
              </Card>
            )
          }
        </Loaded>
      </div>
      {drawer}
    </Page>
  );
}

function Keep({ entry, open }: { entry: BoardEntry; open: OpenAction }) {
  const { t } = useWords();
  const { role } = useMe();
  const { entryId, revision, kind, title, wording, area, unitId, articleId, startsAt, endsAt, pinned } = entry;
  const target = { entryId, revision };
  const suggested = { kind, title, wording, area, unitId, articleId, startsAt, endsAt, pinned };
  return (
    <span className="row no-print">
      <Button
        size="small"
        onClick={() => open({ name: 'change-board-entry', target, situation: { role, suggested, about: title } })}
      >
        {t('action.name.change-board-entry')}
      </Button>
      <Button
        size="small"
        danger
        onClick={() => open({ name: 'remove-board-entry', target, situation: { role, about: title } })}
      >
        {t('action.name.remove-board-entry')}
      </Button>
    </span>
  );
}
