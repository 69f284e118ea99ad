import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ShiftKind } from '@hotline/domain';

/** What a shift leaves to the next, gathered when its log is written. */
export interface OpenMatters {
  /** Registered, neither answered nor assigned. */
  readonly unassigned: readonly string[];
  /** Emergencies under way. */
  readonly emergencies: readonly string[];
  /** Tasks that are open, by their queue. */
  readonly tasks: Readonly<Record<string, number>>;
  /** Of those, the ones that are late. */
  readonly late: number;
}

/** A shift of the roster with its hand-over log (交接班): written at its end, confirmed by who takes over. */
export const ShiftEntity = defineEntity({
  name: 'Shift',
  tableName: 'shift',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<ShiftKind>(),
    fromAt: p.datetime(3),
    untilAt: p.datetime(3),
    leaderId: p.string(),
    memberIds: p.json<readonly string[]>(),
    plannedBy: p.string(),
    plannedAt: p.datetime(3),
    remarks: p.string().nullable(),
    matters: p.json<OpenMatters>().nullable(),
    writtenBy: p.string().nullable(),
    writtenAt: p.datetime(3).nullable(),
    confirmedBy: p.string().nullable(),
    confirmedAt: p.datetime(3).nullable(),
  },
});
export type ShiftRow = InferEntity<typeof ShiftEntity>;
