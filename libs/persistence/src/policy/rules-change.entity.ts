import { defineEntity, p } from '@mikro-orm/core';
import type { RulesReach, RulesStatus, RulesSubject } from '@hotline/domain';

/** 规则变更: a policy's next version or days of the calendar, for lists. The truth is in the events. */
export const RulesChangeEntity = defineEntity({
  name: 'RulesChange',
  tableName: 'rules_change',
  properties: {
    id: p.string().primary(),
    subject: p.string().$type<RulesSubject>(),
    status: p.string().$type<RulesStatus>(),
    version: p.integer(),
    basedOn: p.integer(),
    reach: p.string().$type<RulesReach>().nullable(),
    inForceFrom: p.datetime(3).nullable(),
    policyVersion: p.integer().nullable(),
    draftedBy: p.string(),
    draftedAt: p.datetime(3),
    approvedBy: p.string().nullable(),
    approvedAt: p.datetime(3).nullable(),
    updatedAt: p.datetime(3),
  },
});
