import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Link } from 'react-router';
import type { PreviewItem } from '@hotline/contracts-http';
import { partsOfSubject, rungWords } from '../case/rung-words.ts';
import { Loaded } from '../frame/loaded.tsx';
import { Pager } from '../frame/pager.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords, type Speech } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';
import { previewItemsQueryOf } from './rules-queries.ts';
import { placeOfStream } from './stream-place.ts';

/** What would move, case by case. */
export function PreviewItems({ changeId, run }: { changeId: string; run: number }) {
  const { t } = useWords();
  const paging = usePaging();
  const items = useQuery(previewItemsQueryOf(changeId, run, paging.after));
  return (
    <Loaded query={items}>
      {({ items: rows, next }) => (
        <>
          <Table<PreviewItem>
            rowKey="stream"
            size="small"
            pagination={false}
            dataSource={rows}
            columns={[
              { key: 'stream', title: t('rules.stream'), render: (_, { stream }) => <Stream id={stream} /> },
              { key: 'waits', title: t('rules.moves'), render: (_, { waits }) => <Waits waits={waits} /> },
            ]}
          />
          <Pager paging={paging} {...(next ? { next } : {})} />
        </>
      )}
    </Loaded>
  );
}

function Stream({ id }: { id: string }) {
  const place = placeOfStream(id);
  return place ? (
    <Link to={place} className="tabular">
      {id}
    </Link>
  ) : (
    <span className="tabular">{id}</span>
  );
}

function Waits({ waits }: { waits: PreviewItem['waits'] }) {
  const speech = useWords();
  const { t } = speech;
  if (waits.length === 0) return <span className="quiet">{t('rules.versionOnly')}</span>;
  return waits.map(({ subject, from, to, rungs }) => (
    <details key={subject}>
      <summary>
        <b>{waitWords(speech, subject)}</b> <Move from={from} to={to} />{' '}
        <span className="quiet">{t('rules.rungs', { count: rungs.length })}</span>
      </summary>
      <ul>
        {rungs.map((rung) => (
          <li key={rung.rung}>
            {rungWords(speech, subject, rung.rung)} <Move from={rung.from} to={rung.to} />
          </li>
        ))}
      </ul>
    </details>
  ));
}

/** Which wait it is, and of which duty of the case: `办理到期 a2`. */
function waitWords({ t }: Speech, subject: string): string {
  const { assignmentId = '', wait } = partsOfSubject(subject);
  const name: string = t(`rules.wait.${wait}` as never, { defaultValue: wait });
  return `${name} ${assignmentId}`.trim();
}

function Move({ from, to }: { from: string | null; to: string | null }) {
  const { t } = useWords();
  if (!from) return <span className="tabular">{t('rules.joins', { at: to ? dateTime(to) : '' })}</span>;
  if (!to) return <span className="tabular">{t('rules.goes', { at: dateTime(from) })}</span>;
  return <span className="tabular">{from === to ? dateTime(to) : `${dateTime(from)} → ${dateTime(to)}`}</span>;
}
