import { chineseTime, englishTime } from '../notice/local-time.ts';
import type { Templates } from '../notice/notice-sheet.ts';
import { NOTICE_NAMES } from '../notice/words.ts';

/** The people of the house: stays of one year, and what they leave. */
export const peopleTemplates: Templates<'stay-ending' | 'stay-ended'> = {
  'stay-ending': (facts) => ({
    heading: NOTICE_NAMES['stay-ending'].zh,
    tone: 'formal',
    opening: `${facts.personName}同志在受理中心的轮岗将于${chineseTime(facts.until)}结束。`,
    task: '请写好交接清单：在手的工作由系统汇总，请补充说明，并确定接手人；由接手人逐项确认。',
    limits: [{ label: '轮岗结束', at: facts.until }],
    otherwise: '到期未交接的，报告主任，在手的待办退回原队列；账号到期停用。',
    linkLabel: '写交接清单',
    english: `A stay at the center ends ${englishTime(facts.until)}: write the hand-over list and name who takes over.`,
  }),

  'stay-ended': (facts) => ({
    heading: NOTICE_NAMES['stay-ended'].zh,
    tone: 'pressing',
    opening: `${facts.personName}同志的轮岗已于${chineseTime(facts.until)}结束，${facts.listed ? '交接清单尚未全部确认' : '没有写交接清单'}。`,
    task: '请指定接手人，核对其经手的在办工单和会议、专报。',
    limits: [],
    otherwise: '其账号已停用，在手的待办已退回原队列，由同队列人员办理。',
    linkLabel: '查看交接情况',
    english: `A stay at the center ended ${englishTime(facts.until)} without a whole hand-over: name who takes over.`,
  }),
};
