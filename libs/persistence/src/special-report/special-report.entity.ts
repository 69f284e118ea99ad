import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** The words of a special report: 症结, 原因, 途径, what was tried, and what is asked. */
export interface ReportWords {
  readonly trouble: string;
  readonly cause: string;
  readonly wayOut: string;
  readonly tried: string;
  readonly asked: string;
}

/** A special report (专题专报), for lists and folders. The truth is in its stream's events. */
export const SpecialReportEntity = defineEntity({
  name: 'SpecialReport',
  tableName: 'special_report',
  properties: {
    id: p.string().primary(),
    /** The case it was drafted for; its number is in the report's own. */
    caseNumber: p.string(),
    /** Every case that it covers. */
    caseNumbers: p.json<readonly string[]>(),
    deputyMayorId: p.string(),
    /** The executive deputy mayor, once he was told that the instruction is still open. */
    toldTo: p.string().nullable(),
    status: p.string().$type<'draft' | 'submitted' | 'instructed' | 'ended'>(),
    automatic: p.boolean(),
    /** Null while it is a draft. */
    folder: p.string().$type<'urgent' | 'weekly'>().nullable(),
    deliverAt: p.datetime(3).nullable(),
    /** When it reached the deputy mayor, and when he first opened it: the one fact here that no event tells. */
    deliveredAt: p.datetime(3).nullable(),
    readAt: p.datetime(3).nullable(),
    /** When it was last heard what became of the instruction. */
    followedAt: p.datetime(3).nullable(),
    words: p.json<ReportWords>(),
    instructionBy: p.datetime(3).nullable(),
    dueAt: p.datetime(3).nullable(),
    number: p.string().nullable(),
    issuedAt: p.datetime(3).nullable(),
    result: p.string().$type<'solved' | 'unsolved' | 'withdrawn'>().nullable(),
    draftedAt: p.datetime(3),
  },
});
export type SpecialReport = InferEntity<typeof SpecialReportEntity>;
