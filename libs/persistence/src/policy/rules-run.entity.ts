import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { RunKind } from '@hotline/domain';

/** How far a preview, a rehearsal or a moving has come. */
export const RulesRunEntity = defineEntity({
  name: 'RulesRun',
  tableName: 'rules_run',
  properties: {
    changeId: p.string().primary(),
    number: p.integer().primary(),
    kind: p.string().$type<RunKind>(),
    contentVersion: p.integer(),
    status: p.string().$type<'running' | 'done' | 'cancelled'>(),
    /** The last stream that was looked at; they are gone through in the order of their ids. */
    place: p.string(),
    /** How many there are to look at, as it was when the run began. */
    total: p.integer().nullable(),
    looked: p.integer(),
    touched: p.integer(),
    untouched: p.integer(),
    /** What it has come to so far; its shape is its kind's. */
    tally: p.json<object>(),
    periodFrom: p.datetime(3).nullable(),
    periodTo: p.datetime(3).nullable(),
    startedBy: p.string(),
    startedAt: p.datetime(3),
    endedAt: p.datetime(3).nullable(),
  },
});
export type RulesRunRow = InferEntity<typeof RulesRunEntity>;
