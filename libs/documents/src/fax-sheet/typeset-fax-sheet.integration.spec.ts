import { describe, expect, it } from '@jest/globals';
import { readPdf } from '@hotline/infra';
import type { FaxSheetFacts } from './fax-sheet-facts.ts';
import { typesetFaxSheet } from './typeset-fax-sheet.ts';

const facts: FaxSheetFacts = {
  number: '202601050042-a1-1',
  caseNumber: '202601050042',
  unitName: '袁家村委会',
  role: '主办',
  urgency: '一般',
  category: '供水',
  assignedAt: '2026年1月5日10:00',
  acknowledgeBy: '2026年1月6日10:00',
  dueAt: '2026年1月12日10:00',
  title: '桃园小区停水',
  text: '停水两天。\n#pagebreak() *不是标记*',
  place: '桃园小区三号楼',
  caller: '王** 139****1234',
  quality: '查明原因',
  feedback: '书面反馈',
  replyAddress: 'https://hotline.example/cases/202601050042?assignment=a1&sheet=1',
};

describe('the fax sheet', () => {
  it('is one page that says what to do until when, has a form for the reply, and takes words as they are', async () => {
    const { text, pages, title } = await readPdf(await typesetFaxSheet(facts));
    expect(pages).toBe(1);
    expect(title).toContain('202601050042-a1-1');
    for (const said of [
      '袁家村委会',
      '2026年1月12日10:00',
      '查明原因',
      '书面反馈',
      '王**139****1234',
      '#pagebreak()*不是标记*',
      '签收',
      '盖章',
    ])
      expect(text).toContain(said);
  }, 30_000);
});
