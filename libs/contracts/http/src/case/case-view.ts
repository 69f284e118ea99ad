import { z } from 'zod';
import { named } from '../contract.ts';
import { meetingView } from '../joint-meeting/meeting.ts';
import { reportView } from '../special-report/special-report.ts';
import { timelineEntry } from '../timeline/timeline.ts';
import { answeredInstant } from '../text/instant.ts';
import {
  assignmentRole,
  assignmentStatus,
  channel,
  CASE_ACTIONS,
  outcome,
  proposalKind,
  proposalStatus,
  requestKind,
  stage,
  urgency,
} from './case-words.ts';

/** 交办: one unit's duty in the case. */
export const assignmentView = named(
  'Assignment',
  z.object({
    id: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    role: assignmentRole,
    member: z.boolean(),
    designated: z.boolean(),
    status: assignmentStatus,
    term: z.int(),
    startedAt: answeredInstant(),
    acknowledgeBy: answeredInstant(),
    acknowledgedAt: answeredInstant().optional(),
    dueAt: answeredInstant(),
    provisional: z.boolean().meta({ description: '当年节假日未公布，期限为暂定' }),
    extensions: z.int(),
    extendedDays: z.number(),
    extensionPending: z.object({ workingDays: z.number() }).optional(),
    heldSince: answeredInstant().optional(),
    firstReportAt: answeredInstant().optional(),
    feedbackAt: answeredInstant().optional(),
    outcome: outcome.optional(),
    booksReviewAt: answeredInstant().optional(),
  }),
);
export type Assignment = z.infer<typeof assignmentView>;

/** 提议: a way out that the director is asked to decide upon; unanswered, it happens by itself. */
export const proposalView = named(
  'Proposal',
  z.object({
    id: z.string(),
    kind: proposalKind,
    status: proposalStatus,
    decideBy: answeredInstant(),
    assignmentId: z.string().optional(),
    reportId: z.string().optional(),
  }),
);
export type Proposal = z.infer<typeof proposalView>;

/** A deadline that explains itself, line by line. */
export const deadline = named(
  'Deadline',
  z.object({
    subject: z.string(),
    lines: z.array(z.object({ code: z.string(), at: answeredInstant().optional(), zh: z.string(), en: z.string() })),
  }),
);
export type Deadline = z.infer<typeof deadline>;

/** What this person may do now. */
export const caseAction = named(
  'CaseAction',
  z.object({
    type: z.enum(CASE_ACTIONS),
    assignmentId: z.string().optional(),
    proposalId: z.string().optional(),
  }),
);
export type CaseAction = z.infer<typeof caseAction>;

/** 工单 */
export const caseView = named(
  'Case',
  z.object({
    caseNumber: z.string(),
    revision: z.int().meta({ description: 'The ETag: rises with what people do' }),
    stage,
    kind: requestKind,
    urgency,
    categoryId: z.string(),
    channel,
    title: z.string(),
    text: z.string(),
    callerName: z.string().optional(),
    callerPhone: z.string().optional().meta({ description: '脱敏：139****1234' }),
    place: z.string().optional(),
    askedAt: answeredInstant().optional(),
    registeredAt: answeredInstant(),
    citizenDueAt: answeredInstant().optional(),
    outcome: outcome.optional(),
    policyVersion: z.int(),
    assignments: z.array(assignmentView),
    proposals: z.array(proposalView),
    meetings: z.array(meetingView),
    reports: z.array(reportView),
    timeline: z.array(timelineEntry),
    deadlines: z.array(deadline),
    next: z
      .object({ at: answeredInstant(), subject: z.string(), rung: z.string() })
      .optional()
      .meta({ description: 'What happens next, and when, if nobody acts before' }),
    actions: z.array(caseAction),
  }),
);
export type Case = z.infer<typeof caseView>;

/** A looked-up phone number; the look is logged. */
export const revealedPhone = named('RevealedPhone', z.object({ callerPhone: z.string().nullable() }));
export type RevealedPhone = z.infer<typeof revealedPhone>;
export const phoneReveal = named('PhoneReveal', z.strictObject({}));
