import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { NoticeFacts } from '@hotline/notifications';
import { CenterInvitationEntity, type Notice } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { namesOfPeople } from '../organisation/names.ts';

/** What a notice about another body's invitation says. Errors: stream.not-found. */
export async function invitationNoticeFacts(
  em: SqlEntityManager,
  publicUrl: string,
  notice: Notice,
): Promise<NoticeFacts> {
  const row = await em.findOne(CenterInvitationEntity, { id: notice.stream }, { disableIdentityMap: true });
  if (!row) throw new AppError('stream.not-found');
  const facts = {
    key: notice.key,
    recipientName: notice.recipientName,
    at: notice.createdAt.toISOString(),
    link: `${publicUrl}/conferences`,
    invitationId: row.id,
    title: row.subject,
    from: row.fromBody,
    place: row.place,
    startsAt: row.startsAt.toISOString(),
  };
  if (notice.kind === 'center-invitation' || notice.kind === 'center-invitation-reminder')
    return { kind: notice.kind, ...facts };
  if (notice.kind !== 'center-invitation-overdue') throw new Error(`notice ${notice.key} is about no invitation`);
  const attendeeName = row.attendeeId ? (await namesOfPeople(em, [row.attendeeId]))(row.attendeeId) : undefined;
  return { kind: notice.kind, ...facts, ...(attendeeName ? { attendeeName } : {}) };
}
