import { ensure } from '../domain-error.ts';
import type { NewCaseEvent } from './case-event.ts';
import type { CaseCommand, CaseCommandOf, CaseCommandType } from './case-command.ts';
import type { CaseState } from './case-state.ts';
import { act } from './decide/acting.ts';
import { close, recordCallback, recordSecondLook, reopen } from './decide/closing.ts';
import type { DecisionContext } from './decide/decision.ts';
import { acknowledge, reportInterim, review, submitFeedback } from './decide/handling.ts';
import { answerDirectly, assign, decline, register } from './decide/intake.ts';
import {
  conveneMeeting,
  decideProposal,
  draftReport,
  endMeeting,
  endReport,
  receiveInstruction,
  submitReport,
} from './decide/proposing.ts';
import { returnAssignment, ruleReturn } from './decide/returning.ts';
import { issueNotice, recordOnSiteSession, recordUrgingCall } from './decide/supervising.ts';
import { decideExtension, requestExtension, resume, suspend } from './decide/time.ts';

type Decisions = {
  readonly [Type in Exclude<CaseCommandType, 'register'>]: (
    state: CaseState,
    command: CaseCommandOf<Type>,
    context: DecisionContext,
  ) => NewCaseEvent[];
};

const DECISIONS: Decisions = {
  decline,
  'answer-directly': answerDirectly,
  assign,
  acknowledge,
  return: returnAssignment,
  'rule-return': ruleReturn,
  'request-extension': requestExtension,
  'decide-extension': decideExtension,
  suspend,
  resume,
  'report-interim': reportInterim,
  'submit-feedback': submitFeedback,
  review,
  'record-callback': recordCallback,
  'record-second-look': recordSecondLook,
  close,
  reopen,
  'record-urging-call': recordUrgingCall,
  'issue-notice': issueNotice,
  'record-on-site-session': recordOnSiteSession,
  'decide-proposal': decideProposal,
  'convene-meeting': conveneMeeting,
  'end-meeting': endMeeting,
  'draft-report': draftReport,
  'submit-report': submitReport,
  'receive-instruction': receiveInstruction,
  'end-report': endReport,
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
