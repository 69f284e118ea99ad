import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { Link } from 'react-router';
import type { Shift } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Mark } from '../frame/mark.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { dateTime } from '../time/local-time.ts';
import { shiftsQuery } from './people-queries.ts';

const PLANNERS = new Set(['supervisor', 'director']);
const LEADERS = new Set(['operator', 'shift-leader', 'supervisor', 'director']);

/** 班次, 交接班: who is on duty now, who comes next, and what each shift left to the next. */
export function Component() {
  const { t } = useWords();
  const { role } = useMe();
  const shifts = useQuery(shiftsQuery);
  const { open, drawer } = useActionDrawer();
  return (
    <Page
      title={t('frame.place.shifts')}
      extra={
        <span className="row">
          {PLANNERS.has(role) && (
            <Button type="primary" onClick={() => open({ name: 'plan-shift', target: {}, situation: { role } })}>
              {t('action.name.plan-shift')}
            </Button>
          )}
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('frame.print')}
          </Button>
        </span>
      }
    >
      <Loaded query={shifts}>
        {(items) =>
          items.length === 0 ? (
            <NothingHere title={t('people.noShifts')} />
          ) : (
            <div className="stack">
              {items.map((shift) => (
                <ShiftCard
                  key={shift.shiftId}
                  shift={shift}
                  act={(name) =>
                    open({
                      name,
                      target: { shiftId: shift.shiftId },
                      situation: { role, ...(shift.log ? { suggested: { remarks: shift.log.remarks } } : {}) },
                    })
                  }
                />
              ))}
            </div>
          )
        }
      </Loaded>
      {drawer}
    </Page>
  );
}

interface ShiftCardProps {
  readonly shift: Shift;
  readonly act: (name: 'write-hand-over' | 'confirm-hand-over') => void;
}

function ShiftCard({ shift, act }: ShiftCardProps) {
  const { t, word } = useWords();
  const { id, role } = useMe();
  const { kind, from, until, leader, members, onDuty, log } = shift;
  const writes = (leader.userId === id || PLANNERS.has(role)) && !log?.confirmedAt;
  const confirms = LEADERS.has(role) && log && !log.confirmedAt;
  return (
    <Card
      size="small"
      title={
        <>
          {word('shiftKind', kind)} {dateTime(from)} – {dateTime(until)}{' '}
          {onDuty && <Mark tone="good">{t('people.onDuty')}</Mark>}
        </>
      }
      extra={
        <span className="row no-print">
          {writes && (
            <Button size="small" onClick={() => act('write-hand-over')}>
              {t('action.name.write-hand-over')}
            </Button>
          )}
          {confirms && (
            <Button size="small" type="primary" onClick={() => act('confirm-hand-over')}>
              {t('action.name.confirm-hand-over')}
            </Button>
          )}
        </span>
      }
    >
      <p>
        {t('people.leader')}：{leader.name}　{t('people.onShift')}：{members.map(({ name }) => name).join('、')}
      </p>
      {log && <Log log={log} />}
    </Card>
  );
}

function Log({ log }: { log: NonNullable<Shift['log']> }) {
  const { t, word } = useWords();
  const { remarks, matters, writtenByName, writtenAt, confirmedByName, confirmedAt } = log;
  const tasks = Object.entries(matters.tasks).map(([queue, count]) => `${word('queue', queue)} ${count}`);
  return (
    <>
      <p>{remarks}</p>
      <Numbers title={t('people.unassigned')} numbers={matters.unassigned} />
      <Numbers title={t('people.emergencies')} numbers={matters.emergencies} />
      {tasks.length > 0 && <p>{t('people.openTasks', { tasks: tasks.join('，'), late: matters.late })}</p>}
      <p className="quiet">
        {t('people.written', { name: writtenByName, at: dateTime(writtenAt) })}
        {confirmedByName && confirmedAt
          ? ` · ${t('people.confirmed', { name: confirmedByName, at: dateTime(confirmedAt) })}`
          : ''}
      </p>
    </>
  );
}

function Numbers({ title, numbers }: { title: string; numbers: readonly string[] }) {
  if (numbers.length === 0) return null;
  return (
    <p>
      {title}：
      {numbers.map((number) => (
        <Link key={number} to={`/cases/${number}`} className="tabular">
          {number}{' '}
        </Link>
      ))}
    </p>
  );
}
