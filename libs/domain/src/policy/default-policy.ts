import { DEFAULT_CLOSING } from '../closing/closing-policy.ts';
import { DEFAULT_INTAKE } from '../intake/intake-policy.ts';
import { CITIZEN_NOTICES } from '../ledger/effect.ts';
import { DEFAULT_ROTATION } from '../people/rotation.ts';
import { ARTICLE_LADDERS } from './article-ladders.ts';
import { CONFERENCE_LADDERS } from './conference-ladders.ts';
import { MINUTE_LADDERS, MINUTE_RULES } from './minute-rules.ts';
import type { Policy, RungRule } from './policy.ts';
import { REPORT_LADDERS } from './report-ladders.ts';
import { DEFAULT_STATUTORY_TERMS } from './statutory-term.ts';

const days = (workingDays: number) => ({ workingDays });

/** What the desk decides too late. */
const DIRECTOR_TOLD_DAILY: readonly RungRule[] = [
  { rung: 'overdue', after: 'due', offset: days(0), effects: ['notice:desk-overdue:director'], repeat: days(1) },
];

/** The ladder and terms of DESIGN, section 7: the policy a new city starts with. */
export const DEFAULT_POLICY: Policy = {
  version: 1,
  name: '如皋市12345办理时限与督办规则（2026年第1版）',
  pace: {
    kind: 'desk',
    hours: [
      { from: 8 * 60 + 30, to: 12 * 60 },
      { from: 14 * 60, to: 17 * 60 + 30 },
    ],
  },
  terms: {
    consultation: days(1),
    help: days(5),
    complaint: days(5),
    suggestion: days(10),
    'violation-report': days(15),
    praise: null,
  },
  emergencyTerm: { minutes: 24 * 60 },
  statutoryTerms: DEFAULT_STATUTORY_TERMS,
  waits: {
    assignOrAnswer: { workingHours: 1 },
    assignOrAnswerBacklog: days(5),
    acknowledge: days(1),
    acknowledgeEmergency: { minutes: 10 },
    faxReport: { workingHours: 1 },
    faxReportEmergency: { minutes: 10 },
    firstReport: { minutes: 30 },
    return: days(1),
    ruling: days(1),
    dispute: days(3),
    extensionDecision: days(1),
    review: days(1),
    callback: days(1),
    callbackRetry: { workingHours: 5 },
    secondLook: days(3),
    sampleLook: days(5),
    contact: days(1),
    headApproval: { workingHours: 4 },
    proposal: days(2),
    urgingSlip: days(1),
    supervisionSlip: days(1),
    onSiteRecord: days(1),
    toMeet: days(3),
    leaderQuestion: days(2),
    minutes: days(1),
    instruction: days(3),
    openInstruction: days(2),
    partReview: days(1),
    meetingNotice: days(2),
    meetingPoll: days(1),
    articleReview: days(3),
    articleCheck: days(3),
    articleReminder: days(10),
    conferenceOpening: days(15),
    conferenceAgenda: days(10),
    conferenceInvitations: days(5),
    invitationAnswer: days(1),
  },
  ladders: {
    intake: [
      {
        rung: 'unanswered',
        after: 'due',
        offset: days(0),
        effects: ['task:assign-or-answer:shift-leader', 'notice:desk-overdue:shift-leader'],
        work: true,
      },
      {
        rung: 'still-unanswered',
        after: 'due',
        offset: days(1),
        effects: ['notice:desk-overdue:director'],
        repeat: days(1),
      },
    ],
    'intake-backlog': [
      { rung: 'unanswered', after: 'due', offset: days(0), effects: ['task:assign-or-answer:shift-leader'] },
      {
        rung: 'still-unanswered',
        after: 'due',
        offset: days(15),
        effects: ['notice:desk-overdue:director'],
        repeat: days(20),
      },
    ],
    acknowledge: [
      { rung: 'unread', after: 'start', offset: { share: 0.5 }, effects: ['task:phone-unread:dispatch'] },
      { rung: 'reminder', after: 'due', offset: days(0), effects: ['notice:acknowledge-reminder:handler'] },
      {
        rung: 'phone',
        after: 'due',
        offset: { workingHours: 2 },
        effects: ['task:phone-acknowledge:supervision'],
        repeat: days(2),
      },
    ],
    'acknowledge-emergency': [
      {
        rung: 'reminder',
        after: 'due',
        offset: { minutes: 0 },
        effects: ['notice:acknowledge-reminder:head', 'task:phone-acknowledge:supervision'],
        repeat: { minutes: 30 },
      },
    ],
    fax: [{ rung: 'silent', after: 'due', offset: { minutes: 0 }, effects: ['task:phone-fax:dispatch'], work: true }],
    'first-report': [
      {
        rung: 'missing',
        after: 'due',
        offset: { minutes: 0 },
        effects: ['notice:first-report-missing:head', 'task:phone-urging:supervision'],
        repeat: { minutes: 60 },
      },
    ],
    due: [
      { rung: 'yellow', after: 'start', offset: { share: 0.75 }, effects: ['notice:yellow:handler'] },
      {
        rung: 'red',
        after: 'due',
        offset: days(0),
        effects: ['notice:red:head', 'task:phone-urging:supervision'],
      },
      {
        rung: 'urging-notice',
        after: 'due',
        offset: days(1),
        effects: ['notice:urging-notice:handler', 'notice:urging-notice:head'],
      },
      {
        rung: 'supervision-notice',
        after: 'due',
        offset: days(3),
        effects: ['notice:supervision-notice:head', 'propose:on-site'],
      },
      { rung: 'talk', after: 'due', offset: days(5), effects: ['propose:talk', 'propose:joint-meeting'] },
      { rung: 'special-report', after: 'due', offset: days(10), effects: ['propose:special-report'] },
      { rung: 'public-criticism', after: 'due', offset: days(12), effects: ['propose:public-criticism'] },
      {
        rung: 'still-overdue',
        after: 'due',
        offset: days(15),
        effects: ['notice:still-overdue:director'],
        repeat: days(5),
      },
    ],
    dispute: DIRECTOR_TOLD_DAILY,
    ruling: DIRECTOR_TOLD_DAILY,
    extension: DIRECTOR_TOLD_DAILY,
    suspension: [
      {
        rung: 'review',
        after: 'due',
        offset: days(0),
        effects: ['task:suspension-review:dispatch'],
        work: true,
      },
      {
        rung: 'overdue',
        after: 'due',
        offset: days(1),
        effects: ['notice:desk-overdue:director'],
        repeat: days(2),
      },
    ],
    review: [
      {
        rung: 'overdue',
        after: 'due',
        offset: days(0),
        effects: ['notice:desk-overdue:shift-leader', 'notice:desk-overdue:director'],
        repeat: days(1),
      },
    ],
    callback: [
      { rung: 'try', after: 'start', offset: days(0), effects: ['task:callback:callback'], work: true },
      {
        rung: 'overdue',
        after: 'due',
        offset: days(0),
        effects: ['notice:desk-overdue:shift-leader'],
        repeat: days(1),
      },
    ],
    'second-look': [
      {
        rung: 'overdue',
        after: 'due',
        offset: days(0),
        effects: ['notice:desk-overdue:director'],
        repeat: days(5),
      },
    ],
    books: [
      {
        rung: 'review',
        after: 'due',
        offset: days(0),
        effects: ['task:books-review:supervision'],
        work: true,
      },
      {
        rung: 'overdue',
        after: 'due',
        offset: days(5),
        effects: ['notice:desk-overdue:director'],
        repeat: days(10),
      },
    ],
    sample: [
      { rung: 'overdue', after: 'due', offset: days(0), effects: ['notice:desk-overdue:director'], repeat: days(5) },
    ],
    contact: [
      { rung: 'reminder', after: 'due', offset: days(0), effects: ['notice:contact-reminder:handler'] },
      { rung: 'missing', after: 'due', offset: days(1), effects: ['notice:contact-reminder:head'] },
    ],
    'head-approval': [
      { rung: 'reminder', after: 'due', offset: days(0), effects: ['notice:feedback-proposed:head'], repeat: days(1) },
    ],
    'return-slip': [
      {
        rung: 'missing',
        after: 'due',
        offset: days(0),
        effects: ['notice:return-slip-missing:head', 'task:phone-urging:supervision'],
        repeat: days(3),
      },
    ],
    promise: [
      { rung: 'broken', after: 'due', offset: days(0), effects: ['task:phone-urging:supervision'], work: true },
    ],
    'on-site': [
      { rung: 'record', after: 'start', offset: days(0), effects: ['task:on-site-session:supervision'], work: true },
      { rung: 'overdue', after: 'due', offset: days(0), effects: ['notice:desk-overdue:director'], repeat: days(2) },
    ],
    'to-meet': [
      { rung: 'overdue', after: 'due', offset: days(0), effects: ['notice:desk-overdue:director'], repeat: days(2) },
    ],
    'leader-question': [
      {
        rung: 'reminder',
        after: 'start',
        offset: { share: 0.75 },
        effects: ['notice:leader-question-due:supervisor'],
      },
      {
        rung: 'overdue',
        after: 'due',
        offset: days(0),
        effects: ['notice:leader-question-due:director'],
        repeat: days(1),
      },
    ],
    proposal: [{ rung: 'unanswered', after: 'due', offset: days(0), effects: [] }],
    'meeting-poll': [
      { rung: 'phone', after: 'due', offset: days(0), effects: ['task:phone-poll:supervision'] },
      { rung: 'fixed', after: 'due', offset: days(1), effects: [] },
    ],
    meeting: [{ rung: 'reminder', after: 'start', offset: days(0), effects: ['notice:meeting-reminder:units'] }],
    minutes: [
      {
        rung: 'minutes',
        after: 'due',
        offset: days(0),
        effects: ['task:minutes:supervision'],
        work: true,
      },
      {
        rung: 'overdue',
        after: 'due',
        offset: days(1),
        effects: ['notice:desk-overdue:director'],
        repeat: days(2),
      },
    ],
    resolution: [
      {
        rung: 'due',
        after: 'due',
        offset: days(0),
        effects: ['notice:resolution-due:head'],
      },
      {
        rung: 'overdue',
        after: 'due',
        offset: days(1),
        effects: ['task:resolution-overdue:supervision', 'notice:desk-overdue:director'],
        repeat: days(5),
      },
    ],
    ...REPORT_LADDERS,
    ...ARTICLE_LADDERS,
    ...CONFERENCE_LADDERS,
    ...MINUTE_LADDERS,
  },
  intake: DEFAULT_INTAKE,
  closing: DEFAULT_CLOSING,
  citizenNotices: CITIZEN_NOTICES,
  ...MINUTE_RULES,
  rotation: DEFAULT_ROTATION,
  weeklyFolder: { weekday: 1, minute: 9 * 60 },
  returnsBeforeDesignation: 3,
  redosBeforeSecondLook: 2,
  callbackTries: 3,
  suspensionCauses: [
    'weather',
    'season',
    'expert-appraisal',
    'citizen-unavailable',
    'other-authority',
    'construction-term',
  ],
};
