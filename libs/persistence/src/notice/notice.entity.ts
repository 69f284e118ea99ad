import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { CitizenNotice, NoticeKind } from '@hotline/domain';

/**
 * One notice to one person: read in-app as it is, and mailed where an address is known; or an SMS to a citizen. `key` is unique and becomes the
 * Message-ID, so a notice sent again is the same mail.
 */
export const NoticeEntity = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  properties: {
    id: p.uuid().primary(),
    key: p.string().unique(),
    kind: p.string().$type<NoticeKind | CitizenNotice>(),
    stream: p.string(),
    eventNumber: p.integer().nullable(),
    subject: p.string(),
    unitId: p.string().nullable(),
    recipientId: p.string().nullable(),
    recipientName: p.string(),
    address: p.string().nullable(),
    /** How it leaves the house. A citizen's goes by SMS or mail, and its words were written with it. */
    channel: p.string().$type<'mail' | 'sms'>().default('mail'),
    words: p.text().nullable(),
    dueAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    readAt: p.datetime(3).nullable(),
    mail: p.string().$type<'none' | 'pending' | 'sent' | 'refused'>(),
    mailAttempts: p.integer().default(0),
    mailedAt: p.datetime(3).nullable(),
    /** Until then the one who took it to send it has it for himself. */
    mailLeaseUntil: p.datetime(3).nullable(),
    mailProblem: p.text().nullable(),
  },
});
export type Notice = InferEntity<typeof NoticeEntity>;
