import type { Case, TimelineEntry } from '@hotline/contracts-http';
import type { NoticeKind, ProposalKind, TaskKind } from '@hotline/domain';
import { NOTICE_NAMES, PROPOSAL_NAMES, TASK_NAMES } from '@hotline/notifications';
import { UNITS } from '../seed/units.ts';

interface Words {
  readonly chinese: string;
  readonly english: string;
}

/** What an event says, by its type; the unit's name is put before it where an assignment is meant. */
const PLAIN: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  CaseRegistered: ['登记受理', 'registered'],
  AssignmentAcknowledged: ['签收', 'acknowledged'],
  AssignmentReturned: ['申请退单：不属本单位职责', 'returned as not its own'],
  TermChanged: ['另定期限', 'another term set'],
  ExtensionRequested: ['申请延期', 'asks for an extension'],
  HandedOverWithin: ['内部流转', 'handed over within the unit'],
  FeedbackProposed: ['反馈送单位负责人审批', 'feedback laid before the head'],
  FeedbackProposalDecided: ['单位负责人审批反馈', 'the head decided on the feedback'],
  InterimReported: ['阶段反馈', 'reports in between'],
  FeedbackSubmitted: ['反馈办理结果', 'feeds back'],
  RedoOrdered: ['重办', 'redo ordered'],
  CaseReopened: ['重新办理', 'reopened'],
  CallbackInvited: ['短信回访已发出', 'the citizen is asked by a short message'],
  QualityChecked: ['质检', 'quality checked'],
  QualityAppealed: ['质检申诉', 'quality check appealed'],
  QualityAppealDecided: ['质检申诉已裁定', 'quality appeal decided'],
  CitizenContacted: ['已联系来电人', 'citizen contacted'],
  BooksReviewed: ['继续挂账', 'kept on the books'],
  SampleLookRecorded: ['抽查已记录', 'sample look recorded'],
  ClockAdvanced: ['演练快进', 'the clock of the training went forward'],
  UrgingCallRecorded: ['电话催办已记录', 'urging call recorded'],
  ReturnSlipReceived: ['交回回执', 'returned the slip'],
  OnSiteSessionPlanned: ['现场办公已安排', 'on-site session arranged'],
  OnSiteSessionCancelled: ['现场办公已取消', 'on-site session cancelled'],
  OnSiteSessionRecorded: ['现场办公已记录', 'on-site session recorded'],
  TalkHeld: ['约谈已记录', 'talk recorded'],
  CriticismPublished: ['通报批评', 'criticised publicly'],
  LeaderAsked: ['市领导督办', 'a leader of the city asks'],
  LeaderAnswered: ['已答复领导督办', 'the leader’s question is answered'],
  SpecialReportDrafted: ['专题专报已起草', 'special report drafted'],
  InstructionGiven: ['分管副市长作出批示', 'the deputy mayor instructs'],
  OpenInstructionDecided: ['批示到期未落实，主任作出决定', 'the director decides on what is still open'],
  ReportDelivered: ['每周专报夹送达分管副市长', 'the weekly folder goes to the deputy mayor'],
  PartReported: ['单位报告批示落实情况', 'a unit reports on its part of the instruction'],
  PartReviewed: ['审核批示落实情况', 'the center looks at what was reported'],
  FollowUpRecorded: ['批示落实情况已记录', 'follow-up of the instruction recorded'],
  SpecialReportJoined: ['并入专题专报', 'covered by the special report of another case'],
  ReportCoverageChanged: ['专报并报工单调整', 'the special report covers other cases'],
  ReportRevised: ['专报已修改', 'special report revised'],
};

type Payload = TimelineEntry['payload'];
type Sentence = readonly [chinese: string, english: string];

