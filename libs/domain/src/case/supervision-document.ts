import type { Instant } from '../instant.ts';

export const CASE_DOCUMENT_KINDS = ['urging-notice', 'supervision-notice', 'talk-notice', 'public-criticism'] as const;
/** 催办单, 督办单, 约谈通知书, 通报批评: papers to a unit about its duty in a case. */
export type CaseDocumentKind = (typeof CASE_DOCUMENT_KINDS)[number];

export const DOCUMENT_KINDS = [...CASE_DOCUMENT_KINDS, 'minutes', 'special-report'] as const;
/** Those, 会议纪要 and 专题专报. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** 文号 without its sign: 〔2026〕17号. Numbered per kind and year from 1 without gaps, years being those of Shanghai. */
export interface DocumentNumber {
  readonly year: number;
  readonly serial: number;
}

/** A paper of the center that has its number and is kept. */
export interface DocumentState {
  readonly id: string;
  readonly kind: CaseDocumentKind;
  readonly assignmentId: string;
  readonly issuedAt: Instant;
  /** The register's; a training's papers have none. */
  readonly number?: DocumentNumber;
  /** Until when the unit returns the slip (回执); absent where the paper asks for none. */
  readonly answerBy?: Instant;
  readonly returnedAt?: Instant;
}

/** 代字: what stands before the year. */
const SIGNS: Readonly<Record<DocumentKind, string>> = {
  'urging-notice': '皋12345催',
  'supervision-notice': '皋12345督',
  'talk-notice': '皋12345约',
  'public-criticism': '皋12345通',
  minutes: '皋12345会纪',
  'special-report': '皋12345专报',
};

/** `皋12345督〔2026〕17号`; a paper without a number is a training's. */
export function documentNumberOf(kind: DocumentKind, number: DocumentNumber | undefined): string {
  return number ? `${SIGNS[kind]}〔${number.year}〕${number.serial}号` : `${SIGNS[kind]}（演练）`;
}
