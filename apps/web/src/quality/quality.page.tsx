import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import type { Role } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import type { OpenAction } from '../case/ask-of-action.ts';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { tasksQueryOf } from '../task/task-queries.ts';
import { TaskTable } from '../task/task-table.tsx';
import { QualityChecks } from './quality-checks.tsx';
import { QualityScores } from './quality-scores.tsx';
import './quality.css';

const CHECKERS: ReadonlySet<Role> = new Set(['quality-checker', 'supervisor', 'director']);
const VIEWS = ['checks', 'scores'] as const;
type View = (typeof VIEWS)[number];

/** 质检: what waits to be looked at, what was checked, and how each person scores; for others, how they were judged. */
export function Component() {
  const { t } = useWords();
  const { role } = useMe();
  const [search, setSearch] = useSearchParams();
  const view = VIEWS.find((each) => each === search.get('view')) ?? 'checks';
  const { open, drawer } = useActionDrawer();
  const checks = CHECKERS.has(role);
  return (
    <Page
      title={t('frame.place.quality')}
      extra={
        <>
          <Segmented<View>
            value={view}
            onChange={(chosen) => setSearch(chosen === 'checks' ? {} : { view: chosen })}
            options={VIEWS.map((each) => ({ value: each, label: t(`quality.${each}`) }))}
          />
          {checks && (
            <Button type="primary" onClick={() => open({ name: 'check-quality', target: {}, situation: { role } })}>
              {t('action.name.check-quality')}
            </Button>
          )}
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('frame.print')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {checks && view === 'checks' && <Waiting open={open} />}
        {view === 'checks' ? <QualityChecks open={open} ofAll={checks} /> : <QualityScores />}
      </div>
      {drawer}
    </Page>
  );
}

/** Cases drawn for a second look, and appeals to decide. */
function Waiting({ open }: { open: OpenAction }) {
  const { t } = useWords();
  const { data } = useQuery(tasksQueryOf({ queue: 'quality', limit: 20 }));
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={t('quality.waiting')} className="no-print">
      <TaskTable tasks={data.items} open={open} />
    </Card>
  );
}