/** Those whose words depend on their facts. */
const BY_FACTS: Readonly<Record<string, (payload: Payload, seen: Case) => Sentence | undefined>> = {
  CaseAssigned: (payload) => {
    const units = (payload['assignments'] as { unitId: string }[]).map(({ unitId }) => unitNamed(unitId));
    return [
      `交办 ${units.map(({ name }) => name).join('、')}`,
      `assigned to ${units.map(({ nameEn }) => nameEn).join(', ')}`,
    ];
  },
  ReturnRuled: either(
    'ruling',
    'accepted',
    ['同意退单', 'return accepted'],
    ['不同意退单，继续办理', 'return rejected'],
  ),
  ExtensionDecided: either('granted', true, ['同意延期', 'extension granted'], ['不同意延期', 'extension refused']),
  FeedbackReviewed: either(
    'accepted',
    true,
    ['反馈审核通过', 'feedback accepted'],
    ['反馈被退回', 'feedback sent back'],
  ),
  CallbackRecorded: either('satisfaction', 'satisfied', ['回访：满意', 'callback: satisfied'], ['回访', 'callback']),
  CaseClosed: () => ['办结归档', 'closed'],
  ProposalMade: (payload) => {
    const { zh, en } = PROPOSAL_NAMES[payload['kind'] as ProposalKind];
    return [`提请主任决定：${zh}`, `proposed to the director: ${en}`];
  },
  ProposalHappened: (payload, { proposals }) => {
    const proposal = proposals.find(({ id }) => id === payload['proposalId']);
    const { zh, en } = PROPOSAL_NAMES[proposal?.kind ?? 'talk'];
    return [`逾期未批，自动执行：${zh}`, `nobody decided, so it happens by itself: ${en}`];
  },
  ProposalDecided: (payload) => ['主任对提请事项作出决定', `the director decides: ${textOf(payload['decision'])}`],
  MeetingConvened: either(
    'automatic',
    true,
    ['自动召集联席会办', 'a joint meeting is convened by itself'],
    ['召集联席会办', 'a joint meeting is convened'],
  ),
  MeetingEnded: either(
    'result',
    'settled',
    ['会办议定', 'the meeting settled it'],
    ['会办未能解决', 'the meeting did not settle it'],
  ),
  SpecialReportSubmitted: either(
    'automatic',
    true,
    ['专题专报自动呈报分管副市长', 'the special report goes to the deputy mayor by itself'],
    ['专题专报呈报分管副市长', 'the special report goes to the deputy mayor'],
  ),
  SpecialReportEnded: (payload) => ['专题专报办结', `the special report is ended: ${textOf(payload['result'])}`],
  RungActed: rungActed,
};

/** An event of the ledger as a sentence for who watches, or nothing when it is no news to him. */
export function eventWords({ type, payload }: TimelineEntry, seen: Case): Words | undefined {
  const sentence = PLAIN[type] ?? BY_FACTS[type]?.(payload, seen);
  if (!sentence) return undefined;
  const unit = unitWords(textOf(payload['assignmentId']), seen);
  return { chinese: unit.chinese + sentence[0], english: unit.english + sentence[1] };
}

function either(field: string, value: unknown, then: Sentence, otherwise: Sentence): (payload: Payload) => Sentence {
  return (payload) => (payload[field] === value ? then : otherwise);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The time came, and nobody had acted: what the process did. */
function rungActed(payload: Payload, seen: Case): Sentence | undefined {
  const subject = textOf(payload['subject']);
  const unit = unitWords(subject.split('/')[0] ?? '', seen);
  const effects = (payload['effects'] as { code: string }[] | undefined) ?? [];
  // What only leads to a proposal, the proposal's own event says.
  if (effects.length === 0) return undefined;
  const names = effects.map(({ code }) => effectName(code));
  const done = [...new Set(names.map(({ zh }) => zh))].join('、');
  const doneEn = [...new Set(names.map(({ en }) => en))].join(', ');
  return [`⏰ ${unit.chinese}${done}`, `${unit.english}${doneEn} (${subject} ${textOf(payload['rung'])})`];
}

function effectName(code: string): { readonly zh: string; readonly en: string } {
  const [what, kind] = code.split(':');
  const name = what === 'task' ? TASK_NAMES[kind as TaskKind] : NOTICE_NAMES[kind as NoticeKind];
  return what === 'task' ? { zh: `待办“${name.zh}”`, en: `task: ${name.en}` } : { zh: name.zh, en: name.en };
}

function unitWords(assignmentId: string, { assignments }: Case): Words {
  const unitId = assignments.find(({ id }) => id === assignmentId)?.unitId;
  if (unitId === undefined) return { chinese: '', english: '' };
  const { name, nameEn } = unitNamed(unitId);
  return { chinese: `${name}：`, english: `${nameEn}: ` };
}

function unitNamed(unitId: string): { readonly name: string; readonly nameEn: string } {
  return UNITS.find(({ id }) => id === unitId) ?? { name: unitId, nameEn: unitId };
}
