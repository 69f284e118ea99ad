import { staticSummaryOf } from '@hotline/contracts-process';
import type { NextAction } from '@hotline/domain';
import type { StreamStanding } from '../stream/stream-definition.ts';
import { effectInWords } from './effect-words.ts';
import { shanghaiTime } from './shanghai-time.ts';

/**
 * The current details of a workflow: what it is, stage, who must act, until when, and what happens otherwise. Markdown,
 * Chinese. The name stands here too, because a run that continues another loses its static summary.
 */
export function detailsOf(
  stream: string,
  standing: StreamStanding,
  next: NextAction | undefined,
  anyFailed: boolean,
): string {
  const waiting = standing.waitingFor.length > 0 ? standing.waitingFor.map((line) => `- ${line}`) : ['- 无'];
  const warning = anyFailed ? ['', '⚠️ 有一项自动动作未能执行，已转人工处理，稍后自动重试。'] : [];
  const what = [`**${staticSummaryOf(stream)}**`, '', `**阶段**：${standing.stage}`, ''];
  return [...what, '**等待**', ...waiting, '', ...thenOf(next), ...warning].join('\n');
}

function thenOf(next: NextAction | undefined): string[] {
  if (!next) return ['**下一步**：没有待办时限。'];
  const effects = next.effects.length > 0 ? next.effects.map(effectInWords).join('；') : '按规则自动推进';
  return [`**下一步**：${shanghaiTime(next.at)} 仍无人处理，则${effects}。`, '', `\`${next.subject} → ${next.rung}\``];
}
