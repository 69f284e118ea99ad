import type { DecisionContext } from '../decision-context.ts';
import { ensure } from '../domain-error.ts';
import type { NewCaseEvent } from './case-event.ts';
import type { CaseCommand, CaseCommandOf, CaseCommandType } from './case-command.ts';
import type { CaseState } from './case-state.ts';
import { act } from './decide/acting.ts';
import { decideFeedbackProposal } from './decide/approving-feedback.ts';
import { attach } from './decide/attaching.ts';
import { recordCall } from './decide/calling.ts';
import { classify } from './decide/classifying.ts';
import { recordCallback } from './decide/calling-back.ts';
import { changeTerm } from './decide/changing-term.ts';
import { close, recordSecondLook, reviewBooks } from './decide/closing.ts';
import { reopen } from './decide/reopening.ts';
import { answerCallback, inviteCallback } from './decide/inviting.ts';
import { recordContact } from './decide/contacting.ts';
import { raiseDispute, ruleDispute } from './decide/disputing.ts';
import { reportFax, resendFax } from './decide/faxing.ts';
import {
  cancelOnSiteSession,
  planOnSiteSession,
  publishCriticism,
  recordOnSiteSession,
  recordTalk,
} from './decide/confronting.ts';
import { declareEmergency, requireUrgentReport, sendUrgentReport } from './decide/declaring.ts';
import { endIncident, joinIncident } from './decide/gathering.ts';
import { acknowledge, reportInterim, review, submitFeedback } from './decide/handling.ts';
import { handOverWithin } from './decide/handing-over-within.ts';
import { answerDirectly, assign, decline, register } from './decide/intake.ts';
import { answerLeader, askAsLeader } from './decide/leading.ts';
import { letOut, merge, takeIn, unmerge } from './decide/merging.ts';
import {
  conveneMeeting,
  decideProposal,
  draftReport,
  endMeeting,
  endReport,
  followSubmission,
  joinReport,
  leaveReport,
  noteConference,
  receiveInstruction,
  submitReport,
} from './decide/proposing.ts';
import { returnAssignment, ruleReturn } from './decide/returning.ts';
import { appealQuality, checkQuality, decideQualityAppeal } from './decide/checking-quality.ts';
import { recordSampleLook } from './decide/looking-again.ts';
import { issueNotice, recordUrgingCall, returnSlip } from './decide/supervising.ts';
import { advanceClock } from './decide/training.ts';
import {
  receiptHandOver,
  receiptTransfer,
  recordTransferOutcome,
  returnResult,
  transfer,
} from './decide/transferring.ts';
import { decideExtension, requestExtension, resume, suspend } from './decide/time.ts';

type Decisions = {
  readonly [Type in Exclude<CaseCommandType, 'register'>]: (
    state: CaseState,
    command: CaseCommandOf<Type>,
    context: DecisionContext,
  ) => NewCaseEvent[];
};

const DECISIONS: Decisions = {
  classify,
  'record-call': recordCall,
  attach,
  merge,
  'take-in': takeIn,
  unmerge,
  'let-out': letOut,
  'join-incident': joinIncident,
  'end-incident': endIncident,
  decline,
  'answer-directly': answerDirectly,
  assign,
  'resend-fax': resendFax,
  'report-fax': reportFax,
  acknowledge,
  return: returnAssignment,
  'rule-return': ruleReturn,
  'raise-dispute': raiseDispute,
  'rule-dispute': ruleDispute,
  'change-term': changeTerm,
  'request-extension': requestExtension,
  'decide-extension': decideExtension,
  suspend,
  resume,
  'record-contact': recordContact,
  'hand-over-within': handOverWithin,
  'decide-feedback-proposal': decideFeedbackProposal,
  'report-interim': reportInterim,
  'submit-feedback': submitFeedback,
  review,
  'record-callback': recordCallback,
  'invite-callback': inviteCallback,
  'answer-callback': answerCallback,
  'record-second-look': recordSecondLook,
  close,
  'review-books': reviewBooks,
  'record-sample-look': recordSampleLook,
  'check-quality': checkQuality,
  'appeal-quality': appealQuality,
  'decide-quality-appeal': decideQualityAppeal,
  reopen,
  'record-urging-call': recordUrgingCall,
  'issue-notice': issueNotice,
  'return-slip': returnSlip,
  'plan-on-site-session': planOnSiteSession,
  'cancel-on-site-session': cancelOnSiteSession,
  'record-on-site-session': recordOnSiteSession,
  'record-talk': recordTalk,
  'publish-criticism': publishCriticism,
  'ask-as-leader': askAsLeader,
  'answer-leader': answerLeader,
  'decide-proposal': decideProposal,
  'convene-meeting': conveneMeeting,
  'end-meeting': endMeeting,
  'note-conference': noteConference,
  'draft-report': draftReport,
  'submit-report': submitReport,
  'join-report': joinReport,
  'leave-report': leaveReport,
  'follow-submission': followSubmission,
  'receive-instruction': receiveInstruction,
  'end-report': endReport,
  transfer,
  'receipt-transfer': receiptTransfer,
  'record-transfer-outcome': recordTransferOutcome,
  'receipt-hand-over': receiptHandOver,
  'declare-emergency': declareEmergency,
  'require-urgent-report': requireUrgentReport,
  'send-urgent-report': sendUrgentReport,
  'return-result': returnResult,
  'advance-clock': advanceClock,
  act,
};

/**
 * What a command means for a case as it stands: the events that follow, in order; none for an action that was overtaken.
 * Pure: time, rules and actor come in the context. Throws DomainError with a stable code when a rule is not met.
 */
export function decideCase(
  state: CaseState | undefined,
  command: CaseCommand,
  context: DecisionContext,
): NewCaseEvent[] {
  if (command.type === 'register') {
    ensure(!state, 'case.already-registered');
    return register(command, context);
  }
  ensure(state, 'case.not-found');
  const decide = DECISIONS[command.type] as (
    state: CaseState,
    command: CaseCommand,
    context: DecisionContext,
  ) => NewCaseEvent[];
  return decide(state, command, context);
}
