/** Words and files lie elsewhere; an event names them by id and SHA-256 of the UTF-8 text. */
export interface TextReference {
  readonly id: string;
  readonly sha256: string;
}

/** An article of the knowledge base in one of its versions. */
export interface ArticleCitation {
  readonly articleId: string;
  readonly version: number;
}

export const OUTCOMES = ['solved', 'partly', 'explained', 'unreasonable', 'on-books', 'legal-procedure'] as const;
/** 已解决, 部分解决, 解释说明, 诉求不合理, 挂账, 转法定程序 */
export type Outcome = (typeof OUTCOMES)[number];

export const CALLBACK_RESULTS = ['reached', 'not-reached', 'refused', 'call-later'] as const;
/** 联系上, 未联系上, 拒绝回访, 约定再打 */
export type CallbackResult = (typeof CALLBACK_RESULTS)[number];

export const SATISFACTIONS = ['satisfied', 'basically', 'dissatisfied'] as const;
/** 满意, 基本满意, 不满意 */
export type Satisfaction = (typeof SATISFACTIONS)[number];

export const DECLINE_REASONS = [
  'litigation',
  'arbitration',
  'administrative-review',
  'petition-in-course',
  'discipline',
  'information-disclosure',
  'secrets',
  'public-morals',
  'emergency-line',
  'other-city',
  'already-answered',
  'no-substance',
  'not-ours',
  'nuisance',
] as const;
/**
 * Why a request is not the hotline's to handle (不予受理): what other procedures are for or have in course, what no hotline
 * may take (国办发〔2020〕53号), what belongs elsewhere, and nuisance calls.
 */
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const CONTACT_METHODS = ['phone', 'visit', 'letter', 'message', 'meeting'] as const;
export type ContactMethod = (typeof CONTACT_METHODS)[number];

export type AssignmentRole = 'lead' | 'co';

export const ANSWER_WAYS = ['phone', 'fax', 'paper'] as const;
/** By which way a unit that is not online answered what the center then enters for it: 电话, 传真, 书面. */
export type AnswerWay = (typeof ANSWER_WAYS)[number];

/** What the center enters for a unit that is not online: marked so, with the way in which it answered and who there did. */
export interface OnBehalf {
  readonly onBehalf: boolean;
  readonly way?: AnswerWay;
  readonly answeredBy?: TextReference;
}

export const FAX_WAYS = ['gateway', 'hand'] as const;
/** How a fax sheet goes out: by mail to the fax gateway, or laid into the machine by a person. */
export type FaxWay = (typeof FAX_WAYS)[number];

export const FAX_RESULTS = ['delivered', 'failed'] as const;
export type FaxResult = (typeof FAX_RESULTS)[number];

export const FAX_FAILURES = ['busy', 'no-answer', 'no-fax-tone', 'wrong-number', 'out-of-paper', 'other'] as const;
/** 占线, 无人接听, 无传真信号, 号码有误, 缺纸, 其他 */
export type FaxFailure = (typeof FAX_FAILURES)[number];

/** One line of a check list as it was answered. */
export interface Check {
  readonly item: string;
  readonly passed: boolean;
  /** The ledger knew it; no person said so. */
  readonly byLedger?: true;
}

export const QUALITY_MATTERS = ['call', 'case'] as const;
/** 来电质检, 工单质检 */
export type QualityMatter = (typeof QUALITY_MATTERS)[number];

/** Points for one item of the form. */
export interface Mark {
  readonly item: string;
  readonly points: number;
}
