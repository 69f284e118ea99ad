import { randomUUID } from 'node:crypto';
import type { SubDesk } from '@hotline/persistence';

/** The towns whose offices were made one: each with its sub-desks, its people belonging to all of them. */
const TOWNS = ['taoyuan', 'yuanqiao', 'chaiwan'];
const DESKS = ['12345', '信访', '社会矛盾纠纷调解', '综合治理', '公调对接', '社会矫正'];

/** 一个办公室: as the towns keep them when the city is sown. */
export function subDesks(now: Date): SubDesk[] {
  return TOWNS.flatMap((unitId) =>
    DESKS.map((name) => ({
      id: randomUUID(),
      unitId,
      name,
      memberIds: name === '12345' || name === '信访' ? [unitId] : [unitId, `${unitId}-head`],
      active: true,
      changedBy: `${unitId}-head`,
      changedAt: now,
    })),
  );
}
