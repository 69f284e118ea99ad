import type { Term } from '../working-time/working-time.ts';

/** What a check list asks, and what the ledger knows of it by itself. */
export interface CheckItem {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Feedback that fails it is not accepted. */
  readonly required: boolean;
  /** The ledger answers where no person does. */
  readonly known?: 'contacted-in-time' | 'answered-in-person';
}

/** 质检表: what a quality checker gives points for. */
export interface QualityItem {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** The most it may get. */
  readonly points: number;
}

/** How a case is brought to its end: rules as data, part of a policy version. */
export interface ClosingPolicy {
  /** 回访 by phone. */
  readonly callback: {
    /** How often, in one completion, a citizen may ask to be called at another time. */
    readonly postponements: number;
    /** How far ahead that time may lie. */
    readonly latestAfter: Term;
    /** How long he may answer by the link of a short message before he is called. */
    readonly linkTerm: Term;
  };
  /** 审核: what a reviewer goes through before he accepts feedback. */
  readonly reviewCheckList: readonly CheckItem[];
  /** 挂账: how far ahead a matter on the books may be put off at once. */
  readonly booksReviewAfter: Term;
  /** 重开: how long after its closing a case may be reopened; then it is registered anew. */
  readonly reopenWithin: Term;
  /** 抽查: which part (0 to 1) of the cases closed against the citizen's word gets a second look. */
  readonly sampleRate: number;
  /** 质检: the form, and how long the one who was checked may appeal. */
  readonly quality: { readonly form: readonly QualityItem[]; readonly appealWithin: Term; readonly decideWithin: Term };
}

export const DEFAULT_CLOSING: ClosingPolicy = {
  callback: { postponements: 2, latestAfter: { workingDays: 10 }, linkTerm: { workingDays: 1 } },
  reviewCheckList: [
    {
      id: 'contacted-in-time',
      zh: '签收后一个工作日内联系来电人',
      en: 'Contacted the citizen within a working day of acknowledging',
      required: false,
      known: 'contacted-in-time',
    },
    {
      id: 'answered-in-person',
      zh: '反馈前已当面或电话答复来电人',
      en: 'Answered the citizen by phone or in person before feeding back',
      required: false,
      known: 'answered-in-person',
    },
    { id: 'matter-answered', zh: '针对诉求逐项答复', en: 'Every point of the request is answered', required: true },
    { id: 'basis-given', zh: '写明政策法规依据', en: 'The basis in law or policy is given', required: true },
    { id: 'evidence-given', zh: '附有办理佐证', en: 'Evidence of what was done is given', required: false },
  ],
  booksReviewAfter: { workingDays: 130 },
  reopenWithin: { workingDays: 30 },
  sampleRate: 0.2,
  quality: {
    form: [
      { id: 'greeting', zh: '规范用语、态度耐心', en: 'Greeting and patience', points: 20 },
      { id: 'understanding', zh: '问清诉求、复述确认', en: 'Understood the request and repeated it', points: 20 },
      { id: 'answer', zh: '答复准确、有据', en: 'A right answer, with its basis', points: 25 },
      { id: 'record', zh: '记录完整、分类准确', en: 'A whole record, rightly sorted', points: 20 },
      { id: 'closing', zh: '告知去处和时限', en: 'Told what comes next and when', points: 15 },
    ],
    appealWithin: { workingDays: 5 },
    decideWithin: { workingDays: 3 },
  },
};
