import { z } from 'zod';
import { named } from '../contract.ts';
import { identifier } from '../text/identifier.ts';
import { LENGTHS, line, words } from '../text/words.ts';

/** 例会日: a day of every month. */
const rhythm = z.strictObject({
  week: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
    .meta({ description: '每月第几个；5 为最后一个' }),
  weekday: z.int().min(1).max(7).meta({ description: '星期几：1 为周一，7 为周日' }),
  minute: z.int().min(0).max(1439).meta({ description: '零点后第几分钟开会：540 为 9:00' }),
});

const mail = () => z.email().max(LENGTHS.name).meta({ description: '不是网络成员单位的，会议通知发到这个邮箱' });

/** 联席会议制度 */
export const circleKeeping = named(
  'CircleKeeping',
  z.strictObject({
    rhythm,
    place: words(LENGTHS.place).meta({ description: '会议地点' }),
    members: z
      .array(
        z.strictObject({
          memberId: identifier('成员编号').optional().meta({ description: '原有成员保留编号' }),
          name: line(LENGTHS.name),
          unitId: identifier('单位').optional(),
          contact: line(LENGTHS.name).optional().meta({ description: '联系人' }),
          mail: mail().optional(),
        }),
      )
      .min(1)
      .max(30),
  }),
  {
    rhythm: { week: 2, weekday: 3, minute: 540 },
    place: '受理中心二楼会议室',
    members: [
      { name: '市信访局', contact: '办公室', mail: 'xinfang@rugao.example' },
      { name: '市公安局', unitId: 'gongan' },
    ],
  },
);
export type CircleKeeping = z.input<typeof circleKeeping>;

export const circleMember = named(
  'CircleMember',
  z.object({
    memberId: z.string(),
    name: z.string(),
    unitId: z.string().optional(),
    contact: z.string().optional(),
    mail: z.string().optional(),
  }),
);
export type CircleMember = z.infer<typeof circleMember>;

/** 联席会议成员和例会日 */
export const circleView = named(
  'Circle',
  z.object({
    rhythm: z.object({ week: z.int(), weekday: z.int(), minute: z.int() }).optional(),
    place: z.string().optional(),
    members: z.array(circleMember),
  }),
);
export type Circle = z.infer<typeof circleView>;
