import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** Words that an event names by id and SHA-256. */
export const TextEntity = defineEntity({
  name: 'Text',
  tableName: 'text',
  properties: {
    id: p.uuid().primary(),
    stream: p.string(),
    words: p.text(),
    sha256: p.string(),
  },
});
export type Text = InferEntity<typeof TextEntity>;
