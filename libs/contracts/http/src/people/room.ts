import { z } from 'zod';
import { named } from '../contract.ts';
import { role } from '../organisation/role.ts';
import { room } from '../organisation/unit.ts';
import { identifier } from '../text/identifier.ts';

/** 调整所在室 */
export const roomChoice = named('RoomChoice', z.strictObject({ room }), { room: 'intake' });
export type RoomChoice = z.input<typeof roomChoice>;

/** 明确室负责人 */
export const roomHeadNaming = named(
  'RoomHeadNaming',
  z.strictObject({
    userId: identifier('负责人').optional().meta({ description: '本室人员；不填则暂无负责人' }),
  }),
  { userId: 'leader' },
);
export type RoomHeadNaming = z.input<typeof roomHeadNaming>;

const person = z.object({ userId: z.string(), name: z.string() });

/** 室 */
export const roomView = named(
  'RoomOfCenter',
  z.object({ room, head: person.optional(), members: z.array(person.extend({ role })) }),
);
export type RoomOfCenter = z.infer<typeof roomView>;
export const roomList = named('RoomList', z.object({ items: z.array(roomView) }));
