import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { BoardEntryKind } from '@hotline/domain';

/** An entry of 今日看板: what is going on, and what is said about it. Shown from `startsAt` until `endsAt`, by itself. */
export const BoardEntryEntity = defineEntity({
  name: 'BoardEntry',
  tableName: 'board_entry',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<BoardEntryKind>(),
    title: p.text(),
    /** 口径: the wording agreed with whoever answers for it. */
    wording: p.text(),
    area: p.text().nullable(),
    unitId: p.string().nullable(),
    articleId: p.string().nullable(),
    startsAt: p.datetime(3),
    endsAt: p.datetime(3),
    pinned: p.boolean(),
    /** The ETag. */
    revision: p.integer(),
    writtenBy: p.string(),
    writtenAt: p.datetime(3),
    changedBy: p.string().nullable(),
    changedAt: p.datetime(3).nullable(),
    /** Taken down by hand before its end. */
    removedAt: p.datetime(3).nullable(),
  },
});
export type BoardEntry = InferEntity<typeof BoardEntryEntity>;
