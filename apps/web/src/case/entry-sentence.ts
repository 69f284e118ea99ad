import type { TimelineEntry } from '@hotline/contracts-http';
import type { Speech } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';
import { flagIn, objectsIn, textIn, textsIn, type Payload } from './payload.ts';
import { partsOfSubject, rungWords } from './rung-words.ts';

/** Who is meant by the ids of a case. */
export interface Names {
  readonly unit: (unitId: string) => string;
  /** The unit of an assignment. */
  readonly assigned: (assignmentId: string) => string;
}

type Sentence = (payload: Payload, speech: Speech, names: Names) => string;

const unitOf = (payload: Payload, { assigned }: Names): string => assigned(textIn(payload, 'assignmentId'));
const at = (payload: Payload, field: string): string =>
  textIn(payload, field) ? dateTime(textIn(payload, field)) : '';
const behalf = (payload: Payload, { t }: Speech): string => (flagIn(payload, 'onBehalf') ? t('event.onBehalf') : '');
const yesNo = (payload: Payload, field: string, { t }: Speech): string =>
  t(flagIn(payload, field) ? 'frame.yes' : 'frame.no');
const listOf = ({ language }: Speech, items: readonly string[]): string => items.join(language === 'zh' ? '、' : ', ');

const SENTENCES: Readonly<Record<string, Sentence>> = {
  CaseDeclined: (payload, { t, word }) =>
    t('event.CaseDeclined', { reason: word('declineReason', textIn(payload, 'reason')) }),
  CaseAssigned: (payload, speech, { unit }) => {
    const units = objectsIn(payload, 'assignments').map(
      (assigned) => `${unit(textIn(assigned, 'unitId'))} (${speech.word('assignmentRole', textIn(assigned, 'role'))})`,
    );
    return speech.t('event.CaseAssigned', { units: listOf(speech, units) });
  },
  AssignmentAcknowledged: (payload, speech, names) =>
    speech.t('event.AssignmentAcknowledged', { unit: unitOf(payload, names), behalf: behalf(payload, speech) }),
  AssignmentReturned: (payload, { t }, names) =>
    t('event.AssignmentReturned', {
      unit: unitOf(payload, names),
      count: Number(textIn(payload, 'returnNumber')),
      approvedBy: textIn(payload, 'approvedBy'),
    }),
  ReturnRuled: (payload, { t, word }, names) =>
    t('event.ReturnRuled', { unit: unitOf(payload, names), ruling: word('ruling', textIn(payload, 'ruling')) }),
  ExtensionRequested: (payload, { t }, names) =>
    t('event.ExtensionRequested', { unit: unitOf(payload, names), days: textIn(payload, 'workingDays') }),
  ExtensionDecided: (payload, { t }, names) =>
    flagIn(payload, 'granted')
      ? t('event.ExtensionGranted', { unit: unitOf(payload, names), due: at(payload, 'dueAt') })
      : t('event.ExtensionRefused', { unit: unitOf(payload, names) }),
  AssignmentSuspended: (payload, { t, word }, names) =>
    t('event.AssignmentSuspended', {
      unit: unitOf(payload, names),
      cause: word('suspensionCause', textIn(payload, 'cause')),
      at: at(payload, 'reviewAt'),
    }),
  AssignmentResumed: (payload, { t }, names) =>
    t('event.AssignmentResumed', { unit: unitOf(payload, names), due: at(payload, 'dueAt') }),
  InterimReported: (payload, speech, names) =>
    speech.t('event.InterimReported', { unit: unitOf(payload, names), behalf: behalf(payload, speech) }),
  FeedbackSubmitted: (payload, speech, names) =>
    speech.t('event.FeedbackSubmitted', {
      unit: unitOf(payload, names),
      outcome: speech.word('outcome', textIn(payload, 'outcome')),
      contactedAt: at(payload, 'contactedAt'),
      method: speech.word('contactMethod', textIn(payload, 'contactMethod')),
      behalf: behalf(payload, speech),
    }),
  FeedbackReviewed: (payload, { t }, names) =>
    t(flagIn(payload, 'accepted') ? 'event.FeedbackAccepted' : 'event.FeedbackRejected', {
      unit: unitOf(payload, names),
    }),
  CallbackRecorded: (payload, speech) =>
    textIn(payload, 'result') === 'reached'
      ? speech.t('event.CallbackReached', {
          satisfaction: speech.word('satisfaction', textIn(payload, 'satisfaction')),
          contacted: yesNo(payload, 'contactedByUnit', speech),
          solved: yesNo(payload, 'solved', speech),
        })
      : speech.t('event.CallbackNotReached', { result: speech.word('callbackResult', textIn(payload, 'result')) }),
  RedoOrdered: (payload, { t }) => t('event.RedoOrdered', { count: Number(textIn(payload, 'redoNumber')) }),
  SecondLookOrdered: (payload, { t }) => t('event.SecondLookOrdered', { at: at(payload, 'lookBy') }),
  SecondLookRecorded: (payload, { t }) =>
    t(flagIn(payload, 'stands') ? 'event.SecondLookStands' : 'event.SecondLookFails'),
  CaseClosed: (payload, { t, word }) =>
    t('event.CaseClosed', {
      outcome: word('outcome', textIn(payload, 'outcome')),
      reason: word('closeReason', textIn(payload, 'reason')),
    }),
  UrgingCallRecorded: (payload, { t }, names) => t('event.UrgingCallRecorded', { unit: unitOf(payload, names) }),
  NoticeIssued: (payload, { t, word }, names) =>
    t('event.NoticeIssued', { unit: unitOf(payload, names), notice: word('issuedNotice', textIn(payload, 'notice')) }),
  OnSiteSessionRecorded: (payload, { t }, names) => t('event.OnSiteSessionRecorded', { unit: unitOf(payload, names) }),
  ProposalMade: (payload, { t, word }) =>
    t('event.ProposalMade', { kind: word('proposalKind', textIn(payload, 'kind')), at: at(payload, 'decideBy') }),
  ProposalDecided: (payload, { t, word }) =>
    textIn(payload, 'decision') === 'not-now'
      ? t('event.ProposalPostponed', { until: at(payload, 'until') })
      : t('event.ProposalDecided', { decision: word('proposalDecision', textIn(payload, 'decision')) }),
  MeetingConvened: (payload, speech, { unit }) =>
    speech.t(flagIn(payload, 'automatic') ? 'event.MeetingConvenedAutomatically' : 'event.MeetingConvened', {
      at: at(payload, 'startsAt'),
      units: listOf(speech, textsIn(payload, 'unitIds').map(unit)),
    }),
  MeetingEnded: (payload, { t, word }) =>
    t('event.MeetingEnded', { result: word('meetingResult', textIn(payload, 'result')) }),
  SpecialReportSubmitted: (payload, { t }) =>
    t(flagIn(payload, 'automatic') ? 'event.SpecialReportSubmittedAutomatically' : 'event.SpecialReportSubmitted'),
  InstructionGiven: (payload, { t }) => t('event.InstructionGiven', { due: at(payload, 'dueAt') }),
  SpecialReportEnded: (payload, { t, word }) =>
    t('event.SpecialReportEnded', { result: word('reportResult', textIn(payload, 'result')) }),
  ReportSubmitted: (payload, { t }) =>
    t(flagIn(payload, 'automatic') ? 'event.ReportSubmittedAutomatically' : 'event.ReportSubmitted', {
      at: at(payload, 'instructionBy'),
    }),
  ReportEnded: (payload, { t, word }) =>
    t('event.ReportEnded', { result: word('reportResult', textIn(payload, 'result')) }),
  RungActed: (payload, speech, { assigned }) => {
    const subject = textIn(payload, 'subject');
    const rung = rungWords(speech, subject, textIn(payload, 'rung'));
    const { assignmentId } = partsOfSubject(subject);
    return assignmentId ? speech.t('event.RungActedUnit', { unit: assigned(assignmentId), rung }) : rung;
  },
};

/** What happened, as one sentence; an event the page does not know is named as the ledger names it. */
export function entrySentence({ type, payload }: TimelineEntry, speech: Speech, names: Names): string {
  return SENTENCES[type]?.(payload, speech, names) ?? speech.t(`event.${type}` as never, { defaultValue: type });
}

/** What was sent or given out with an event: `黄色预警 → 承办人`. */
export function consequencesOf({ payload }: TimelineEntry, { word }: Speech): string[] {
  return objectsIn(payload, 'effects').flatMap((effect) => {
    const [kind, what = '', whom = ''] = textIn(effect, 'code').split(':');
    if (kind === 'notice') return [`${word('noticeKind', what)} → ${word('recipient', whom)}`];
    return kind === 'task' ? [`${word('taskKind', what)} → ${word('queue', whom)}`] : [];
  });
}
