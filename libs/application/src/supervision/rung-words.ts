import type { EffectCode, NoticeKind, ProposalKind, TaskKind } from '@hotline/domain';
import { NOTICE_NAMES, PROPOSAL_NAMES, TASK_NAMES } from '@hotline/notifications';

/** What a rung does, for people: `发出督办单、提请现场办公`. */
export function rungInWords(effects: readonly EffectCode[]): string {
  const words = effects.map((code) => {
    const [how, what = ''] = code.split(':');
    if (how === 'notice') return `发出${NOTICE_NAMES[what as NoticeKind].zh}`;
    if (how === 'task') return `派出待办“${TASK_NAMES[what as TaskKind].zh}”`;
    if (how === 'tell') return '告知来电人';
    return `提请${PROPOSAL_NAMES[what as ProposalKind].zh}`;
  });
  return [...new Set(words)].join('、') || '继续督办';
}
