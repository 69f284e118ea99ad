import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** What an instruction asks of one unit (分工), for the unit's own list. The truth is in the report's events. */
export const InstructionPartEntity = defineEntity({
  name: 'InstructionPart',
  tableName: 'instruction_part',
  properties: {
    reportId: p.string().primary(),
    partId: p.string().primary(),
    unitId: p.string(),
    dueAt: p.datetime(3),
    /** Over: the report ended before it was done. */
    status: p.string().$type<'open' | 'reported' | 'done' | 'over'>(),
    reportedAt: p.datetime(3).nullable(),
    doneAt: p.datetime(3).nullable(),
  },
});
export type InstructionPart = InferEntity<typeof InstructionPartEntity>;
