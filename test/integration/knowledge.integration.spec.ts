import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerDirectly,
  confirmArticle,
  doubtArticle,
  draftArticle,
  getArticle,
  getArticleVersion,
  getCase,
  listArticles,
  listNotices,
  listTasks,
  reviewArticle,
  reviseArticle,
  submitArticle,
  verifyLedger,
  withdrawArticle,
  type ArticleView,
  type ArticleWords,
} from '@hotline/application';
import { instantOf, millisecondsOf } from '@hotline/domain';
import { Steps } from './steps.ts';
import type { Person } from './small-city.ts';
import { WholeProcess } from './whole-process.ts';

const WORDS: ArticleWords = {
  title: '居民生活用水怎样计价',
  question: '我家水费怎么算，什么是阶梯水价？',
  answer: '居民用水按年用水量分三级计价，每户每年一结。户内人口多的，可凭户口簿申请增加用水基数。',
  sources: ['关于调整城区居民生活用水价格的通知（皋价〔2025〕18号）'],
  categoryId: 'water-supply',
  ownerUnitId: 'water',
};
const DAY = 86_400_000;

describe('the knowledge base', () => {
  let whole: WholeProcess;
  beforeAll(async () => {
    whole = await WholeProcess.start();
  }, 60_000);
  afterAll(() => whole.stop());

  const as = (person: Person, expectedRevision?: number) =>
    whole.city.as(person, expectedRevision === undefined ? {} : { expectedRevision });
  const dayIn = async (days: number) =>
    instantOf(millisecondsOf(await whole.now()) + days * DAY + 8 * 3_600_000).slice(0, 10);

  async function published(more: Partial<ArticleWords> = {}): Promise<ArticleView> {
    const { articleId } = await draftArticle(as('operator'), { ...WORDS, ...more });
    await submitArticle(as('operator'), { articleId });
    return reviewArticle(as('supervisor'), { articleId, accepted: true });
  }
  const offered = async (q: string): Promise<string[]> =>
    (await listArticles(as('operator'), { q, offered: true, limit: 50 })).items.map(({ articleId }) => articleId);
  const openTasks = async (articleId: string): Promise<string[]> =>
    (await listTasks(as('director'), { limit: 100 })).items
      .filter((task) => task.articleId === articleId)
      .map(({ kind, queue }) => `${kind}:${queue}`);
  const mailsAbout = (article: ArticleView): string[] =>
    whole.mail.mails
      .filter(({ text }) => text?.match(/\/knowledge\/(article-\d+)/)?.[1] === article.articleId)
      .map(({ subject }) => subject ?? '');

  it('offers what a second person published, and keeps every version', async () => {
    const { articleId, revision } = await draftArticle(as('supervisor'), WORDS);
    expect(await offered('水价')).not.toContain(articleId);
    await submitArticle(as('supervisor', revision), { articleId });
    expect(await openTasks(articleId)).toEqual(['article-review:supervision']);
    await expect(reviewArticle(as('supervisor'), { articleId, accepted: true })).rejects.toMatchObject({
      code: 'article.own-review',
    });
    await expect(reviewArticle(as('operator'), { articleId, accepted: true })).rejects.toMatchObject({
      code: 'access.denied',
    });
    await reviewArticle(as('director'), { articleId, accepted: true });
    expect(await openTasks(articleId)).toEqual([]);
    expect(await offered('水价')).toContain(articleId);

    await reviseArticle(as('operator'), { articleId, ...WORDS, answer: '自明年起分四级计价。' });
    expect((await getArticle(as('water-handler'), { articleId })).draft?.answer).toBe('自明年起分四级计价。');
    expect(await offered('四级')).toEqual([]);
    await submitArticle(as('operator'), { articleId });
    const second = await reviewArticle(as('supervisor'), { articleId, accepted: true });
    expect(second.published).toMatchObject({
      version: 2,
      answer: '自明年起分四级计价。',
      publishedByName: 'supervisor',
    });
    expect(await offered('四级')).toContain(articleId);
    expect(await getArticleVersion(as('operator'), { articleId, version: 1 })).toMatchObject({ answer: WORDS.answer });
  });

  it('refuses a form that was overtaken, with what is there now', async () => {
    const { articleId, revision } = await published();
    await reviseArticle(as('operator'), { articleId, ...WORDS, title: '用水计价' });
    await expect(withdrawArticle(as('director', revision), { articleId, text: '重复' })).rejects.toMatchObject({
      code: 'article.stale',
      details: { present: { articleId, draft: { title: '用水计价' } } },
    });
  });

  it('shows a draft to the center and its owner, and to nobody else that it exists', async () => {
    const { articleId } = await draftArticle(as('operator'), WORDS);
    expect(await getArticle(as('water-head'), { articleId })).toMatchObject({ status: 'draft' });
    for (const person of ['housing-head', 'mayor', 'admin'] as const)
      await expect(getArticle(as(person), { articleId })).rejects.toMatchObject({ code: 'article.not-found' });
    const seen = await listArticles(as('housing-handler'), { limit: 100 });
    expect(seen.items.map((row) => row.articleId)).not.toContain(articleId);
  });

  it('tells the director of a review that nobody did in three working days', async () => {
    const { articleId } = await draftArticle(as('operator'), WORDS);
    await submitArticle(as('operator'), { articleId });
    await whole.advanceTo(instantOf(millisecondsOf(await whole.now()) + 12 * DAY));
    const notices = await listNotices(as('director'), { limit: 100 });
    expect(notices.items.filter((notice) => notice.articleId === articleId).map(({ kind }) => kind)).toContain(
      'article-overdue',
    );
  }, 60_000);

  it('reminds the owner, then offers it no longer, and asks for its renewal', async () => {
    const validUntil = await dayIn(60);
    const article = await published({ validUntil, title: '冬季供水水压说明' });
    const { articleId } = article;
    await whole.advanceTo(`${validUntil}T15:59:00.000Z`);
    expect(mailsAbout(article)).toEqual([expect.stringContaining('到期提醒')]);
    expect(await offered('水压')).toEqual([articleId]);
    await whole.advanceTo(`${validUntil}T16:00:01.000Z`);
    expect(await getArticle(as('operator'), { articleId })).toMatchObject({ status: 'expired' });
    expect(await offered('水压')).toEqual([]);
    expect(await openTasks(articleId)).toEqual(['article-renew:knowledge']);
    expect(mailsAbout(article)).toEqual([expect.anything(), expect.stringContaining('停用')]);

    const confirmed = await confirmArticle(as('water-head'), {
      articleId,
      text: '无变化',
      validUntil: await dayIn(90),
    });
    expect(confirmed.status).toBe('published');
    expect(await openTasks(articleId)).toEqual([]);
    expect(await offered('水压')).toEqual([articleId]);
  }, 60_000);

  it('doubted by an operator is its owner’s to look at', async () => {
    const article = await published({ title: '停水通知怎样查询' });
    const { articleId } = article;
    await doubtArticle(as('operator'), { articleId, text: '市民说网址打不开' });
    await doubtArticle(as('leader'), { articleId, text: '又有人说' });
    await whole.drain();
    expect(await openTasks(articleId)).toEqual(['article-check:knowledge']);
    expect(mailsAbout(article)).toEqual([expect.stringContaining('核对')]);
    const { items } = await listArticles(as('supervisor'), { doubted: true, limit: 100 });
    expect(items.find((row) => row.articleId === articleId)?.doubts).toBe(2);
    await expect(doubtArticle(as('water-head'), { articleId, text: 'x' })).rejects.toMatchObject({
      code: 'access.denied',
    });
    await confirmArticle(as('supervisor'), { articleId, text: '网址已恢复' });
    expect(await openTasks(articleId)).toEqual([]);
  });

  it('counts which calls an article answered, in the version that was read out', async () => {
    const { articleId } = await published({ title: '报修水管找谁' });
    const other = await published({ title: '水表过户手续' });
    const steps = new Steps(whole);
    const [first, second] = [await steps.registered(), await steps.registered()];
    const citation = { articleId, version: 1 };
    await answerDirectly(as('operator'), {
      caseNumber: first,
      text: '请拨打抢修电话。',
      articles: [citation, citation],
    });
    await answerDirectly(as('leader'), { caseNumber: second, text: '同上。', articles: [citation] });
    const { timeline } = await getCase(as('operator'), { caseNumber: first });
    expect(timeline.at(-1)).toMatchObject({ type: 'AnsweredDirectly', payload: { articles: [citation] } });
    expect(await getArticle(as('operator'), { articleId })).toMatchObject({ used: 2, lastUsedAt: expect.any(String) });
    const mostUsed = await listArticles(as('operator'), { sort: 'most-used', limit: 100 });
    const order = mostUsed.items.map((row) => row.articleId);
    expect(order.indexOf(articleId)).toBeLessThan(order.indexOf(other.articleId));
  });

  it('takes no answer from what was never published', async () => {
    const { articleId } = await draftArticle(as('operator'), WORDS);
    const caseNumber = await new Steps(whole).registered();
    const answered = answerDirectly(as('operator'), {
      caseNumber,
      text: '请看。',
      articles: [{ articleId, version: 1 }],
    });
    await expect(answered).rejects.toMatchObject({ code: 'article.not-published' });
    expect((await getCase(as('operator'), { caseNumber })).stage).toBe('registered');
  });

  it('stands in the ledger, and its workflows end when nothing is waited for', async () => {
    const { articleId } = await published({ title: '水质检测报告在哪里看' });
    await whole.drain();
    expect(await whole.workflowStatus(articleId)).toBe('COMPLETED');
    const verified = await verifyLedger(as('admin'));
    expect(verified.faults).toEqual([]);
  });
});
