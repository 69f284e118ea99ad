import fc from 'fast-check';
import type { CaseCommand, CaseCommandType } from '../case/case-command.ts';
import {
  CALLBACK_RESULTS,
  CONTACT_METHODS,
  DECLINE_REASONS,
  FAX_FAILURES,
  FAX_WAYS,
  OUTCOMES,
  SATISFACTIONS,
} from '../case/case-words.ts';
import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import { HELP_KINDS } from '../line-122/line-122-policy.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { REQUEST_KINDS, URGENCIES } from '../policy/policy.ts';
import { EMERGENCY_DRAWS } from './arbitrary-emergency.ts';
import { words } from './living-case.ts';

export const UNITS = ['u1', 'u2', 'u3'] as const;
const MEMBER = { u1: true, u2: true, u3: false } as const;
export const HOUR = 3_600_000;
/** The numbers of cases that this one may be merged into, or that may be merged into it; one is its own. */
const OTHER_CASES = ['202601050099', '202601050098', '202601050042'] as const;

/** Reports of other cases, which may cover this one. */
const OTHER_REPORTS = ['202601050098-report-1', '202601050099-report-1'] as const;

/** 0 to 99, each as likely as any other. */
export const dice = fc.noBias(fc.integer({ min: 0, max: 99 }));

const assignmentIds = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5') },
  { weight: 1, arbitrary: fc.constantFrom('a99', 'constructor', '__proto__', '') },
);
const proposalIds = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'constructor');
/** Hours from now, sometimes absurd. */
const hours = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 400 }) },
  { weight: 1, arbitrary: fc.constantFrom(-100, 0, 1_000_000, Number.NaN) },
);
const text = words('t');

type Draw<Type extends CaseCommandType> = (now: Instant) => Extract<CaseCommand, { type: Type }>;
type Draws = { readonly [Type in Exclude<CaseCommandType, 'act'>]: fc.Arbitrary<Draw<Type>> };

const later = (now: Instant, by: number): Instant =>
  Number.isNaN(by) ? 'no time' : instantOf(millisecondsOf(now) + by * HOUR);

const terms = fc.oneof(
  fc.integer({ min: -1, max: 40 }).map((workingDays) => ({ workingDays })),
  fc.integer({ min: 1, max: 90 }).map((workingHours) => ({ workingHours })),
  fc.integer({ min: 1, max: 3_000 }).map((minutes) => ({ minutes })),
  fc.constant({ workingDays: Number.POSITIVE_INFINITY }),
);

const unitsToAssign = fc
  .uniqueArray(
    fc.record({
      unitId: fc.constantFrom(...UNITS),
      role: fc.constantFrom('lead' as const, 'co' as const),
      term: fc.option(terms, { nil: undefined, freq: 3 }),
      dueIn: fc.option(hours, { nil: undefined, freq: 4 }),
    }),
    { selector: ({ unitId }) => unitId, minLength: 0, maxLength: 3 },
  )
  // Most assignments should be possible ones: exactly one leads.
  .chain((units) =>
    dice.map((throwOf) =>
      throwOf < 25
        ? units
        : units.map((unit, index) => ({ ...unit, role: index === 0 ? ('lead' as const) : ('co' as const) })),
    ),
  );

