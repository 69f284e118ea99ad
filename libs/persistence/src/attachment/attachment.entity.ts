import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A file that belongs to a case, as an event names it by its id; the bytes lie under their digest (ADR 0022). */
export const AttachmentEntity = defineEntity({
  name: 'Attachment',
  tableName: 'attachment',
  properties: {
    id: p.uuid().primary(),
    caseNumber: p.string(),
    sha256: p.string(),
    /** As whoever brought it called it. */
    name: p.string(),
    /** As its content says, never as it was called. */
    mediaType: p.string(),
    size: p.integer(),
    /** The unit whose people brought it. */
    unitId: p.string().nullable(),
    addedAt: p.datetime(3),
  },
});
export type Attachment = InferEntity<typeof AttachmentEntity>;
