import { defineEntity, p } from '@mikro-orm/core';
import type { Power } from '@hotline/domain';

/** 主任授权: named powers of the director in another's hands, from `fromAt` until `untilAt` or until they were taken back. */
export const DelegationEntity = defineEntity({
  name: 'Delegation',
  tableName: 'delegation',
  properties: {
    id: p.uuid().primary(),
    toUserId: p.string(),
    powers: p.json<readonly Power[]>(),
    reason: p.string(),
    fromAt: p.datetime(3),
    untilAt: p.datetime(3),
    givenBy: p.string(),
    givenAt: p.datetime(3),
    endedAt: p.datetime(3).nullable(),
  },
});
