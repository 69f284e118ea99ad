import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Article, ArticlePage, Board } from '@hotline/contracts-http';
import { readPdf } from '@hotline/infra';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';

const WRITTEN = {
  title: '下水道堵塞找谁',
  question: '小区下水道堵了，该打给谁？',
  answer: '小区内的由物业或产权单位疏通，市政道路上的由城管局疏通。',
  sources: ['城镇排水与污水处理条例'],
  categoryId: 'sewer',
  ownerUnitId: 'water',
  validUntil: '2199-12-31',
};

describe('the knowledge base over HTTP', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApiUnderTest();
  });
  afterAll(() => api.close());

  async function publish(more: Partial<typeof WRITTEN> = {}): Promise<Article> {
    const [operator, director] = [await api.as('operator'), await api.as('director')];
    const words = { ...WRITTEN, validUntil: undefined, ...more };
    const drafted = await operator.post<Article>('knowledge/articles', words);
    expect(drafted.status).toBe(201);
    const path = `knowledge/articles/${drafted.body.articleId}`;
    expect(drafted.headers.get('location')).toBe(`/api/v1/${path}`);
    const submitted = await operator.post<Article>(`${path}/submission`, {}, { revision: drafted.body.revision });
    const reviewed = await director.post<Article>(
      `${path}/review`,
      { accepted: true },
      { revision: submitted.body.revision },
    );
    expect([reviewed.status, reviewed.body.status]).toEqual([200, 'published']);
    return reviewed.body;
  }

  it('drafts, reviews, searches and cites', async () => {
    const { articleId } = await publish();
    const operator = await api.as('operator');
    const found = await operator.get<ArticlePage>(`knowledge/articles?q=${encodeURIComponent('堵塞')}&offered=true`);
    expect(found.body.items.map((row) => row.articleId)).toContain(articleId);
    expect(found.body.items[0]?.title).toContainEqual({ text: '堵塞', hit: true });
    const { caseNumber, revision } = await operator.register();
    const answer = { text: '请找物业。', articles: [{ articleId, version: 1 }] };
    const answered = await operator.post(`cases/${caseNumber}/direct-answer`, answer, { revision });
    expect(answered.status).toBe(200);
    expect(answered.body.timeline.at(-1)?.payload).toEqual({ text: expect.anything(), articles: answer.articles });
    expect((await operator.get<Article>(`knowledge/articles/${articleId}`)).body.used).toBe(1);
  });

  it('refuses what nobody may do, what is stale, and what cannot be', async () => {
    const { articleId, revision } = await publish({ title: '路灯不亮找谁' });
    const [operator, director] = [await api.as('operator'), await api.as('director')];
    const path = `knowledge/articles/${articleId}`;
    expect((await operator.refused(`${path}/withdrawal`, { text: 'x' }, { revision })).body.code).toBe('access.denied');
    expect((await director.refused(`${path}/withdrawal`, { text: 'x' })).status).toBe(428);
    const stale = await director.refused(`${path}/withdrawal`, { text: 'x' }, { revision: revision - 1 });
    expect([stale.status, stale.body.present]).toMatchObject([412, { articleId, revision }]);
    const past = await operator.refused('knowledge/articles', { ...WRITTEN, validUntil: '2001-01-01' });
    expect([past.status, past.body.code]).toEqual([422, 'article.valid-until-past']);
    expect((await operator.refused('knowledge/articles', { ...WRITTEN, validUntil: '2026-02-30' })).status).toBe(400);
    expect((await operator.get(`${path}/versions/0`)).status).toBe(400);
    expect((await operator.get(`${path}/versions/9`)).status).toBe(404);
  });

  it('gives the handbook as a PDF in which the articles stand', async () => {
    const { articleId } = await publish({ title: '井盖缺失的应急处理' });
    const operator = await api.as('operator');
    const answer = await operator.file('knowledge/handbook');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="handbook\.pdf"; filename\*=UTF-8''/,
    );
    const { text } = await readPdf(answer.body);
    for (const said of [
      '受理办理工作手册',
      '目录',
      '排水',
      '井盖缺失的应急处理',
      '城镇排水与污水处理条例',
      '水务局',
      `${articleId}第1版`,
    ])
      expect(text).toContain(said);
  }, 30_000);

  it('keeps a board of today', async () => {
    const director = await api.as('director');
    const now = Date.now();
    const entry = {
      kind: 'water-off',
      title: '城南停水',
      wording: '检修，明早恢复。',
      area: '城南新村',
      startsAt: new Date(now - 60_000).toISOString(),
      endsAt: new Date(now + 3_600_000).toISOString(),
    };
    expect((await director.post('board', entry)).status).toBe(201);
    const { body } = await (await api.as('operator')).get<Board>('board');
    expect(body.items).toMatchObject([{ title: '城南停水', state: 'showing', area: '城南新村' }]);
  });
});
