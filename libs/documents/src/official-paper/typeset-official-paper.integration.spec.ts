import { describe, expect, it } from '@jest/globals';
import { readPdf } from '@hotline/infra';
import type { OfficialPaper } from './official-paper-facts.ts';
import { typesetOfficialPaper } from './typeset-official-paper.ts';

const paper: OfficialPaper = {
  title: '督办单',
  number: '皋12345督〔2026〕17号',
  day: '2026-01-15',
  to: '市建设局',
  opening: '下列工单逾期多日。\n受市长委托，现予督办。',
  rows: [
    { label: '工单编号', value: '202601050042' },
    { label: '诉求标题', value: '#strong[下水道]*堵塞*' },
  ],
  sections: [{ heading: '具体要求', words: '三日内疏通。' }],
  closing: '特此督办。',
  slip: {
    number: '皋12345督〔2026〕17号',
    caseNumber: '202601050042',
    unitName: '市建设局',
    answerBy: '2026年1月16日10:00',
  },
};

describe('a paper of the center', () => {
  it('says number, addressee, words and day, and carries the slip that is to come back', async () => {
    const { text, pages, title } = await readPdf(await typesetOfficialPaper(paper));
    expect([title, pages]).toEqual(['督办单', 1]);
    for (const said of [
      '皋12345督〔2026〕17号',
      '2026年1月15日',
      '市建设局：',
      '202601050042',
      '受市长委托，现予督办。',
      '三日内疏通。',
      '回',
      '2026年1月16日10:00',
    ])
      expect(text).toContain(said);
  }, 30_000);

  it('prints words as they are, and has no slip where none is asked for', async () => {
    const { text } = await readPdf(await typesetOfficialPaper({ ...paper, slip: undefined }));
    expect(text).toContain('#strong[下水道]*堵塞*');
    expect(text).not.toContain('未办结原因');
  }, 30_000);
});
