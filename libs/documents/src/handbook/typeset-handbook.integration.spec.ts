import { describe, expect, it } from '@jest/globals';
import { readPdf } from '@hotline/infra';
import type { HandbookArticle, HandbookFacts } from './handbook-facts.ts';
import { typesetHandbook } from './typeset-handbook.ts';

const article: HandbookArticle = {
  articleId: 'article-7',
  version: 2,
  title: '居民生活用水怎样计价',
  question: '我家水费怎么算？',
  answer: '按年用水量分三级计价。\n户内人口多的可申请增加基数。',
  sources: ['皋价〔2025〕18号'],
  ownerName: '市自来水公司',
  publishedOn: '2026-03-01',
  validUntil: '2026-12-31',
};
const facts: HandbookFacts = {
  day: '2026-11-24',
  edition: 'a1b2c3d4',
  sections: [
    { name: '水电气与通信', articles: [article] },
    { name: '交通出行', articles: [{ ...article, articleId: 'article-8', title: '公交卡年审' }] },
  ],
};

describe('the handbook', () => {
  it('is a PDF that says every article, with contents, sources, owner and validity', async () => {
    const { text, pages, title } = await readPdf(await typesetHandbook(facts));
    expect(title).toBe('受理办理工作手册');
    expect(pages).toBe(4);
    for (const said of [
      '目录',
      '2026年11月24日',
      'a1b2c3d4',
      '皋价〔2025〕18号',
      '市自来水公司',
      '至2026年12月31日',
      '第2版',
    ])
      expect(text).toContain(said);
    // In the contents and in its place.
    for (const name of ['水电气与通信', '居民生活用水怎样计价', '公交卡年审'])
      expect(text.split(name).length).toBeGreaterThan(2);
  }, 30_000);

  it('prints words as they are: nothing of them is markup', async () => {
    const answer = '#pagebreak() *不是* $强调$ <标签> @引用 \\ 反斜杠 [括号] "引号"';
    const { text } = await readPdf(
      await typesetHandbook({ ...facts, sections: [{ name: '#eval("1")', articles: [{ ...article, answer }] }] }),
    );
    for (const said of ['#pagebreak()', '*不是*', '$强调$', '<标签>', '@引用', '#eval("1")'])
      expect(text).toContain(said);
  }, 30_000);

  it('of an empty base says so', async () => {
    const { text } = await readPdf(await typesetHandbook({ ...facts, sections: [] }));
    expect(text).toContain('没有已发布的条目');
  }, 30_000);
});
