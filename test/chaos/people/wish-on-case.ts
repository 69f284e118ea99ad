import { instantOf } from '@hotline/domain';
import type { Assignment, Case, CaseAction } from '@hotline/contracts-http';
import type { Dice } from '../dice.ts';
import type { Proof } from './book.ts';

/** What a person is about to do: the part of the address after the resource, the body, and how to find it again. */
export interface Intent {
  readonly what: string;
  readonly action: string;
  readonly body: object;
  readonly proof: Proof;
}

/** What he looks at when he makes up his mind. */
export interface Looking {
  readonly seen: Case;
  readonly dice: Dice;
  /** A mark of his own for the words he writes: nobody else has it. */
  readonly mark: string;
  /** Milliseconds of a working day of the policy in force. */
  readonly workingDay: number;
}

export const UNITS = ['chengguan', 'zhujian', 'shuiwu', 'gongdian', 'jiaoyu', 'ranqi'] as const;

type OnCase = (looking: Looking, action: CaseAction) => Omit<Intent, 'what' | 'proof'> & { readonly proof?: Proof };

/** How gladly people do each thing; what is not here they never do. */
const LIKINGS: Readonly<Record<string, number>> = {
  assign: 14,
  'answer-directly': 2,
  decline: 1,
  acknowledge: 14,
  return: 2,
  'rule-return': 14,
  'request-extension': 3,
  'decide-extension': 14,
  suspend: 1,
  resume: 6,
  'record-contact': 3,
  'report-interim': 3,
  'submit-feedback': 7,
  review: 14,
  'record-callback': 12,
  'record-second-look': 12,
  'record-sample-look': 12,
  close: 1,
  reopen: 1,
  'record-urging-call': 1,
  'issue-notice': 1,
  'return-slip': 6,
  'plan-on-site-session': 1,
  'cancel-on-site-session': 1,
  'record-on-site-session': 1,
  'record-talk': 1,
  'publish-criticism': 1,
  'ask-as-leader': 1,
  'answer-leader': 8,
  'decide-proposal': 4,
  'convene-meeting': 2,
  'draft-report': 2,
};

/** What this person does to the case now; undefined when there is nothing for him to do. */
export function chooseOnCase(looking: Looking): Intent | undefined {
  const { seen, dice, mark } = looking;
  const units = seen.assignments.filter(({ status }) => status !== 'withdrawn');
  const permitted = seen.actions.filter(({ type }) => LIKINGS[type] && (type !== 'assign' || units.length < 2));
  const lots = permitted.flatMap((action) => Array.from({ length: LIKINGS[action.type] ?? 0 }, () => action));
  if (lots.length === 0) return undefined;
  const action = dice.of(lots);
  const { proof = { by: 'words', mark } as const, ...intent } = (ON_CASE[action.type] as OnCase)(looking, action);
  return { what: action.type, proof, ...intent };
}

/** An instant so many working days from now, as the person's own clock has it. */
export const later = ({ workingDay }: Pick<Looking, 'workingDay'>, days: number): string =>
  instantOf(Date.now() + Math.round(days * workingDay));

const onAssignment =
  (action: string, body: (looking: Looking) => object): OnCase =>
  (looking, { assignmentId }) => ({ action: `assignments/${assignmentId}/${action}`, body: body(looking) });
const onCase =
  (action: string, body: (looking: Looking) => object): OnCase =>
  (looking) => ({ action, body: body(looking) });

