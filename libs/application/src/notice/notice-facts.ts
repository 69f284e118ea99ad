import { namesOfSubDesks } from '../organisation/names.ts';
import { hidesCaller, nextAction, type Instant, type NoticeKind } from '@hotline/domain';
import type { NoticeFacts, NoticeFactsByKind } from '@hotline/notifications';
import type { Notice } from '@hotline/persistence';
import { numberOfSheet } from '../fax/fax-sheet.ts';
import { cancellationFacts, meetingFacts, minutesFacts, pollFacts, resolutionFacts } from './meeting-notice-facts.ts';
import { emergencyDeclaredFacts, minutesLateFacts, urgentReportFacts } from './emergency-notice-facts.ts';
import { aboutAssignment, aboutCase, assignmentOf, caseEvent, eventOf, type NoticeSource } from './notice-source.ts';
import {
  leaderAnswerFacts,
  missingSlipFacts,
  numberedFacts,
  onSiteFacts,
  questionFacts,
} from './supervision-notice-facts.ts';
import {
  instructionFacts,
  openInstructionFacts,
  partSentBackFacts,
  reportFacts,
  specialReportFacts,
  weeklyFolderFacts,
} from './report-notice-facts.ts';

type Told<Kind extends NoticeKind> = Omit<NoticeFactsByKind[Kind], keyof NoticeFactsByKind['task-digest']>;
/** Kinds that are told from elsewhere than from a case. */
type ToldElsewhere =
  | 'task-digest'
  | 'missed-call-overdue'
  | `article-${string}`
  | `stay-${string}`
  | `conference-${string}`
  | `center-invitation${string}`;
