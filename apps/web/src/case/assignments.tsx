import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag, Tooltip } from 'antd';
import type { Assignment, Case, Role } from '@hotline/contracts-http';
import { Fact, Figures } from '../frame/fact.tsx';
import { Mark } from '../frame/mark.tsx';
import { useWords } from '../language/use-words.ts';
import { useUnitName } from '../organisation/organisation.ts';
import { subDesksQueryOf } from '../people/people-queries.ts';
import { useMe } from '../session/use-me.ts';
import { Due } from '../time/due.tsx';
import { dateTime } from '../time/local-time.ts';
import { askOfAction, type OpenAction } from './ask-of-action.ts';
import { StatusTag } from './case-tags.tsx';

/** Who works on the case, until when, and what may be done about each duty now. */
export function Assignments({ of, open }: { of: Case; open: OpenAction }) {
  const { t } = useWords();
  const bound = of.assignments.filter(({ status }) => status !== 'withdrawn');
  const withdrawn = of.assignments.filter(({ status }) => status === 'withdrawn');
  return (
    <Card title={t('case.assignments')}>
      {of.assignments.length === 0 && <span className="quiet">{t('case.noAssignments')}</span>}
      {[...bound, ...withdrawn].map((assignment) => (
        <Duty key={assignment.id} assignment={assignment} of={of} open={open} />
      ))}
    </Card>
  );
}

/** Who sees cases and is not of the center. */
const NOT_OF_CENTER: ReadonlySet<Role> = new Set(['deputy-mayor', 'mayor', 'administrator']);

const CALLED_FOR = new Set([
  'acknowledge',
  'rule-return',
  'decide-extension',
  'submit-feedback',
  'review',
  'resume',
  'decide-feedback-proposal',
]);

function Duty({ assignment, of, open }: { assignment: Assignment; of: Case; open: OpenAction }) {
  const { t, word } = useWords();
  const { role, unitId: own } = useMe();
  const unitName = useUnitName();
  const desks = useQuery({ ...subDesksQueryOf(own), enabled: own !== undefined });
  const { id, unitId, status, designated, member, provisional, subDeskName } = assignment;
  // A unit without sub-desks has nobody to hand over to.
  const actions = of.actions.filter(
    ({ assignmentId, type }) => assignmentId === id && (type !== 'hand-over-within' || desks.data?.length),
  );
  return (
    <section className="assignment" aria-label={unitName(unitId)}>
      <div className="assignment-head">
        <h3>{unitName(unitId)}</h3>
        <span className="quiet">{word('assignmentRole', assignment.role)}</span>
        <StatusTag status={status} />
        {subDeskName && <Tag>{subDeskName}</Tag>}
        {designated && <Tag>{t('case.designated')}</Tag>}
        {!member && <Tag>{t('case.offline')}</Tag>}
        {provisional && (
          <Tooltip title={t('case.provisionalHint')}>
            <Tag>{t('case.provisional')}</Tag>
          </Tooltip>
        )}
      </div>
      {status !== 'withdrawn' && <DutyFacts assignment={assignment} />}
      {assignment.fax && <FaxSheet fax={assignment.fax} caseNumber={of.caseNumber} assignmentId={id} />}
      {actions.length > 0 && (
        <div className="assignment-actions no-print">
          {actions.map((action) => (
            <Button
              key={action.type}
              size="small"
              type={CALLED_FOR.has(action.type) ? 'primary' : 'default'}
              onClick={() => open(askOfAction(action, of, role))}
            >
              {t(`action.name.${action.type}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

function DutyFacts({ assignment }: { assignment: Assignment }) {
  const { t, word } = useWords();
  const {
    status,
    startedAt,
    acknowledgeBy,
    acknowledgedAt,
    dueAt,
    extendedDays,
    extensionPending,
    heldSince,
    booksReviewAt,
    outcome,
  } = assignment;
  const stands =
    status === 'suspended' || status === 'return-pending' || status === 'feedback' || status === 'accepted';
  const notes = [
    extendedDays > 0 ? t('case.extended', { days: extendedDays }) : '',
    extensionPending ? t('case.extensionAsked', { days: extensionPending.workingDays }) : '',
    heldSince ? t('case.heldSince', { at: dateTime(heldSince) }) : '',
    assignment.feedbackProposed ? t('people.feedbackProposed') : '',
    booksReviewAt ? t('case.booksReview', { at: dateTime(booksReviewAt) }) : '',
  ].filter(Boolean);
  return (
    <>
      <dl className="case-facts">
        <Fact name={t('case.startedAt')}>
          <Figures>{dateTime(startedAt)}</Figures>
        </Fact>
        <Fact name={t(acknowledgedAt ? 'case.acknowledgedAt' : 'case.acknowledgeBy')}>
          <Due at={acknowledgedAt ?? acknowledgeBy} since={startedAt} over={acknowledgedAt !== undefined} />
        </Fact>
        <Fact name={t('case.dueAt')}>
          <Due at={dueAt} since={startedAt} over={stands} />
        </Fact>
        <Fact name={t('case.outcome')}>{outcome && word('outcome', outcome)}</Fact>
      </dl>
      {notes.map((note) => (
        <div key={note} className="quiet">
          {note}
        </div>
      ))}
    </>
  );
}

const FAX_TONES = { delivered: 'good', failed: 'bad' } as const;

interface FaxSheetProps {
  readonly fax: NonNullable<Assignment['fax']>;
  readonly caseNumber: string;
  readonly assignmentId: string;
}

/** 传真交办单: which sending it is, whether it has arrived, and the sheet itself for the center. */
function FaxSheet({ fax: { by, sheet, result }, caseNumber, assignmentId }: FaxSheetProps) {
  const { t, word } = useWords();
  const { role, unitId } = useMe();
  const isOfCenter = !unitId && !NOT_OF_CENTER.has(role);
  return (
    <div className="row">
      <span>{t('case.faxSheet', { sheet, by: word('faxWay', by) })}</span>
      <Mark tone={result ? FAX_TONES[result] : 'waits'}>{result ? word('faxResult', result) : t('case.faxWaits')}</Mark>
      {isOfCenter && (
        <a className="no-print" href={`/api/v1/cases/${caseNumber}/assignments/${assignmentId}/fax-sheet`} download>
          {t('case.faxDownload')}
        </a>
      )}
    </div>
  );
}
