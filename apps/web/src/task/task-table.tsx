import { Button, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Task } from '@hotline/contracts-http';
import type { ActionName } from '../case-action/action.ts';
import type { OpenAction } from '../case/ask-of-action.ts';
import { Callers } from '../intake/merged-facts.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { Due } from '../time/due.tsx';
import { dateTime } from '../time/local-time.ts';

/** Tasks in rows, each with what its reader may do with it. */
export function TaskTable({ tasks, open }: { tasks: readonly Task[]; open: OpenAction }) {
  const { t, word } = useWords();
  const columns: TableColumnsType<Task> = [
    { key: 'task', title: t('work.tasks.task'), render: (_, task) => <What task={task} /> },
    {
      key: 'queue',
      title: t('work.tasks.queueName'),
      width: 110,
      responsive: ['md'],
      render: (_, { queue }) => word('queue', queue),
    },
    {
      key: 'due',
      title: t('work.tasks.due'),
      width: 170,
      render: (_, { dueAt, createdAt, endedAt }) =>
        dueAt && <Due at={dueAt} since={createdAt} over={endedAt !== undefined} />,
    },
    {
      key: 'assignee',
      title: t('work.tasks.assignee'),
      width: 120,
      responsive: ['md'],
      render: (_, { assigneeName, status }) =>
        assigneeName ?? <span className="quiet">{word('taskStatus', status)}</span>,
    },
    { key: 'act', title: t('case.actions'), width: 130, render: (_, task) => <Act task={task} open={open} /> },
  ];
  return <Table<Task> rowKey="taskId" columns={columns} dataSource={tasks} pagination={false} size="middle" />;
}

function What({ task }: { task: Task }) {
  const { t, word } = useWords();
  const { kind, stream, caseNumber, caseTitle, articleId, articleTitle, unitName, unitPhone, callers } = task;
  const { conferenceId, invitationId, outcome, endedAt } = task;
  return (
    <>
      <b>{word('taskKind', kind)}</b>
      <div className="row">
        {caseNumber && (
          <Link to={`/cases/${caseNumber}`} className="tabular">
            {caseNumber}
          </Link>
        )}
        <span>{caseTitle}</span>
        {stream.includes('-report-') && <Link to={`/special-reports/${stream}`}>{t('case.reports')}</Link>}
        {articleId && <Link to={`/knowledge/${articleId}`}>{articleTitle ?? articleId}</Link>}
        {conferenceId && <Link to={`/conferences/${conferenceId}`}>{t('frame.place.conferences')}</Link>}
        {invitationId && <Link to="/conferences">{t('frame.place.conferences')}</Link>}
      </div>
      {unitName && (
        <div className="quiet">
          {unitName}
          {unitPhone && (
            <>
              {' '}
              <a href={`tel:${unitPhone}`} className="tabular">
                {unitPhone}
              </a>
            </>
          )}
        </div>
      )}
      {callers && <Callers of={callers} />}
      {outcome && <p className="words">{outcome}</p>}
      {endedAt && <div className="quiet">{t('work.tasks.ended', { at: dateTime(endedAt) })}</div>}
    </>
  );
}

function Act({ task, open }: { task: Task; open: OpenAction }) {
  const { t } = useWords();
  const { id, role } = useMe();
  const { taskId, caseNumber, caseTitle, articleTitle, status, assigneeId } = task;
  const about = caseTitle ?? articleTitle;
  const name: ActionName | undefined =
    status === 'open' ? 'take-task' : status === 'taken' && assigneeId === id ? 'finish-task' : undefined;
  if (!name) return null;
  return (
    <Button
      type={name === 'finish-task' ? 'primary' : 'default'}
      onClick={() =>
        open({
          name,
          target: { taskId, ...(caseNumber ? { caseNumber } : {}) },
          situation: { role, ...(about ? { about } : {}) },
        })
      }
    >
      {t(`action.name.${name}`)}
    </Button>
  );
}
