import { englishTime } from '../notice/local-time.ts';
import { rowIf, type Templates } from '../notice/notice-sheet.ts';
import { NOTICE_NAMES } from '../notice/words.ts';

const ARTICLE_MATTERS = {
  review: { zh: '审核', en: 'its review' },
  check: { zh: '核对', en: 'the check of a doubt about it' },
  validity: { zh: '到期更新', en: 'its renewal' },
} as const;

/** 知识库: what the owner of an article is told. */
export const knowledgeTemplates: Templates<
  'article-expiring' | 'article-expired' | 'article-doubted' | 'article-overdue'
> = {
  'article-expiring': (facts) => ({
    heading: NOTICE_NAMES['article-expiring'].zh,
    tone: 'plain',
    opening: '受理中心答复市民所用的下列知识条目即将到期。',
    rows: rowIf('责任单位', facts.ownerName),
    task: '请核对政策和数字是否仍然有效：无变化的，由单位负责人确认并填写新的有效期；有变化的，请修改后提交审核。',
    limits: facts.due ? [{ label: '有效期', at: facts.due }] : [],
    otherwise: '到期后该条目自动停用，受理人员不再据此答复。',
    linkLabel: '打开知识条目',
    english: `Knowledge ${facts.articleId} runs out${facts.due ? ` at ${englishTime(facts.due)}` : ''}; confirm or revise it.`,
  }),
  'article-expired': (facts) => ({
    heading: NOTICE_NAMES['article-expired'].zh,
    tone: 'pressing',
    opening: '下列知识条目有效期已满，已自动停用，受理人员不再据此答复市民。',
    rows: rowIf('责任单位', facts.ownerName),
    task: '请尽快核对：无变化的确认并填写新的有效期，有变化的修改后提交审核；不再需要的请告知中心撤下。',
    limits: facts.due ? [{ label: '有效期', at: facts.due, moment: true }] : [],
    otherwise: '五个工作日仍未更新的，系统将报告受理中心主任。',
    linkLabel: '打开知识条目',
    english: `Knowledge ${facts.articleId} ran out${facts.due ? ` at ${englishTime(facts.due)}` : ''} and is no longer offered; renew it.`,
  }),
  'article-doubted': (facts) => ({
    heading: NOTICE_NAMES['article-doubted'].zh,
    tone: 'plain',
    opening: '受理人员反映，下列知识条目可能已不准确。',
    rows: [...rowIf('责任单位', facts.ownerName), ...rowIf('反映内容', facts.text)],
    task: '请核对：确属不准确的，修改后提交审核；仍然准确的，由单位负责人确认。',
    limits: facts.due ? [{ label: '核对时限', at: facts.due }] : [],
    otherwise: '到时未核对的，系统将报告受理中心主任。',
    linkLabel: '打开知识条目',
    english: `Somebody doubts knowledge ${facts.articleId}; check it${facts.due ? ` by ${englishTime(facts.due)}` : ''}.`,
  }),
  'article-overdue': (facts) => {
    const matter = ARTICLE_MATTERS[facts.matter];
    return {
      heading: NOTICE_NAMES['article-overdue'].zh,
      tone: 'pressing',
      opening: `下列知识条目的${matter.zh}已超过规定时限，尚未完成。`,
      rows: rowIf('责任单位', facts.ownerName),
      task: `请安排人员完成${matter.zh}。`,
      limits: [],
      otherwise: '未完成期间，系统将按规定周期继续提醒。',
      linkLabel: '打开知识条目',
      english: `Knowledge ${facts.articleId}: ${matter.en} is overdue.`,
    };
  },
};
