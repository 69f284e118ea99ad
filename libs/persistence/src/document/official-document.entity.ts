import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** 文号登记簿: a numbered paper of a stream. What it says is set from the ledger whenever it is asked for. */
export const OfficialDocumentEntity = defineEntity({
  name: 'OfficialDocument',
  tableName: 'official_document',
  properties: {
    kind: p.string().primary(),
    year: p.integer().primary(),
    serial: p.integer().primary(),
    stream: p.string(),
    documentId: p.string(),
    unitId: p.string().nullable(),
    issuedAt: p.datetime(3),
  },
});
export type OfficialDocument = InferEntity<typeof OfficialDocumentEntity>;