const DRAWS: Draws = {
  ...EMERGENCY_DRAWS,
  'advance-clock': fc.constant(() => ({ type: 'advance-clock', milliseconds: 86_400_000 })),
  register: fc
    .record({
      kind: fc.constantFrom(...REQUEST_KINDS),
      urgency: fc.constantFrom(...URGENCIES),
      others: fc.constantFrom({}, {}, { handedOver: true }, { handedDown: true }),
      help: fc.option(fc.constantFrom(...HELP_KINDS), { nil: undefined, freq: 4 }),
    })
    .map(({ help, others, ...facts }) => () => ({
      type: 'register',
      categoryId: 'c1',
      ...facts,
      ...others,
      ...(help ? { help } : {}),
    })),
  classify: fc
    .record({ kind: fc.constantFrom(...REQUEST_KINDS), categoryId: fc.constantFrom('c1', 'c2') })
    .map((facts) => () => ({ type: 'classify', ...facts })),
  'record-call': fc.boolean().map((another) => () => ({ type: 'record-call', another, text })),
  attach: fc.uuid().map((attachmentId) => () => ({ type: 'attach', attachmentId, sha256: '0'.repeat(64) })),
  merge: fc.constantFrom(...OTHER_CASES).map((leadCaseNumber) => () => ({ type: 'merge', leadCaseNumber, text })),
  'take-in': fc.constantFrom(...OTHER_CASES).map((mergedCaseNumber) => (now) => ({
    type: 'take-in',
    mergedCaseNumber,
    calledAt: [later(now, -1)],
    text,
  })),
  unmerge: fc.constant(() => ({ type: 'unmerge', text })),
  'let-out': fc.constantFrom(...OTHER_CASES).map((mergedCaseNumber) => () => ({
    type: 'let-out',
    mergedCaseNumber,
    text,
  })),
  'join-incident': fc.constantFrom(...OTHER_CASES).map((incident) => () => ({ type: 'join-incident', incident })),
  'end-incident': fc.constant(() => ({ type: 'end-incident', text })),
  decline: fc.constantFrom(...DECLINE_REASONS).map((reason) => () => ({ type: 'decline', reason, text })),
  'answer-directly': fc.constant(() => ({ type: 'answer-directly', text })),
  assign: fc
    .record({ units: unitsToAssign, urgency: fc.option(fc.constantFrom(...URGENCIES), { nil: undefined }) })
    .map(({ units, urgency }) => (now) => ({
      type: 'assign',
      termReason: text,
      quality: text,
      feedback: text,
      ...(urgency ? { urgency } : {}),
      units: units.map(({ unitId, role, term, dueIn }) => ({
        unitId,
        role,
        member: MEMBER[unitId],
        ...(term ? { term } : {}),
        ...(dueIn === undefined ? {} : { dueAt: later(now, dueIn) }),
      })),
    })),
  'resend-fax': fc
    .record({ assignmentId: assignmentIds, by: fc.constantFrom(...FAX_WAYS) })
    .map((facts) => () => ({ type: 'resend-fax', ...facts })),
  'report-fax': fc
    .record({
      assignmentId: assignmentIds,
      sheet: fc.integer({ min: 1, max: 3 }),
      failure: fc.option(fc.constantFrom(...FAX_FAILURES), { nil: undefined }),
    })
    .map(({ failure, ...facts }) => () => ({
      type: 'report-fax',
      ...facts,
      ...(failure ? { result: 'failed', failure } : { result: 'delivered' }),
    })),
  acknowledge: assignmentIds.map((assignmentId) => () => ({ type: 'acknowledge', assignmentId })),
  return: assignmentIds.map((assignmentId) => () => ({
    type: 'return',
    assignmentId,
    basis: text,
    approvedBy: 'head',
  })),
  'rule-return': fc
    .record({
      assignmentId: assignmentIds,
      ruling: fc.constantFrom('accepted' as const, 'rejected' as const, 'designated' as const),
    })
    .map((facts) => () => ({ type: 'rule-return', text, ...facts })),
  'raise-dispute': fc
    .record({ assignmentId: assignmentIds, unitIds: fc.subarray([...UNITS]) })
    .map((facts) => () => ({ type: 'raise-dispute', text, ...facts })),
  'rule-dispute': fc.constantFrom(...UNITS).map((unitId) => () => ({
    type: 'rule-dispute',
    lead: { unitId, member: MEMBER[unitId] },
    text,
    quality: text,
    feedback: text,
  })),
  'change-term': fc.record({ assignmentId: assignmentIds, dueIn: hours }).map(({ assignmentId, dueIn }) => (now) => ({
    type: 'change-term',
    assignmentId,
    dueAt: later(now, dueIn),
    text,
  })),
  'request-extension': fc
    .record({ assignmentId: assignmentIds, workingDays: fc.constantFrom(1, 1, 2, 2, 5, 0.5, -1, 400, Number.NaN) })
    .map((facts) => () => ({ type: 'request-extension', reason: text, ...facts })),
  'decide-extension': fc
    .record({ assignmentId: assignmentIds, granted: fc.boolean() })
    .map((facts) => () => ({ type: 'decide-extension', text, ...facts })),
  suspend: fc
    .record({ assignmentId: assignmentIds, cause: fc.constantFrom('weather', 'season', 'laziness'), reviewIn: hours })
    .map(({ assignmentId, cause, reviewIn }) => (now) => ({
      type: 'suspend',
      assignmentId,
      cause,
      reviewAt: later(now, reviewIn),
      text,
    })),
  resume: assignmentIds.map((assignmentId) => () => ({ type: 'resume', assignmentId, text })),
  'record-contact': assignmentIds.map((assignmentId) => (now) => ({
    type: 'record-contact',
    assignmentId,
    contactedAt: now,
    contactMethod: 'phone',
    text,
  })),
  'hand-over-within': fc
    .record({
      assignmentId: assignmentIds,
      subDeskId: fc.option(fc.constantFrom('d1', 'd2', 'constructor'), { nil: undefined }),
    })
    .map(({ assignmentId, subDeskId }) => () => ({
      type: 'hand-over-within',
      assignmentId,
      text,
      ...(subDeskId === undefined ? {} : { subDeskId }),
    })),
  'decide-feedback-proposal': fc
    .record({ assignmentId: assignmentIds, approved: fc.boolean() })
    .map((facts) => () => ({ type: 'decide-feedback-proposal', text, ...facts })),
  'report-interim': assignmentIds.map((assignmentId) => () => ({ type: 'report-interim', assignmentId, text })),
  'submit-feedback': fc
    .record({
      assignmentId: assignmentIds,
      outcome: fc.constantFrom(...OUTCOMES),
      contactMethod: fc.constantFrom(...CONTACT_METHODS),
      books: fc.option(hours, { nil: undefined }),
      needsHead: fc.option(fc.constant(true as const), { nil: undefined }),
    })
    .map(({ assignmentId, outcome, contactMethod, books, needsHead }) => (now) => ({
      type: 'submit-feedback',
      assignmentId,
      outcome,
      contactMethod,
      contactedAt: now,
      text,
      ...(books !== undefined && outcome === 'on-books' ? { booksReviewAt: later(now, books) } : {}),
      ...(needsHead ? { needsHead } : {}),
    })),
  review: fc
    .record({ assignmentId: assignmentIds, accepted: fc.boolean() })
    .map((facts) => () => ({ type: 'review', text, ...facts })),
  'record-callback': fc
    .record({
      result: fc.constantFrom(...CALLBACK_RESULTS, 'reached' as const, 'reached' as const),
      solved: fc.boolean(),
      satisfaction: fc.constantFrom(...SATISFACTIONS, 'dissatisfied' as const),
    })
    .map(({ result, solved, satisfaction }) => (now) => ({
      type: 'record-callback',
      result,
      ...(result === 'call-later' ? { callAgainAt: later(now, 20) } : {}),
      ...(result === 'reached' ? { contactedByUnit: true, solved, satisfaction } : {}),
    })),
  'invite-callback': fc.constant(() => ({ type: 'invite-callback' })),
  'answer-callback': fc
    .record({ solved: fc.boolean(), satisfaction: fc.constantFrom(...SATISFACTIONS) })
    .map((answers) => () => ({ type: 'answer-callback', invitationNumber: 1, contactedByUnit: true, ...answers })),
  'record-second-look': fc.boolean().map((stands) => () => ({ type: 'record-second-look', stands, text })),
  close: fc.constantFrom(...OUTCOMES).map((outcome) => () => ({ type: 'close', outcome, text })),
  'review-books': hours.map((reviewIn) => (now) => ({ type: 'review-books', reviewAt: later(now, reviewIn), text })),
  'record-sample-look': fc.boolean().map((stands) => () => ({ type: 'record-sample-look', stands, text })),
  'check-quality': fc.constantFrom('operator-center', 'director-center').map((userId) => () => ({
    type: 'check-quality',
    checked: 'call',
    userId,
    marks: DEFAULT_POLICY.closing.quality.form.map(({ id, points }) => ({ item: id, points })),
  })),
  'appeal-quality': fc
    .constantFrom(1, 2, 0)
    .map((checkNumber) => () => ({ type: 'appeal-quality', checkNumber, text })),
  'decide-quality-appeal': fc.constantFrom(1, 2, 0).map((checkNumber) => () => ({
    type: 'decide-quality-appeal',
    checkNumber,
    text,
  })),
  reopen: fc.constant(() => ({ type: 'reopen', text })),
  'record-urging-call': fc
    .record({ assignmentId: assignmentIds, promised: fc.option(hours, { nil: undefined, freq: 2 }) })
    .map(({ assignmentId, promised }) => (now) => ({
      type: 'record-urging-call',
      assignmentId,
      text,
      ...(promised === undefined ? {} : { result: 'promised' as const, promisedBy: later(now, promised) }),
    })),
  'return-slip': assignmentIds.map((assignmentId) => () => ({ type: 'return-slip', assignmentId, text })),
  'plan-on-site-session': fc
    .record({ assignmentId: assignmentIds, startsIn: hours })
    .map(({ assignmentId, startsIn }) => (now) => ({
      type: 'plan-on-site-session',
      assignmentId,
      startsAt: later(now, startsIn),
      place: text,
      party: text,
    })),
  'cancel-on-site-session': assignmentIds.map((assignmentId) => () => ({
    type: 'cancel-on-site-session',
    assignmentId,
    text,
  })),
  'record-talk': fc
    .record({ assignmentId: assignmentIds, ago: fc.constantFrom(-1, -1, -100, 1) })
    .map(({ assignmentId, ago }) => (now) => ({
      type: 'record-talk',
      assignmentId,
      heldAt: later(now, ago),
      attendees: text,
      text,
    })),
  'publish-criticism': assignmentIds.map((assignmentId) => () => ({ type: 'publish-criticism', assignmentId, text })),
  'ask-as-leader': fc
    .option(hours, { nil: undefined })
    .map((term) => (now) => ({ type: 'ask-as-leader', text, ...(term ? { answerBy: later(now, term) } : {}) })),
  'answer-leader': fc.constantFrom('q1', 'q2', 'constructor').map((questionId) => () => ({
    type: 'answer-leader',
    questionId,
    text,
  })),
  'issue-notice': fc
    .record({
      assignmentId: assignmentIds,
      notice: fc.constantFrom('urging-notice' as const, 'supervision-notice' as const),
    })
    .map((facts) => () => ({ type: 'issue-notice', text, ...facts })),
  'record-on-site-session': assignmentIds.map((assignmentId) => () => ({
    type: 'record-on-site-session',
    assignmentId,
    text,
  })),
  'decide-proposal': fc
    .record({
      proposalId: proposalIds,
      decision: fc.constantFrom('do-it' as const, 'not-now' as const, 'no' as const),
      untilIn: hours,
    })
    .map(({ proposalId, decision, untilIn }) => (now) => ({
      type: 'decide-proposal',
      proposalId,
      decision,
      text,
      ...(decision === 'not-now' ? { until: later(now, untilIn) } : {}),
    })),
  'convene-meeting': fc
    .record({ unitIds: fc.subarray([...UNITS]), startsIn: hours })
    .map(({ unitIds, startsIn }) => (now) => ({ type: 'convene-meeting', unitIds, startsAt: later(now, startsIn) })),
  'end-meeting': fc
    .record({
      count: fc.integer({ min: 1, max: 3 }),
      result: fc.constantFrom('settled' as const, 'unsettled' as const, 'cancelled' as const),
    })
    .map(({ count, result }) => () => ({ type: 'end-meeting', meetingId: `202601050042-meeting-${count}`, result })),
  'note-conference': fc
    .constantFrom('meeting' as const, 'resolution' as const, 'noted' as const)
    .map((decision) => () => ({ type: 'note-conference', conferenceId: 'conference-202601', decision, text })),
  'draft-report': fc.constant(() => ({ type: 'draft-report' })),
  'submit-report': fc
    .integer({ min: 1, max: 3 })
    .map((count) => () => ({ type: 'submit-report', reportId: `202601050042-report-${count}`, folder: 'weekly' })),
  'join-report': fc.constantFrom(...OTHER_REPORTS).map((reportId) => () => ({ type: 'join-report', reportId })),
  'leave-report': fc.constantFrom(...OTHER_REPORTS).map((reportId) => () => ({ type: 'leave-report', reportId })),
  'follow-submission': fc
    .record({ reportId: fc.constantFrom(...OTHER_REPORTS), automatic: fc.boolean() })
    .map((facts) => () => ({ type: 'follow-submission', ...facts })),
  'receive-instruction': fc
    .record({ count: fc.integer({ min: 1, max: 3 }), dueIn: hours })
    .map(({ count, dueIn }) => (now) => ({
      type: 'receive-instruction',
      reportId: `202601050042-report-${count}`,
      dueAt: later(now, dueIn),
    })),
  'end-report': fc
    .record({
      count: fc.integer({ min: 1, max: 3 }),
      result: fc.constantFrom('solved' as const, 'unsolved' as const, 'withdrawn' as const),
    })
    .map(({ count, result }) => () => ({ type: 'end-report', reportId: `202601050042-report-${count}`, result })),
};

/** One command of each type, most of them sensible and some absurd; what is near or far is so from `now`. */
export const draws = fc.record(
  DRAWS as unknown as Record<Exclude<CaseCommandType, 'act'>, fc.Arbitrary<(now: Instant) => CaseCommand>>,
);
