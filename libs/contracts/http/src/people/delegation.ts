import { z } from 'zod';
import { named } from '../contract.ts';
import { identifier } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { text } from '../text/words.ts';

/** 另定期限, 审批提议, 裁定争议, 再次延期, 通报批评 */
export const POWERS = [
  'set-terms',
  'decide-proposals',
  'rule-disputes',
  'grant-extensions',
  'publish-criticism',
] as const;
export const power = named('Power', z.enum(POWERS));

/** 主任授权 */
export const delegating = named(
  'Delegating',
  z.strictObject({
    toUserId: identifier('受托人'),
    powers: z.array(power).min(1).max(POWERS.length).meta({ description: '委托的权限' }),
    reason: text('授权事由'),
    from: instant(),
    until: instant().meta({ description: '到期自行失效' }),
  }),
  {
    toUserId: 'supervisor',
    powers: ['set-terms', 'decide-proposals'],
    reason: '赴省开会',
    from: '2026-12-07T08:30:00+08:00',
    until: '2026-12-09T17:30:00+08:00',
  },
);
export type Delegating = z.input<typeof delegating>;

/** 收回授权 */
export const delegationEnding = named('DelegationEnding', z.strictObject({}));

/** 授权 */
export const delegationView = named(
  'Delegation',
  z.object({
    delegationId: z.string(),
    toUserId: z.string(),
    toUserName: z.string(),
    powers: z.array(power),
    reason: z.string(),
    from: answeredInstant(),
    until: answeredInstant(),
    givenBy: z.string(),
    givenByName: z.string(),
    givenAt: answeredInstant(),
    endedAt: answeredInstant().optional(),
    holds: z.boolean().meta({ description: '现在是否有效' }),
  }),
);
export type Delegation = z.infer<typeof delegationView>;
export const delegationList = named(
  'DelegationList',
  z.object({
    items: z.array(delegationView),
    own: z.array(power).meta({ description: '本人现在受托的权限' }),
  }),
);
