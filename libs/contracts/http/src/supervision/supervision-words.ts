import { z } from 'zod';
import { named } from '../contract.ts';
import { answeredInstant } from '../text/instant.ts';

/** 答应办结, 说明情况, 未接通, 推诿拒绝 */
export const URGING_RESULTS = ['promised', 'explained', 'not-reached', 'refused'] as const;

/** 催办单, 督办单, 约谈通知书, 通报批评, 会议纪要, 专题专报 */
export const DOCUMENT_KINDS = [
  'urging-notice',
  'supervision-notice',
  'talk-notice',
  'public-criticism',
  'minutes',
  'special-report',
] as const;
export const documentKind = named('DocumentKind', z.enum(DOCUMENT_KINDS));

/** 编号公文: a numbered paper of the case; its PDF is at `/documents/{documentId}`. */
export const paperView = named(
  'Paper',
  z.object({
    documentId: z.string(),
    kind: documentKind,
    number: z.string().meta({ description: '文号' }),
    assignmentId: z.string(),
    issuedAt: answeredInstant(),
    answerBy: answeredInstant().optional().meta({ description: '回执时限' }),
    returnedAt: answeredInstant().optional(),
  }),
);
export type Paper = z.infer<typeof paperView>;

/** 领导督办 */
export const questionView = named(
  'Question',
  z.object({
    questionId: z.string(),
    leaderId: z.string(),
    leaderName: z.string(),
    askedAt: answeredInstant(),
    answerBy: answeredInstant(),
    answeredAt: answeredInstant().optional(),
    text: z.string(),
    answer: z.string().optional(),
  }),
);
export type Question = z.infer<typeof questionView>;
