import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { InvitationStatus } from '@hotline/domain';

/** An invitation of another body to the center, for lists. The truth is in its stream's events. */
export const CenterInvitationEntity = defineEntity({
  name: 'CenterInvitation',
  tableName: 'center_invitation',
  properties: {
    id: p.string().primary(),
    status: p.string().$type<InvitationStatus>(),
    fromBody: p.string(),
    subject: p.text(),
    place: p.string().length(400),
    startsAt: p.datetime(3),
    caseNumber: p.string().nullable(),
    attendeeId: p.string().nullable(),
    /** What came of it, or why nobody goes. */
    outcome: p.text().nullable(),
  },
});
export type CenterInvitation = InferEntity<typeof CenterInvitationEntity>;

/** The next invitation's id, `invitation-17`; a number of one that failed stays unused. */
export async function nextInvitationId(em: SqlEntityManager): Promise<string> {
  const [row] = await em.execute<{ serial: string }[]>(`select nextval('center_invitation_serial') as serial`);
  if (!row) throw new Error('the sequence center_invitation_serial answered nothing');
  return `invitation-${row.serial}`;
}
