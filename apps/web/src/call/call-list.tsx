import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { CALL_LINES, CALL_OUTCOMES, type CallRow, type Role } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import type { OpenAction } from '../case/ask-of-action.ts';
import { MaskedPhone } from '../case/masked-phone.tsx';
import { Choice } from '../filter/choice.tsx';
import { FiltersBar } from '../filter/filters-bar.tsx';
import { among, useFilters } from '../filter/use-filters.ts';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Pager } from '../frame/pager.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords, type Speech } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { Due } from '../time/due.tsx';
import { dateTimeSeconds } from '../time/local-time.ts';
import './call.css';
import { callsQueryOf } from './call-queries.ts';

const filtersOf = (search: URLSearchParams) => ({
  view: search.get('view') ?? undefined,
  line: among(CALL_LINES, search.get('line')),
  outcome: among(CALL_OUTCOMES, search.get('outcome')),
});

/** Calls, the latest first; `owed`: those missed that nobody has called back yet. */
export function CallList({ owed }: { owed: boolean }) {
  const speech = useWords();
  const { t } = speech;
  const paging = usePaging();
  const { filters, change } = useFilters(filtersOf);
  const { line, outcome } = filters;
  const calls = useQuery(
    callsQueryOf({
      limit: 20,
      ...(owed ? { owed: 'true' as const } : {}),
      ...(line ? { line } : {}),
      ...(outcome && !owed ? { outcome } : {}),
      ...(paging.after ? { after: paging.after } : {}),
    }),
  );
  const { open, drawer } = useActionDrawer();
  return (
    <>
      <FiltersBar>
        <Choice
          group="callLine"
          label={t('call.line')}
          of={CALL_LINES}
          value={line}
          onChange={(to) => change({ line: to })}
        />
        {!owed && (
          <Choice
            group="callOutcome"
            label={t('call.outcome')}
            of={CALL_OUTCOMES}
            value={outcome}
            onChange={(to) => change({ outcome: to })}
          />
        )}
      </FiltersBar>
      <Loaded query={calls}>
        {({ items, next }) =>
          items.length === 0 ? (
            <NothingHere
              title={t(owed ? 'call.nobodyOwed' : 'call.none')}
              hint={t(owed ? 'call.owedHint' : 'call.noneHint')}
            />
          ) : (
            <>
              <Table<CallRow> rowKey="callId" dataSource={items} pagination={false} columns={columnsOf(speech, open)} />
              <Pager paging={paging} {...(next ? { next } : {})} />
            </>
          )
        }
      </Loaded>
      {drawer}
    </>
  );
}

function columnsOf({ t, word, length }: Speech, open: OpenAction): TableColumnsType<CallRow> {
  return [
    {
      key: 'rang',
      title: t('call.rang'),
      render: (_, { rangAt, callId }) => (
        <>
          <span className="tabular">{dateTimeSeconds(rangAt)}</span>
          <div className="quiet">{callId}</div>
        </>
      ),
    },
    {
      key: 'caller',
      title: t('call.caller'),
      render: (_, { callId, callerPhone, line }) => (
        <>
          <Caller callId={callId} callerPhone={callerPhone} />
          <div className="quiet">{word('callLine', line)}</div>
        </>
      ),
    },
    {
      key: 'waited',
      title: t('call.answered'),
      responsive: ['md'],
      render: (_, { rangAt, answeredAt, operatorName }) =>
        answeredAt
          ? `${t('call.after', { length: length(Date.parse(answeredAt) - Date.parse(rangAt)) })} ${operatorName ?? ''}`
          : t('call.missed'),
    },
    {
      key: 'outcome',
      title: t('call.outcome'),
      render: (_, call) => (
        <div className="row call-outcome">
          <div>
            <Outcome call={call} />
          </div>
          <Act call={call} open={open} />
        </div>
      ),
    },
  ];
}

/** Who calls back sees the number by a click; everybody else its mask. */
function Caller({ callId, callerPhone }: Pick<CallRow, 'callId' | 'callerPhone'>) {
  const { t } = useWords();
  const { role } = useMe();
  if (!callerPhone) return <span>{t('call.hidden')}</span>;
  if (!callsBack(role)) return <span className="tabular">{callerPhone}</span>;
  return <MaskedPhone callId={callId} masked={callerPhone} />;
}

const callsBack = (role: Role): boolean => role !== 'administrator' && role !== 'quality-checker';

function Outcome({ call: { outcome, caseNumber, reason, returning } }: { call: CallRow }) {
  const { t, word } = useWords();
  if (returning) {
    const { status, dueAt, assigneeName } = returning;
    const over = status === 'done' || status === 'settled';
    return (
      <>
        {word('returning', status)} {assigneeName}
        {dueAt && !over && (
          <div>
            <Due at={dueAt} />
          </div>
        )}
      </>
    );
  }
  return (
    <>
      {outcome ? word('callOutcome', outcome) : <span className="quiet">{t('call.notFiled')}</span>}{' '}
      {caseNumber && (
        <Link to={`/cases/${caseNumber}`} className="tabular">
          {caseNumber}
        </Link>
      )}
      {reason && <div className="words quiet">{reason}</div>}
    </>
  );
}

/** A missed call is taken and called back; of an answered one it is said what it came to. */
function Act({ call, open }: { call: CallRow; open: OpenAction }) {
  const { t } = useWords();
  const { id, role } = useMe();
  const { callId, callerPhone, answeredAt, outcome, taskId, returning } = call;
  if (!callsBack(role)) return null;
  const situation = { role, about: `${callId} ${callerPhone ?? ''}` };
  if (answeredAt)
    return (
      <Button
        size="small"
        className="no-print"
        onClick={() => open({ name: 'file-call', target: { callId }, situation })}
      >
        {t(outcome ? 'call.correct' : 'action.name.file-call')}
      </Button>
    );
  if (!taskId || !returning) return null;
  const name =
    returning.status === 'open'
      ? 'take-task'
      : returning.status === 'taken' && returning.assigneeId === id
        ? 'finish-task'
        : undefined;
  if (!name) return null;
  return (
    <Button
      size="small"
      className="no-print"
      type={name === 'finish-task' ? 'primary' : 'default'}
      onClick={() => open({ name, target: { taskId }, situation })}
    >
      {t(name === 'take-task' ? 'call.takeReturn' : 'call.returned')}
    </Button>
  );
}
