import type { TimelineEntry } from '@hotline/contracts-http';
import type { Speech } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';
import { RULES_SENTENCES } from '../rules-change/rules-sentences.ts';
import { EMERGENCY_SENTENCES } from './emergency-sentences.ts';
import { flagIn, objectsIn, textIn, textsIn, type Payload } from './payload.ts';
import { partsOfSubject, rungWords } from './rung-words.ts';

/** Who is meant by the ids of a case. */
export interface Names {
  /** The case whose ids they are, where it is one. */
  readonly caseNumber?: string;
  readonly unit: (unitId: string) => string;
  /** The unit of an assignment. */
  readonly assigned: (assignmentId: string) => string;
}

type Sentence = (payload: Payload, speech: Speech, names: Names) => string;

const unitOf = (payload: Payload, { assigned }: Names): string => assigned(textIn(payload, 'assignmentId'));
const at = (payload: Payload, field: string): string =>
  textIn(payload, field) ? dateTime(textIn(payload, field)) : '';
const behalf = (payload: Payload, { t, word }: Speech): string => {
  if (!flagIn(payload, 'onBehalf')) return '';
  const way = textIn(payload, 'way');
  return way ? t('event.onBehalfBy', { way: word('answerWay', way) }) : t('event.onBehalf');
};
const yesNo = (payload: Payload, field: string, { t }: Speech): string =>
  t(flagIn(payload, field) ? 'frame.yes' : 'frame.no');
const listOf = ({ language }: Speech, items: readonly string[]): string => items.join(language === 'zh' ? '、' : ', ');

/** 〔2026〕17号; nothing for a training's paper. */
function numberIn(payload: Payload): string {
  const number = payload['number'] as { readonly year?: unknown; readonly serial?: unknown } | undefined;
  return number ? `〔${String(number.year)}〕${String(number.serial)}号` : '';
}

