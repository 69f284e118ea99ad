import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { DeclineReason, HelpKind, Outcome, RequestKind, Stage, Urgency } from '@hotline/domain';

/** What the citizen brought, and where the case stands, for lists. The truth is in the events. */
export const CaseFileEntity = defineEntity({
  name: 'CaseFile',
  tableName: 'case_file',
  properties: {
    caseNumber: p.string().primary(),
    channel: p.string(),
    callerName: p.string().nullable(),
    callerPhone: p.string().nullable(),
    /** Of whoever wrote a mail: where he is answered. */
    callerMail: p.string().nullable(),
    title: p.string().length(400),
    text: p.text(),
    place: p.string().length(400).nullable(),
    /** Degrees of WGS 84, both or none. */
    latitude: p.double().$type<number>().columnType('float8').nullable(),
    longitude: p.double().$type<number>().columnType('float8').nullable(),
    peopleConcerned: p.integer().nullable(),
    askedAt: p.datetime(3).nullable(),
    externalId: p.string().unique().nullable(),
    externalDigest: p.string().nullable(),
    kind: p.string().$type<RequestKind>(),
    urgency: p.string().$type<Urgency>(),
    categoryId: p.string(),
    stage: p.string().$type<Stage>(),
    /** The case that carries on in its place. */
    mergedInto: p.string().nullable(),
    declinedFor: p.string().$type<DeclineReason>().nullable(),
    outcome: p.string().$type<Outcome>().nullable(),
    registeredAt: p.datetime(3),
    /** The earliest due of an assignment that still runs. */
    dueAt: p.datetime(3).nullable(),
    closedAt: p.datetime(3).nullable(),
    nextAt: p.datetime(3).nullable(),
    nextRung: p.string().nullable(),
    /** Of the 122 line: what was asked for. */
    help: p.string().$type<HelpKind>().nullable(),
    /** 上级转办: their number and their due. */
    externalNumber: p.string().nullable(),
    externalDueAt: p.datetime(3).nullable(),
    /** By when the first open proposal is to be decided; null when none is open. */
    proposalBy: p.datetime(3).nullable(),
  },
});
export type CaseFile = InferEntity<typeof CaseFileEntity>;
