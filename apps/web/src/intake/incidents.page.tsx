import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Incident } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { caseQueryOf } from '../case/case-queries.ts';
import { StageTag } from '../case/case-tags.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useCategoryPath } from '../organisation/organisation.ts';
import { useMe } from '../session/use-me.ts';
import { dateTime } from '../time/local-time.ts';
import './intake.css';
import { incidentsOf } from './intake-queries.ts';

/** 突发集中诉求: many callers about one thing, the latest first, each with its cases. */
export function Component() {
  const { t } = useWords();
  const [ended, setEnded] = useState(false);
  const incidents = useQuery(incidentsOf(ended));
  const ending = useEnding();
  return (
    <Page
      title={t('frame.place.incidents')}
      extra={
        <Segmented
          aria-label={t('intake.which')}
          value={ended ? 'ended' : 'open'}
          onChange={(which) => setEnded(which === 'ended')}
          options={[
            { value: 'open', label: t('intake.goingOn') },
            { value: 'ended', label: t('intake.ended') },
          ]}
        />
      }
    >
      <p className="quiet">{t('intake.incidentLead')}</p>
      <Loaded query={incidents}>
        {(items) =>
          items.length === 0 ? (
            <NothingHere title={t(ended ? 'intake.noEndedIncident' : 'intake.noIncident')} />
          ) : (
            <div className="stack">
              {items.map((incident) => (
                <IncidentCard key={incident.caseNumber} of={incident} end={ending.of(incident)} />
              ))}
            </div>
          )
        }
      </Loaded>
      {ending.drawer}
    </Page>
  );
}

function IncidentCard({ of, end }: { of: Incident; end: (() => void) | undefined }) {
  const { t } = useWords();
  const categoryPath = useCategoryPath();
  return (
    <Card
      title={of.title}
      extra={
        end && (
          <Button className="no-print" onClick={end}>
            {t('action.name.end-incident')}
          </Button>
        )
      }
    >
      <p>
        {t('intake.count', { count: of.count })} · {categoryPath(of.categoryId)}
        {of.place && ` · ${of.place}`}
      </p>
      <p className="quiet tabular">
        {t('intake.span', { from: dateTime(of.openedAt), to: dateTime(of.lastAt) })}
        {of.endedAt && ` · ${t('intake.endedAt', { at: dateTime(of.endedAt) })}`}
      </p>
      <ul className="intake-list">
        {of.cases.map(({ caseNumber, title, stage, mergedInto }) => (
          <li key={caseNumber} className="row">
            <StageTag stage={stage} />
            <Link to={`/cases/${caseNumber}`} className="tabular">
              {caseNumber}
            </Link>
            <span>{title}</span>
            {mergedInto && <span className="quiet">{t('intake.mergedInto', { number: mergedInto })}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const MAY_END = new Set(['supervisor', 'director']);

/** Ends an incident in the case that opened it, upon that case's present revision. */
function useEnding() {
  const { role } = useMe();
  const queryClient = useQueryClient();
  const { open, drawer } = useActionDrawer();
  const end = async (caseNumber: string): Promise<void> => {
    const of = await queryClient.fetchQuery({ ...caseQueryOf(caseNumber), staleTime: 0 });
    open({ name: 'end-incident', target: { caseNumber, revision: of.revision }, situation: { role, case: of } });
  };
  return {
    drawer,
    of: ({ caseNumber, endedAt }: Incident) => (MAY_END.has(role) && !endedAt ? () => void end(caseNumber) : undefined),
  };
}