const SENTENCES: Readonly<Record<string, Sentence>> = {
  ...EMERGENCY_SENTENCES,
  ...RULES_SENTENCES,
  RequestClassified: (payload, { t, word }) =>
    t('event.RequestClassified', { kind: word('kind', textIn(payload, 'kind')) }),
  CallRecorded: (payload, { t }) =>
    t(flagIn(payload, 'another') ? 'event.CallRecordedOther' : 'event.CallRecorded', {
      count: Number(textIn(payload, 'callNumber')),
    }),
  UrgencyRaised: (payload, { t, word }) =>
    t('event.UrgencyRaised', {
      calls: Number(textIn(payload, 'calls')),
      days: Number(textIn(payload, 'days')),
      to: word('urgency', textIn(payload, 'to')),
    }),
  CaseMerged: (payload, { t }, { caseNumber }) =>
    textIn(payload, 'merged') === caseNumber
      ? t('event.CaseMergedInto', { lead: textIn(payload, 'lead') })
      : t('event.CaseMerged', { merged: textIn(payload, 'merged') }),
  CaseUnmerged: (payload, { t }, { caseNumber }) =>
    textIn(payload, 'merged') === caseNumber
      ? t('event.CaseUnmergedFrom', { lead: textIn(payload, 'lead') })
      : t('event.CaseUnmerged', { merged: textIn(payload, 'merged') }),
  IncidentOpened: (payload, { t }) =>
    t('event.IncidentOpened', {
      callers: Number(textIn(payload, 'callers')),
      minutes: Number(textIn(payload, 'minutes')),
    }),
  IncidentJoined: (payload, { t }) => t('event.IncidentJoined', { incident: textIn(payload, 'incident') }),
  CaseDeclined: (payload, { t, word }) =>
    t('event.CaseDeclined', { reason: word('declineReason', textIn(payload, 'reason')) }),
  CaseAssigned: (payload, speech, { unit }) => {
    const units = objectsIn(payload, 'assignments').map(
      (assigned) => `${unit(textIn(assigned, 'unitId'))} (${speech.word('assignmentRole', textIn(assigned, 'role'))})`,
    );
    return speech.t('event.CaseAssigned', { units: listOf(speech, units) });
  },
  DisputeRaised: (payload, speech, names) =>
    speech.t('event.DisputeRaised', {
      unit: unitOf(payload, names),
      units: listOf(speech, textsIn(payload, 'unitIds').map(names.unit)),
      at: at(payload, 'ruleBy'),
    }),
  DisputeRuled: (payload, { t }, { unit }) => t('event.DisputeRuled', { unit: unit(textIn(payload, 'leadUnitId')) }),
  FaxResent: (payload, { t, word }, names) =>
    t('event.FaxResent', {
      unit: unitOf(payload, names),
      count: Number(textIn(payload, 'sheet')),
      by: word('faxWay', textIn(payload, 'by')),
    }),
  FaxReported: (payload, { t, word }, names) =>
    t(textIn(payload, 'result') === 'delivered' ? 'event.FaxDelivered' : 'event.FaxFailed', {
      unit: unitOf(payload, names),
      count: Number(textIn(payload, 'sheet')),
      failure: word('faxFailure', textIn(payload, 'failure')),
    }),
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
  TermChanged: (payload, { t }, names) =>
    t('event.TermChanged', { unit: unitOf(payload, names), due: at(payload, 'dueAt') }),
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
  CitizenContacted: (payload, speech, names) =>
    speech.t('event.CitizenContacted', {
      unit: unitOf(payload, names),
      at: at(payload, 'contactedAt'),
      method: speech.word('contactMethod', textIn(payload, 'contactMethod')),
      behalf: behalf(payload, speech),
    }),
  BooksReviewed: (payload, { t }) => t('event.BooksReviewed', { at: at(payload, 'reviewAt') }),
  SampleLookRecorded: (payload, { t }) =>
    t(flagIn(payload, 'stands') ? 'event.SampleLookStands' : 'event.SampleLookFails'),
  QualityChecked: (payload, { t }) => t('event.QualityChecked', { score: String(payload['score']) }),
  QualityAppealed: (payload, { t }) => t('event.QualityAppealed', { at: at(payload, 'decideBy') }),
  QualityAppealDecided: (payload, { t }) => t('event.QualityAppealDecided', { score: String(payload['score']) }),
  HandedOverWithin: (payload, { t }, names) =>
    t('event.HandedOverWithin', {
      unit: unitOf(payload, names),
      from: textIn(payload, 'fromSubDesk') || t('people.wholeOffice'),
      to: textIn(payload, 'toSubDesk') || t('people.wholeOffice'),
    }),
  FeedbackProposed: (payload, speech, names) =>
    speech.t('event.FeedbackProposed', {
      unit: unitOf(payload, names),
      outcome: speech.word('outcome', textIn(payload, 'outcome')),
    }),
  FeedbackProposalDecided: (payload, { t }, names) =>
    t(flagIn(payload, 'approved') ? 'event.FeedbackApproved' : 'event.FeedbackSentBack', {
      unit: unitOf(payload, names),
    }),
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
  CallbackInvited: (payload, { t }) => t('event.CallbackInvited', { at: at(payload, 'answerBy') }),
  CallbackRecorded: (payload, speech) => {
    if (textIn(payload, 'result') === 'call-later')
      return speech.t('event.CallbackLater', { at: at(payload, 'callAgainAt') });
    return textIn(payload, 'result') === 'reached'
      ? speech.t('event.CallbackReached', {
          satisfaction: speech.word('satisfaction', textIn(payload, 'satisfaction')),
          contacted: yesNo(payload, 'contactedByUnit', speech),
          solved: yesNo(payload, 'solved', speech),
        })
      : speech.t('event.CallbackNotReached', { result: speech.word('callbackResult', textIn(payload, 'result')) });
  },
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
  DocumentIssued: (payload, { t, word }, names) =>
    t('event.DocumentIssued', {
      kind: word('documentKind', textIn(payload, 'kind')),
      number: numberIn(payload),
      unit: unitOf(payload, names),
    }),
  ReturnSlipReceived: (payload, speech, names) =>
    speech.t('event.ReturnSlipReceived', { unit: unitOf(payload, names), behalf: behalf(payload, speech) }),
  OnSiteSessionPlanned: (payload, { t }, names) =>
    t('event.OnSiteSessionPlanned', { unit: unitOf(payload, names), at: at(payload, 'startsAt') }),
  OnSiteSessionCancelled: (payload, { t }, names) =>
    t('event.OnSiteSessionCancelled', { unit: unitOf(payload, names) }),
  OnSiteSessionRecorded: (payload, { t }, names) => t('event.OnSiteSessionRecorded', { unit: unitOf(payload, names) }),
  TalkHeld: (payload, { t }, names) => t('event.TalkHeld', { unit: unitOf(payload, names), at: at(payload, 'heldAt') }),
  CriticismPublished: (payload, { t }, names) => t('event.CriticismPublished', { unit: unitOf(payload, names) }),
  LeaderAsked: (payload, { t }) => t('event.LeaderAsked', { at: at(payload, 'answerBy') }),
  ProposalMade: (payload, { t, word }) =>
    t('event.ProposalMade', { kind: word('proposalKind', textIn(payload, 'kind')), at: at(payload, 'decideBy') }),
  ProposalDecided: (payload, { t, word }) =>
    textIn(payload, 'decision') === 'not-now'
      ? t('event.ProposalPostponed', { until: at(payload, 'until') })
      : t('event.ProposalDecided', { decision: word('proposalDecision', textIn(payload, 'decision')) }),
  MeetingConvened: (payload, speech, { unit }) => {
    const units = listOf(speech, textsIn(payload, 'unitIds').map(unit));
    if (flagIn(payload, 'polled')) return speech.t('event.MeetingConvenedPolling', { units });
    const again = textIn(payload, 'follows') ? 'Again' : '';
    const how = flagIn(payload, 'automatic') ? 'event.MeetingConvenedAutomatically' : `event.MeetingConvened${again}`;
    return speech.t(how as 'event.MeetingConvened', {
      at: at(payload, 'startsAt'),
      units,
    });
  },
  MeetingEnded: (payload, { t, word }) =>
    t('event.MeetingEnded', { result: word('meetingResult', textIn(payload, 'result')) }),
  ConferenceDecided: (payload, { t, word }) =>
    t('event.ConferenceDecided', { decision: word('conferenceDecision', textIn(payload, 'decision')) }),
  ConferenceOpened: (payload, { t }) => t('event.ConferenceOpened', { at: at(payload, 'startsAt') }),
  AgendaDrafted: (payload, { t }) => t('event.AgendaDrafted', { count: objectsIn(payload, 'items').length }),
  AgendaItemAdded: (payload, { t }) => {
    const number = textIn(payload, 'caseNumber');
    return number ? t('event.AgendaItemAddedCase', { case: number }) : t('event.AgendaItemAdded');
  },
  ConferenceInvited: (payload, { t }) =>
    t(flagIn(payload, 'automatic') ? 'event.ConferenceInvitedAutomatically' : 'event.ConferenceInvited'),
  ConferenceRescheduled: (payload, { t }) => t('event.ConferenceRescheduled', { at: at(payload, 'startsAt') }),
  SpecialReportSubmitted: (payload, { t }) => {
    if (textIn(payload, 'folder') === 'weekly') return t('event.SpecialReportSubmittedWeekly');
    return t(
      flagIn(payload, 'automatic') ? 'event.SpecialReportSubmittedAutomatically' : 'event.SpecialReportSubmitted',
    );
  },
  InstructionGiven: (payload, { t }) => t('event.InstructionGiven', { due: at(payload, 'dueAt') }),
  SpecialReportEnded: (payload, { t, word }) =>
    t('event.SpecialReportEnded', { result: word('reportResult', textIn(payload, 'result')) }),
  ReportCoverageChanged: (payload, speech) =>
    speech.t('event.ReportCoverageChanged', { cases: listOf(speech, textsIn(payload, 'caseNumbers')) }),
  ReportSubmitted: (payload, { t }) => {
    if (textIn(payload, 'deliverAt')) return t('event.ReportSubmittedWeekly', { at: at(payload, 'deliverAt') });
    return t(flagIn(payload, 'automatic') ? 'event.ReportSubmittedAutomatically' : 'event.ReportSubmitted', {
      at: at(payload, 'instructionBy'),
    });
  },
  ReportDelivered: (payload, { t }) => t('event.ReportDelivered', { at: at(payload, 'instructionBy') }),
  OpenInstructionDecided: (payload, { t }) => {
    if (!flagIn(payload, 'told')) return t('event.OpenInstructionNotTold');
    if (!flagIn(payload, 'automatic')) return t('event.OpenInstructionTold');
    return t(
      textIn(payload, 'executiveId') ? 'event.OpenInstructionToldAutomatically' : 'event.OpenInstructionToldMayor',
    );
  },
  PartReported: (payload, { t }) =>
    t(flagIn(payload, 'done') ? 'event.PartReportedDone' : 'event.PartReportedProgress'),
  PartReviewed: (payload, { t }) => t(flagIn(payload, 'accepted') ? 'event.PartAccepted' : 'event.PartSentBack'),
  ReportEnded: (payload, { t, word }) =>
    t('event.ReportEnded', { result: word('reportResult', textIn(payload, 'result')) }),
  ArticleReviewed: (payload, { t }) =>
    t(flagIn(payload, 'accepted') ? 'event.ArticlePublished' : 'event.ArticleSentBack', {
      version: textIn(payload, 'version'),
    }),
  ArticleConfirmed: (payload, { t }) =>
    t(textIn(payload, 'validUntil') ? 'event.ArticleConfirmedUntil' : 'event.ArticleConfirmed', {
      day: textIn(payload, 'validUntil'),
    }),
  ArticleRevised: (payload, { t }) => t('event.ArticleRevised', { version: textIn(payload, 'version') }),
  ArticleSubmitted: (payload, { t }) => t('event.ArticleSubmitted', { at: at(payload, 'reviewBy') }),
  ArticleDoubted: (payload, { t }) => t('event.ArticleDoubted', { at: at(payload, 'checkBy') }),
  DeadlinesMoved: (payload, speech, { assigned }) => {
    const waits = objectsIn(payload, 'waits').flatMap((wait) => {
      const { assignmentId } = partsOfSubject(textIn(wait, 'subject'));
      const isDue = textIn(wait, 'subject').endsWith('/due');
      return assignmentId && isDue ? [`${assigned(assignmentId)} ${at(wait, 'to')}`] : [];
    });
    const calendar = textIn(payload, 'cause') === 'calendar';
    return speech.t(calendar ? 'event.DeadlinesMovedByCalendar' : 'event.DeadlinesMovedByPolicy', {
      version: textIn(payload, 'policyVersion'),
      dues: waits.length > 0 ? listOf(speech, waits) : speech.t('event.DeadlinesMovedNone'),
    });
  },
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
    if (kind === 'tell') return [`${word('citizenNotice', what)} → ${word('recipient', whom)}`];
    return kind === 'task' ? [`${word('taskKind', what)} → ${word('queue', whom)}`] : [];
  });
}
