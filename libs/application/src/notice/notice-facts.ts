import {
  nextAction,
  type CaseEventType,
  type CasePayloads,
  type CaseState,
  type Instant,
  type NoticeKind,
} from '@hotline/domain';
import type { NoticeFacts, NoticeFactsByKind } from '@hotline/notifications';
import type { Notice } from '@hotline/persistence';
import { meetingFacts, resolutionFacts } from './meeting-notice-facts.ts';
import { eventOf, type NoticeSource } from './notice-source.ts';
import { instructionFacts, reportFacts, specialReportFacts } from './report-notice-facts.ts';

type Told<Kind extends NoticeKind> = Omit<NoticeFactsByKind[Kind], keyof NoticeFactsByKind['task-digest']>;
type Tellers = {
  readonly [Kind in Exclude<NoticeKind, 'task-digest'>]: (
    source: NoticeSource,
    notice: Notice,
  ) => Told<Kind> | Promise<Told<Kind>>;
};

/** What a notice says, from the ledger as it stands when it is sent. */
export async function noticeFacts(source: NoticeSource, notice: Notice): Promise<NoticeFacts> {
  const base = {
    key: notice.key,
    recipientName: notice.recipientName,
    at: notice.createdAt.toISOString(),
    link: `${source.publicUrl}/cases/${source.caseNumber}`,
  };
  const tell = TELLERS[notice.kind as Exclude<NoticeKind, 'task-digest'>] as (
    source: NoticeSource,
    notice: Notice,
  ) => Promise<object>;
  return { kind: notice.kind, ...base, ...(await tell(source, notice)) } as NoticeFacts;
}

const aboutCase = ({ caseNumber, title }: NoticeSource) => ({ caseNumber, title });

function assignmentOf(source: NoticeSource, notice: Notice): CaseState['assignments'][string] {
  const id = notice.subject.split('/')[0] ?? '';
  const assignment = source.caseState.assignments[id];
  if (!assignment) throw new Error(`notice ${notice.key} is about no assignment`);
  return assignment;
}

function aboutAssignment(source: NoticeSource, notice: Notice) {
  const { unitId, role, dueAt } = assignmentOf(source, notice);
  return { ...aboutCase(source), unitName: source.unitName(unitId), role, due: dueAt };
}

function caseEvent<Type extends CaseEventType>(
  source: NoticeSource,
  notice: Notice,
  type: Type,
): CasePayloads[Type] | undefined {
  const event = eventOf(source, notice);
  return event?.type === type ? (event.payload as CasePayloads[Type]) : undefined;
}

/** When the next rung of the same ladder acts. */
function nextAt(source: NoticeSource, notice: Notice): { nextAt?: Instant } {
  const at = source.caseState.ladders.running[notice.subject]?.rungs[0]?.at;
  return at ? { nextAt: at } : {};
}

function supervision(source: NoticeSource, notice: Notice) {
  const serial = source.events.filter(({ type, payload, number }) => {
    const said = type === 'NoticeIssued' || type === 'RungActed';
    return (
      said &&
      number <= (notice.eventNumber ?? 0) &&
      (payload.effects ?? []).some(({ code }) => code.startsWith(`notice:${notice.kind}:`))
    );
  }).length;
  const issued = caseEvent(source, notice, 'NoticeIssued');
  const text = issued ? { text: source.words(issued.text) } : {};
  return { ...aboutAssignment(source, notice), serial: Math.max(1, serial), ...text, ...nextAt(source, notice) };
}

const TELLERS: Tellers = {
  assignment(source, notice) {
    const { acknowledgeBy, designated, provisional, role } = assignmentOf(source, notice);
    const assigned = caseEvent(source, notice, 'CaseAssigned');
    return {
      ...aboutAssignment(source, notice),
      role,
      urgency: source.caseState.urgency,
      acknowledgeBy,
      designated,
      provisional,
      quality: source.words(assigned?.quality),
      feedback: source.words(assigned?.feedback),
    };
  },
  'acknowledge-reminder': (source, notice) => ({
    ...aboutAssignment(source, notice),
    urgency: source.caseState.urgency,
    acknowledgeBy: assignmentOf(source, notice).acknowledgeBy,
  }),
  yellow: aboutAssignment,
  red: (source, notice) => ({ ...aboutAssignment(source, notice), ...nextAt(source, notice) }),
  'urging-notice': supervision,
  'supervision-notice': supervision,
  'still-overdue': aboutAssignment,
  'first-report-missing': aboutAssignment,
  'return-ruled'(source, notice) {
    const ruled = caseEvent(source, notice, 'ReturnRuled');
    const { unitName, due } = aboutAssignment(source, notice);
    const ruling = ruled?.ruling ?? 'rejected';
    return {
      ...aboutCase(source),
      unitName,
      ruling,
      text: source.words(ruled?.text),
      ...(ruling === 'accepted' ? {} : { due }),
    };
  },
  'extension-decided'(source, notice) {
    const decided = caseEvent(source, notice, 'ExtensionDecided');
    return {
      ...aboutAssignment(source, notice),
      granted: decided?.granted ?? false,
      text: source.words(decided?.text),
    };
  },
  'feedback-rejected': (source, notice) => ({
    ...aboutAssignment(source, notice),
    reason: source.words(caseEvent(source, notice, 'FeedbackReviewed')?.text),
  }),
  redo(source, notice) {
    const reopened = caseEvent(source, notice, 'CaseReopened');
    const redone = caseEvent(source, notice, 'RedoOrdered');
    const about = aboutAssignment(source, notice);
    if (reopened) return { ...about, cause: 'reopened', text: source.words(reopened.text) };
    return { ...about, cause: 'dissatisfied', ...(redone ? { redoNumber: redone.redoNumber } : {}) };
  },
  withdrawn: (source, notice) => ({ ...aboutCase(source), unitName: source.unitName(notice.unitId) }),
  proposal(source, notice) {
    const made = caseEvent(source, notice, 'ProposalMade');
    if (!made) throw new Error(`notice ${notice.key} is about no proposal`);
    const unitName = notice.unitId ? { unitName: source.unitName(notice.unitId) } : {};
    return { ...aboutCase(source), proposal: made.kind, due: made.decideBy, ...unitName };
  },
  'on-site-session': (source, notice) => ({
    ...aboutAssignment(source, notice),
    automatic: eventOf(source, notice)?.type === 'ProposalHappened',
  }),
  talk: (source, notice) => ({
    ...aboutAssignment(source, notice),
    automatic: eventOf(source, notice)?.type === 'ProposalHappened',
  }),
  'meeting-invitation': meetingFacts,
  'meeting-update': meetingFacts,
  'meeting-cancellation': meetingFacts,
  'meeting-reminder': meetingFacts,
  resolution: resolutionFacts,
  'resolution-due': resolutionFacts,
  'special-report': specialReportFacts,
  'instruction-reminder': reportFacts,
  'instruction-overdue': reportFacts,
  instruction: instructionFacts,
  'instruction-due': instructionFacts,
  'desk-overdue': (source, notice) => {
    const [first, second] = notice.subject.split('/');
    const matter = second && first !== 'resolution' ? second : first;
    const due = notice.dueAt?.toISOString() ?? nextAction(source.streamState)?.at;
    const unit = notice.unitId ? { unitName: source.unitName(notice.unitId) } : {};
    return {
      ...aboutCase(source),
      matter: matter as NoticeFactsByKind['desk-overdue']['matter'],
      ...unit,
      ...(due ? { due } : {}),
    };
  },
};