const ON_CASE: Readonly<Record<string, OnCase>> = {
  assign: onCase('assignments', (looking) => assigning(looking)),
  'answer-directly': onCase('direct-answer', ({ mark }) => ({ text: `已当场答复 ${mark}` })),
  decline: onCase('declining', ({ mark }) => ({ reason: 'not-ours', text: `不属受理范围 ${mark}` })),
  acknowledge: ({ seen }, { assignmentId = '' }) => ({
    action: `assignments/${assignmentId}/acknowledgement`,
    body: {},
    proof: {
      by: 'event',
      stream: seen.caseNumber,
      type: 'AssignmentAcknowledged',
      member: 'assignmentId',
      is: assignmentId,
    },
  }),
  return: onAssignment('return', ({ mark }) => ({ basis: `不属我单位职责 ${mark}`, approvedBy: '单位负责人' })),
  'rule-return': onAssignment('return-ruling', ({ dice, mark }) => ({
    ruling: dice.of(['accepted', 'rejected', 'designated'] as const),
    text: `裁定 ${mark}`,
  })),
  'request-extension': onAssignment('extension', ({ mark }) => ({ workingDays: 1, reason: `需停电施工 ${mark}` })),
  'decide-extension': onAssignment('extension-decision', ({ dice, mark }) => ({
    granted: dice.percent(70),
    text: `审批 ${mark}`,
  })),
  suspend: onAssignment('suspension', (looking) => ({
    cause: 'weather',
    reviewAt: later(looking, looking.dice.between(1, 3)),
    text: `连日暴雨 ${looking.mark}`,
  })),
  resume: onAssignment('resumption', ({ mark }) => ({ text: `恢复办理 ${mark}` })),
  'record-contact': onAssignment('contact', ({ mark }) => ({
    contactedAt: instantOf(Date.now()),
    contactMethod: 'phone',
    text: `已联系来电人 ${mark}`,
  })),
  'report-interim': onAssignment('interim-report', ({ mark }) => ({ text: `正在施工 ${mark}` })),
  'submit-feedback': onAssignment('feedback', feedback),
  review: onAssignment('review', ({ dice, mark }) => ({ accepted: dice.percent(80), text: `审核 ${mark}` })),
  'record-callback': onCase('callbacks', ({ dice, mark }) =>
    dice.percent(15)
      ? { result: 'not-reached', text: `无人接听 ${mark}` }
      : {
          result: 'reached',
          contactedByUnit: true,
          solved: dice.percent(80),
          satisfaction: dice.of(['satisfied', 'satisfied', 'basically', 'dissatisfied'] as const),
          text: `来电人说 ${mark}`,
        },
  ),
  'record-second-look': onCase('second-look', ({ dice, mark }) => ({
    stands: dice.percent(60),
    text: `复核 ${mark}`,
  })),
  'record-sample-look': onCase('sample-look', ({ dice, mark }) => ({
    stands: dice.percent(60),
    text: `抽查 ${mark}`,
  })),
  close: onCase('closing', ({ mark }) => ({ outcome: 'explained', text: `归档 ${mark}` })),
  reopen: onCase('reopening', ({ mark }) => ({ text: `再次来电 ${mark}` })),
  'record-urging-call': onAssignment('urging-call', ({ mark }) => ({ text: `已电话催办 ${mark}` })),
  'issue-notice': onAssignment('notice', ({ dice, mark }) => ({
    notice: dice.of(['urging-notice', 'supervision-notice'] as const),
    text: `请尽快办理 ${mark}`,
  })),
  'return-slip': onAssignment('return-slip', ({ mark }) => ({ text: `已进场施工 ${mark}` })),
  'plan-on-site-session': onAssignment('on-site-plan', (looking) => ({
    startsAt: later(looking, looking.dice.between(1, 2)),
    place: `现场 ${looking.mark}`,
    party: '督查员两人',
  })),
  'cancel-on-site-session': onAssignment('on-site-cancellation', ({ mark }) => ({ text: `改为电话商定 ${mark}` })),
  'record-on-site-session': onAssignment('on-site-session', ({ mark }) => ({ text: `现场办公 ${mark}` })),
  'record-talk': onAssignment('talk', ({ seen, mark }) => ({
    heldAt: seen.registeredAt,
    attendees: '副局长',
    text: `承诺三日办结 ${mark}`,
  })),
  'publish-criticism': onAssignment('criticism', ({ mark }) => ({ text: `通报批评 ${mark}` })),
  'ask-as-leader': onCase('questions', ({ mark }) => ({ text: `为何未决 ${mark}` })),
  'answer-leader': ({ mark }, { questionId }) => ({
    action: `questions/${questionId}/answer`,
    body: { text: `已查清 ${mark}` },
  }),
  'decide-proposal': (looking, { proposalId }) => ({
    action: `proposals/${proposalId}/decision`,
    body: decision(looking),
  }),
  'convene-meeting': onCase('meetings', (looking) => ({
    unitIds: unitsOf(looking.seen),
    startsAt: later(looking, looking.dice.between(1, 4)),
    place: `会议室 ${looking.mark}`,
  })),
  'draft-report': onCase('special-reports', ({ mark }) => ({
    trouble: `症结 ${mark}`,
    cause: '管网老化',
    wayOut: '专项整治',
    tried: '已多次协调',
    asked: '请明确责任单位',
  })),
};

function unitsOf({ assignments }: Case): string[] {
  const bound = assignments.filter(({ status }) => status !== 'withdrawn').map(({ unitId }) => unitId);
  return bound.length > 0 ? [...new Set(bound)] : [UNITS[0]];
}

function assigning({ seen, dice, mark }: Looking): object {
  const bound: readonly Assignment[] = seen.assignments.filter(({ status }) => status !== 'withdrawn');
  const free = dice.shuffled(UNITS.filter((unit) => !bound.some(({ unitId }) => unitId === unit)));
  const hasLead = bound.some(({ role }) => role === 'lead');
  const units = free.slice(0, dice.percent(25) ? 2 : 1).map((unitId, index) => ({
    unitId,
    role: hasLead || index > 0 ? 'co' : 'lead',
  }));
  return { units, quality: `办理质量 ${mark}`, feedback: '两日内反馈' };
}

function feedback({ seen, dice, mark }: Looking): object {
  return {
    outcome: dice.of(['solved', 'partly', 'explained'] as const),
    text: `已办理 ${mark}`,
    contactedAt: seen.registeredAt,
    contactMethod: 'phone',
  };
}

function decision(looking: Looking): object {
  const { dice, mark } = looking;
  const decided = dice.of(['do-it', 'do-it', 'no', 'not-now'] as const);
  const until = decided === 'not-now' ? { until: later(looking, dice.between(1, 3)) } : {};
  return { decision: decided, ...until, text: `批示 ${mark}` };
}
