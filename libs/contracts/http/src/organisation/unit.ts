import { z } from 'zod';
import { named } from '../contract.ts';
import { role } from './role.ts';

/** 承办单位. `member`: online here (网络成员单位); any other is reached by fax and phone. */
export const unit = named(
  'Unit',
  z.object({
    id: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    member: z.boolean(),
    phone: z.string().nullable(),
    deputyMayorId: z.string().nullable(),
    headApproves: z.boolean().meta({ description: '反馈须经单位负责人审批' }),
    active: z.boolean(),
  }),
);
export type Unit = z.infer<typeof unit>;

/** 单位设置 */
export const unitSetting = named(
  'UnitSetting',
  z.strictObject({ headApproves: z.boolean().meta({ description: '反馈是否须经单位负责人审批' }) }),
  { headApproves: true },
);
export type UnitSetting = z.input<typeof unitSetting>;
export const unitList = named('UnitList', z.object({ items: z.array(unit) }));

export const category = named(
  'Category',
  z.object({
    id: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    parentId: z.string().nullable(),
    level: z.int(),
  }),
);
export type Category = z.infer<typeof category>;
export const categoryList = named('CategoryList', z.object({ items: z.array(category) }));

/** 受理室, 督查室, 综合室 */
export const ROOMS = ['intake', 'supervision', 'general'] as const;
export const room = named('Room', z.enum(ROOMS));
export type Room = z.infer<typeof room>;

/** A person with a log-in, as others see him. */
export const user = named(
  'User',
  z.object({ id: z.string(), name: z.string(), role, unitId: z.string().optional(), room: room.optional() }),
);
export type User = z.infer<typeof user>;
export const userList = named('UserList', z.object({ items: z.array(user) }));
