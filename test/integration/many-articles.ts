import type { MikroORM } from '@mikro-orm/postgresql';
import { vectorOf, normal } from '@hotline/application';

const MATTERS =
  '身份证 户口簿 居住证 社保卡 医保报销 公积金提取 水费 电费 燃气 宽带 停水 停电 公交卡 停车 井盖 路灯 噪声 油烟 工资 养老金 低保 入学 疫苗 食品 物业 电梯 漏水 违建 河道 土地'.split(
    ' ',
  );
const DEEDS = '补办 缴纳 查询 投诉 办理 过户 报修 预约 年审 变更 申请 注销 证明 退费 咨询'.split(' ');
const PLACES = '便民服务中心 市政务大厅 镇街窗口 社区居委会 网上平台 派出所 供电营业厅 水务营业厅'.split(' ');
const PHRASES =
  '请带身份证原件和复印件 办理时间为工作日 需要本人到场 可以由家人代办 收费标准以公示为准 办结后短信通知 材料齐全的当场办结 逾期不予受理 老人和残疾人优先 咨询电话87650000'.split(
    ' ',
  );

/** Articles as a city of that size would have after many years, straight into the tables that searches read. */
export async function sowManyArticles(orm: MikroORM, count: number): Promise<void> {
  const em = orm.em.fork();
  let seed = 12_345;
  const draw = (from: readonly string[]): string => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[seed % from.length] ?? '';
  };
  for (let begin = 0; begin < count; begin += 500) {
    const rows = Array.from({ length: Math.min(500, count - begin) }, (_, index) => {
      const title = `${draw(MATTERS)}${draw(DEEDS)}${draw(['需要什么材料', '怎么办', '在哪里', '要多久', '收费吗'])}`;
      const question = `请问${draw(MATTERS)}怎么${draw(DEEDS)}，到${draw(PLACES)}吗？`;
      const answer = Array.from(
        { length: 12 },
        () => `${draw(MATTERS)}${draw(DEEDS)}，${draw(PHRASES)}，地点在${draw(PLACES)}。`,
      ).join('');
      return {
        id: `article-${1_000_000 + begin + index}`,
        title,
        question,
        answer,
        search: normal([title, question, answer].join('\n')),
        head: vectorOf([title, 'A'], [question, 'B']),
        terms: vectorOf([title, 'A'], [question, 'B'], [answer, 'C']),
      };
    });
    const json = JSON.stringify(rows);
    await em.transactional(async (tx) => {
      await tx.execute(
        `insert into stream (id, kind, head_number, head_hash, revision, state, open)
         select r.id, 'article', 1, '', 1, '{}', false from jsonb_to_recordset(?::jsonb) r(id text)`,
        [json],
      );
      await tx.execute(
        `insert into article (id, status, version, title, question, answer, category_id, updated_at, draft_submitted, doubts, used, search, head_terms, terms)
         select r.id, 'published', 1, r.title, r.question, r.answer, 'water-supply', now(), false, 0, 0, r.search, r.head::tsvector, r.terms::tsvector
         from jsonb_to_recordset(?::jsonb) r(id text, title text, question text, answer text, search text, head text, terms text)`,
        [json],
      );
    });
  }
  await em.execute('analyze article');
}
