import { z } from 'zod';
import { satisfaction } from '../case/case-words.ts';
import { named } from '../contract.ts';
import { answeredInstant } from '../text/instant.ts';
import { text } from '../text/words.ts';

const token = () =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .meta({ description: '短信链接里的令牌，一次有效' });
const TOKEN = 'Zk3v0mD8yqJ2xT7bN5cR1aW9eH4uL6fK0sP8dG2iQ1M';

/** 发短信回访 */
export const callbackInvitation = named('CallbackInvitation', z.strictObject({}));

/** 凭短信链接 */
export const callbackLink = named('CallbackLink', z.strictObject({ token: token() }), { token: TOKEN });
export type CallbackLink = z.input<typeof callbackLink>;

/** 回访所问 */
export const callbackQuestion = named(
  'CallbackQuestion',
  z.object({ caseNumber: z.string(), answerBy: answeredInstant().meta({ description: '何时前可答' }) }),
);
export type CallbackQuestion = z.infer<typeof callbackQuestion>;

/** 来电人自己的回答 */
export const callbackAnswer = named(
  'CallbackAnswer',
  z.strictObject({
    token: token(),
    contactedByUnit: z.boolean().meta({ description: '承办单位是否联系过您' }),
    solved: z.boolean().meta({ description: '问题是否解决' }),
    satisfaction,
    text: text('您的话').optional(),
  }),
  { token: TOKEN, contactedByUnit: true, solved: true, satisfaction: 'satisfied', text: '通了，谢谢。' },
);
export type CallbackAnswer = z.input<typeof callbackAnswer>;

/** 已收到 */
export const callbackAnswered = named('CallbackAnswered', z.object({ caseNumber: z.string() }));