type Tellers = {
  readonly [Kind in Exclude<NoticeKind, ToldElsewhere>]: (
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
  const tell = TELLERS[notice.kind as Exclude<NoticeKind, ToldElsewhere>] as (
    source: NoticeSource,
    notice: Notice,
  ) => Promise<object>;
  return { kind: notice.kind, ...base, ...(await tell(source, notice)) } as NoticeFacts;
}

/** When the next rung of the same ladder acts. */
function nextAt(source: NoticeSource, notice: Notice): { nextAt?: Instant } {
  const at = source.caseState.ladders.running[notice.subject]?.rungs[0]?.at;
  return at ? { nextAt: at } : {};
}

function supervision(source: NoticeSource, notice: Notice) {
  const issued = caseEvent(source, notice, 'NoticeIssued');
  const text = issued ? { text: source.words(issued.text) } : {};
  return { ...aboutAssignment(source, notice), ...numberedFacts(source, notice), ...text, ...nextAt(source, notice) };
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
  'fax-sheet': (source, notice) => {
    const { id, acknowledgeBy } = assignmentOf(source, notice);
    const sheet = caseEvent(source, notice, 'FaxResent')?.sheet ?? 1;
    return { ...aboutAssignment(source, notice), acknowledgeBy, number: numberOfSheet(source.caseNumber, id, sheet) };
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
  'minutes-late': minutesLateFacts,
  'emergency-declared': emergencyDeclaredFacts,
  'urgent-report': urgentReportFacts,
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
  'dispute-ruled'(source, notice) {
    const ruled = caseEvent(source, notice, 'DisputeRuled');
    const opinion = ruled?.staffingOpinion ? { staffingOpinion: source.words(ruled.staffingOpinion) } : {};
    return { ...aboutAssignment(source, notice), text: source.words(ruled?.text), ...opinion };
  },
  'extension-decided'(source, notice) {
    const decided = caseEvent(source, notice, 'ExtensionDecided');
    return {
      ...aboutAssignment(source, notice),
      granted: decided?.granted ?? false,
      text: source.words(decided?.text),
    };
  },
  'contact-reminder': (source, notice) => {
    const by = caseEvent(source, notice, 'RungActed')?.plannedAt;
    return { ...aboutAssignment(source, notice), ...(by ? { contactBy: by } : {}) };
  },
  'feedback-rejected': (source, notice) => ({
    ...aboutAssignment(source, notice),
    reason: source.words(caseEvent(source, notice, 'FeedbackReviewed')?.text),
  }),
  'handed-over-within': async (source, notice) => {
    const handed = caseEvent(source, notice, 'HandedOverWithin');
    const id = handed?.toSubDeskId ?? '';
    const subDesk = (await namesOfSubDesks(source.em, [id].filter(Boolean)))(id);
    return {
      ...aboutAssignment(source, notice),
      ...(subDesk ? { subDesk } : {}),
      ...(handed?.text ? { text: source.words(handed.text) } : {}),
    };
  },
  'term-changed': (source, notice) => ({
    ...aboutAssignment(source, notice),
    reason: source.words(caseEvent(source, notice, 'TermChanged')?.termReason),
  }),
  'feedback-proposed': (source, notice) => {
    const by = caseEvent(source, notice, 'FeedbackProposed')?.decideBy;
    return { ...aboutAssignment(source, notice), ...(by ? { decideBy: by } : {}) };
  },
  'feedback-sent-back': (source, notice) => ({
    ...aboutAssignment(source, notice),
    reason: source.words(caseEvent(source, notice, 'FeedbackProposalDecided')?.text),
  }),
  redo(source, notice) {
    const reopened = caseEvent(source, notice, 'CaseReopened');
    const redone = caseEvent(source, notice, 'RedoOrdered');
    const about = aboutAssignment(source, notice);
    if (reopened) return { ...about, cause: 'reopened', text: source.words(reopened.text) };
    return { ...about, cause: 'dissatisfied', ...(redone ? { redoNumber: redone.redoNumber } : {}) };
  },
  'call-again'(source, notice) {
    const text = caseEvent(source, notice, 'CallRecorded')?.text;
    // Who reported a violation is not to be known by how he speaks.
    const said = text && !hidesCaller(source.caseState) ? { text: source.words(text) } : {};
    return { ...aboutAssignment(source, notice), calls: source.caseState.calledAt.length, ...said };
  },
  'urgency-raised'(source, notice) {
    const raised = caseEvent(source, notice, 'UrgencyRaised');
    const { calls = 0, days = 0, to = source.caseState.urgency } = raised ?? {};
    return { ...aboutAssignment(source, notice), calls, days, urgency: to };
  },
  incident(source, notice) {
    const opened = caseEvent(source, notice, 'IncidentOpened');
    const { callers = 0, minutes = 0, cases = [] } = opened ?? {};
    return { ...aboutCase(source), callers, minutes, cases: [...cases, source.caseNumber] };
  },
  withdrawn: (source, notice) => ({ ...aboutCase(source), unitName: source.unitName(notice.unitId) }),
  proposal(source, notice) {
    const made = caseEvent(source, notice, 'ProposalMade');
    if (!made) throw new Error(`notice ${notice.key} is about no proposal`);
    const unitName = notice.unitId ? { unitName: source.unitName(notice.unitId) } : {};
    return { ...aboutCase(source), proposal: made.kind, due: made.decideBy, ...unitName };
  },
  'on-site-session': async (source, notice) => ({
    ...aboutAssignment(source, notice),
    automatic: eventOf(source, notice)?.type === 'ProposalHappened',
    ...(await onSiteFacts(source, notice)),
  }),
  talk: (source, notice) => ({
    ...aboutAssignment(source, notice),
    automatic: eventOf(source, notice)?.type === 'ProposalHappened',
    ...numberedFacts(source, notice),
  }),
  'public-criticism': (source, notice) => ({
    ...aboutAssignment(source, notice),
    ...numberedFacts(source, notice),
    text: source.words(caseEvent(source, notice, 'CriticismPublished')?.text),
  }),
  'return-slip-missing': (source, notice) => ({
    ...aboutAssignment(source, notice),
    ...missingSlipFacts(source, notice),
  }),
  'leader-question': questionFacts,
  'leader-question-due': questionFacts,
  'leader-answer': leaderAnswerFacts,
  'meeting-invitation': meetingFacts,
  'meeting-update': meetingFacts,
  'meeting-poll': pollFacts,
  'meeting-cancellation': cancellationFacts,
  'meeting-reminder': meetingFacts,
  'meeting-minutes': minutesFacts,
  resolution: resolutionFacts,
  'resolution-due': resolutionFacts,
  'special-report': specialReportFacts,
  'weekly-folder': weeklyFolderFacts,
  'instruction-reminder': reportFacts,
  'instruction-overdue': reportFacts,
  instruction: instructionFacts,
  'instruction-due': instructionFacts,
  'part-sent-back': partSentBackFacts,
  'instruction-open': openInstructionFacts,
  'desk-overdue': (source, notice) => {
    const [first, second] = notice.subject.split('/');
    const matter = second && first !== 'resolution' && first !== 'part-review' ? second : first;
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
