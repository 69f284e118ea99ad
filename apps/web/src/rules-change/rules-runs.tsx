import { Card, Progress, Tag } from 'antd';
import type { RulesChange, RulesRun } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';
import { PreviewItems } from './preview-items.tsx';
import { RehearsalTable } from './rehearsal-table.tsx';

/** Previews, rehearsals and the moving, the latest first: how far each has come and what it has found. */
export function RulesRuns({ change }: { change: RulesChange }) {
  const { runs, changeId, version } = change;
  const latestPreview = runs.findLast(({ kind }) => kind === 'preview')?.run;
  return runs
    .toReversed()
    .map((run) => (
      <RunCard
        key={run.run}
        run={run}
        changeId={changeId}
        outdated={run.version !== version}
        inDetail={run.run === latestPreview}
      />
    ));
}

interface RunCardProps {
  readonly run: RulesRun;
  readonly changeId: string;
  /** It looked at an earlier version of the draft. */
  readonly outdated: boolean;
  readonly inDetail: boolean;
}

function RunCard({ run, changeId, outdated, inDetail }: RunCardProps) {
  const { t, word } = useWords();
  const { kind, status, from, to, startedAt, endedAt } = run;
  return (
    <Card
      title={
        <span className="row">
          {word('runKind', kind)}
          <Tag>{word('runStatus', status)}</Tag>
          {outdated && <Tag>{t('rules.ofEarlierDraft', { version: run.version })}</Tag>}
        </span>
      }
    >
      <p className="quiet tabular">
        {from && to && t('rules.rehearsed', { from: dateTime(from), to: dateTime(to) })} {dateTime(startedAt)}
        {endedAt && ` – ${dateTime(endedAt)}`}
      </p>
      {status === 'running' && <Coming run={run} />}
      {kind === 'rehearsal' ? <RehearsalTable tally={run.tally} /> : <Found run={run} />}
      {kind === 'preview' && inDetail && run.touched > 0 && <PreviewItems changeId={changeId} run={run.run} />}
    </Card>
  );
}

function Coming({ run: { looked, total, kind } }: { run: RulesRun }) {
  const { t, word } = useWords();
  const percent = total ? Math.floor((looked / total) * 100) : 0;
  return (
    <div role="status">
      <Progress percent={percent} aria-label={word('runKind', kind)} />
      {t('rules.looked', { looked, total: total ?? '…' })}
    </div>
  );
}

/** How many would change, or have, and by which kind of change; one may count under several. */
function Found({ run: { kind: found, touched, untouched, tally } }: { run: RulesRun }) {
  const { t, word } = useWords();
  const kinds = Object.entries(tally).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return (
    <>
      <p>{t(found === 'moving' ? 'rules.moved' : 'rules.found', { touched, untouched })}</p>
      {kinds.length > 0 && (
        <p className="row">
          {kinds.map(([kind, count]) => (
            <Tag key={kind}>{`${word('ruleMove', kind)} ${count}`}</Tag>
          ))}
        </p>
      )}
    </>
  );
}
