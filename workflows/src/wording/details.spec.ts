import { describe, expect, it } from '@jest/globals';
import { NOTICE_KINDS, QUEUES, TASK_KINDS, PROPOSAL_KINDS, type EffectCode } from '@hotline/domain';
import { detailsOf } from './details.ts';
import { effectInWords } from './effect-words.ts';
import { shanghaiTime } from './shanghai-time.ts';

describe("a workflow's words", () => {
  it('tells the time of Shanghai, whatever the time zone of the machine', () => {
    expect(shanghaiTime('2026-01-09T07:45:00.000Z')).toBe('2026年1月9日（周五）15:45');
    expect(shanghaiTime('2026-12-31T16:00:07.000Z')).toBe('2027年1月1日（周五）00:00:07');
  });

  it('has words for every effect', () => {
    const codes: EffectCode[] = [
      ...NOTICE_KINDS.map((kind): EffectCode => `notice:${kind}:head`),
      ...TASK_KINDS.flatMap((kind) => QUEUES.map((queue): EffectCode => `task:${kind}:${queue}`)),
      ...PROPOSAL_KINDS.map((kind): EffectCode => `propose:${kind}`),
    ];
    for (const code of codes) expect(effectInWords(code)).not.toMatch(/undefined/);
    expect(effectInWords('notice:red:head')).toBe('向单位负责人发红色预警');
  });

  it('says stage, who must act, and what comes then', () => {
    const next = {
      key: 'a1/due:1:red:1',
      at: '2026-01-12T09:30:00.000Z',
      subject: 'a1/due',
      term: 1,
      rung: 'red',
      try: 1,
      effects: ['notice:red:head', 'task:phone-urging:supervision'] as const,
    };
    const standing = { stage: '办理中', waitingFor: ['主办 `housing`（a1）：办理中'] };
    expect(detailsOf('202601050042', standing, next, false)).toBe(
      [
        '**工单 202601050042**',
        '',
        '**阶段**：办理中',
        '',
        '**等待**',
        '- 主办 `housing`（a1）：办理中',
        '',
        '**下一步**：2026年1月12日（周一）17:30 仍无人处理，则向单位负责人发红色预警；给督办岗建待办“电话催办”。',
        '',
        '`a1/due → red`',
      ].join('\n'),
    );
    expect(detailsOf('202601050042-meeting-2', { stage: '已开会', waitingFor: [] }, undefined, true)).toMatch(
      /^\*\*工单 202601050042 · 联席会 2\*\*[^]*- 无[^]*没有待办时限。[^]*已转人工处理/,
    );
  });
});
