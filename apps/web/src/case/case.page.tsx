import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useParams } from 'react-router';
import type { Case } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { MergedFacts } from '../intake/merged-facts.tsx';
import { SimilarCases } from '../intake/similar-cases.tsx';
import { SuggestedWays } from '../intake/suggested-ways.tsx';
import { MeetingCard } from '../joint-meeting/meeting-card.tsx';
import { useWords } from '../language/use-words.ts';
import { ReportCard } from '../special-report/report-card.tsx';
import { dateTime } from '../time/local-time.ts';
import { ByCaseClock } from '../training/training-clock.tsx';
import { TrainingTag } from '../training/training-tag.tsx';
import { serverNow } from '../time/clock.ts';
import type { OpenAction } from './ask-of-action.ts';
import { Assignments } from './assignments.tsx';
import { CaseActions } from './case-actions-bar.tsx';
import { CaseFacts } from './case-facts.tsx';
import { caseQueryOf } from './case-queries.ts';
import { StageTag, UrgencyTag } from './case-tags.tsx';
import './case.css';
import { Course } from './course.tsx';
import { Deadlines } from './deadlines.tsx';
import { EmergencyCard } from './emergency-card.tsx';
import { Files } from './files.tsx';
import { NextStep } from './next-step.tsx';
import { Proposals } from './proposals.tsx';

/** A case: what was asked, who works on it until when, what happened, and what this person may do now. */
export function Component() {
  const { caseNumber = '' } = useParams();
  const query = useQuery(caseQueryOf(caseNumber));
  return (
    <Loaded query={query} rows={12}>
      {(shown) => <CasePage shown={shown} />}
    </Loaded>
  );
}

function CasePage({ shown }: { shown: Case }) {
  const { t } = useWords();
  const { open, drawer } = useActionDrawer();
  const { caseNumber, stage, urgency, title } = shown;
  return (
    <Page
      title={title}
      beside={
        <span className="row">
          <span className="tabular quiet">{caseNumber}</span>
          <TrainingTag caseNumber={caseNumber} />
          <StageTag stage={stage} />
          <UrgencyTag urgency={urgency} />
        </span>
      }
      extra={
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('frame.print')}
        </Button>
      }
    >
      <p className="print-only quiet">{t('case.printedAt', { at: dateTime(serverNow()) })}</p>
      <ByCaseClock of={shown}>
        <div className="stack">
          <NextStep of={shown} />
          <CaseActions of={shown} open={open} />
          <div className="case-grid">
            <div className="stack">
              <Parts of={shown} open={open} />
            </div>
            <Deadlines of={shown} />
          </div>
        </div>
      </ByCaseClock>
      {drawer}
    </Page>
  );
}

/** The parts of a case, each as far as there is any. */
function Parts({ of: shown, open }: { of: Case; open: OpenAction }) {
  const { t } = useWords();
  return (
    <>
      <MergedFacts of={shown} />
      <CaseFacts of={shown} />
      <EmergencyCard of={shown} open={open} />
      <Files of={shown} />
      <SuggestedWays of={shown} open={open} />
      <SimilarCases of={shown} open={open} />
      <Assignments of={shown} open={open} />
      {shown.proposals.length > 0 && <Proposals of={shown} open={open} />}
      {shown.meetings.length > 0 && (
        <Card title={t('case.meetings')}>
          {shown.meetings.map((meeting) => (
            <MeetingCard key={meeting.meetingId} meeting={meeting} open={open} />
          ))}
        </Card>
      )}
      {shown.reports.length > 0 && (
        <Card title={t('case.reports')}>
          {shown.reports.map((report) => (
            <ReportCard key={report.reportId} report={report} open={open} />
          ))}
        </Card>
      )}
      <Card title={t('case.timeline')}>
        <Course timeline={shown.timeline} of={shown} />
      </Card>
    </>
  );
}
