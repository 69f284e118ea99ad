import type { EventEnvelope } from '@hotline/domain';
import type { HotlineAttributes } from './search-attributes.ts';
import { streamKindOf } from './stream-process.ts';

const NAMES = { case: '工单', meeting: '联席会', report: '专题专报' } as const;

const DETAILS = {
  case: '一件工单从登记到办结归档。到时无人处理，自动按阶梯提醒、催办、督办；已发生的事以台账为准。',
  meeting: '一次联席会：会前提醒，会后催会议纪要，跟踪各项议定事项直至完成。',
  report: '一份专题专报：报分管副市长批示，按批示跟踪，直到问题解决。',
} as const;

/** The one line by which a reader of the Temporal UI knows a stream's workflow: `工单 202601050042 · 联席会 1`. */
export function staticSummaryOf(stream: string): string {
  const [caseNumber = stream, , order] = stream.split('-');
  const kind = streamKindOf(stream);
  return kind === 'case'
    ? `${NAMES.case} ${caseNumber}`
    : `${NAMES.case} ${caseNumber} · ${NAMES[kind]} ${order ?? ''}`;
}

/** What a stream's workflow is for, in Chinese; nothing of its content. */
export function staticDetailsOf(stream: string): string {
  return DETAILS[streamKindOf(stream)];
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
