import { isTraining, type EventEnvelope } from '@hotline/domain';
import type { HotlineAttributes } from './search-attributes.ts';
import { streamKindOf, workflowIdOf, type StreamKind, type StreamWorkflowInput } from './stream-process.ts';

const NAMES = {
  case: '工单',
  meeting: '联席会',
  report: '专题专报',
  article: '知识条目',
  rules: '规则变更',
  conference: '联席会议',
  invitation: '外部门邀请',
} as const;

/** Streams that belong to no case: what their ids begin with is left out of the line. */
const OF_NO_CASE: ReadonlySet<StreamKind> = new Set(['article', 'rules', 'conference', 'invitation']);

const DETAILS = {
  case: '一件工单从登记到办结归档。到时无人处理，自动按阶梯提醒、催办、督办；已发生的事以台账为准。',
  meeting: '一次联席会：会前提醒，会后催会议纪要，跟踪各项议定事项直至完成。',
  article: '知识库的一个条目：催审核，到期前提醒责任单位，到期停用，催更新；有人提出疑问时催核对。',
  rules: '一次政策或放假安排的变更：预览影响、推演历史，批准后逐件调整在办工单的期限。',
  conference: '一次联席会议：会前收集议程、发会议通知，会后催会议纪要，跟踪各项决议直至完成。',
  invitation: '其他部门的一次邀请：催答复由谁参加，会前提醒，会后催填参加结果。',
  report: '一份专题专报：报分管副市长批示，按批示跟踪，直到问题解决。',
} as const;

/** The one line by which a reader of the Temporal UI knows a stream's workflow: `工单 202601050042 · 联席会 1`. */
export function staticSummaryOf(stream: string): string {
  const [caseNumber = stream, , order] = stream.split('-');
  const kind = streamKindOf(stream);
  if (OF_NO_CASE.has(kind)) return `${NAMES[kind]} ${stream.replace(`${kind}-`, '')}`;
  const ofCase = `${isTraining(stream) ? '演练' : ''}${NAMES.case} ${caseNumber}`;
  return kind === 'case' ? ofCase : `${ofCase} · ${NAMES[kind]} ${order ?? ''}`;
}

/** What a stream's workflow is for, in Chinese; nothing of its content. */
function staticDetailsOf(stream: string): string {
  return DETAILS[streamKindOf(stream)];
}

/** How a stream's workflow is started, by whoever starts it. */
export function startOf(stream: string) {
  return {
    workflowId: workflowIdOf(stream),
    args: [{ stream }] as [StreamWorkflowInput],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
    staticSummary: staticSummaryOf(stream),
    staticDetails: staticDetailsOf(stream),
  };
}

/** What a starter already knows of a stream from its first event; nothing when it has another one in hand. */
export function attributesAtStart(event: EventEnvelope): HotlineAttributes {
  if (event.type !== 'CaseRegistered') return {};
  const { urgency, categoryId } = event.payload as { urgency?: unknown; categoryId?: unknown };
  return {
    HotlineStage: 'registered',
    ...(typeof urgency === 'string' ? { HotlineUrgency: urgency } : {}),
    ...(typeof categoryId === 'string' ? { HotlineCategory: categoryId } : {}),
  };
}
