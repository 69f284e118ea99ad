import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Role, Room } from '@hotline/domain';

/** A person with a log-in. `shiftLeader` marks the operators who lead a shift, `executive` the 常务副市长. */
export const UserEntity = defineEntity({
  name: 'User',
  tableName: 'app_user',
  properties: {
    id: p.string().primary(),
    username: p.string().unique(),
    name: p.string(),
    role: p.string().$type<Role>(),
    unitId: p.string().nullable(),
    /** Which of the center's rooms he is of. */
    room: p.string().$type<Room>().nullable(),
    shiftLeader: p.boolean().default(false),
    executive: p.boolean().default(false),
    mail: p.string().nullable(),
    phone: p.string().nullable(),
    passwordHash: p.string().hidden(),
    active: p.boolean().default(true),
  },
});
export type User = InferEntity<typeof UserEntity>;
