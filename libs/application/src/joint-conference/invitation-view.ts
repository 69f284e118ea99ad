import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Instant, InvitationStatus } from '@hotline/domain';
import { findStreams, type CenterInvitation } from '@hotline/persistence';
import { namesOfPeople } from '../organisation/names.ts';

/** An invitation of another body as people see it. */
export interface InvitationView {
  readonly invitationId: string;
  readonly revision: number;
  readonly status: InvitationStatus;
  readonly from: string;
  readonly text: string;
  readonly place: string;
  readonly startsAt: Instant;
  readonly caseNumber?: string;
  readonly attendeeId?: string;
  readonly attendeeName?: string;
  /** What came of it, or why nobody goes. */
  readonly outcome?: string;
}

export async function invitationViews(
  em: SqlEntityManager,
  rows: readonly CenterInvitation[],
): Promise<InvitationView[]> {
  const nameOf = await namesOfPeople(
    em,
    rows.flatMap(({ attendeeId }) => attendeeId ?? []),
  );
  const streams = await findStreams(
    em,
    rows.map(({ id }) => id),
  );
  const revisions = new Map(streams.map(({ id, revision }) => [id, revision]));
  return rows.map(({ id, status, fromBody, subject, place, startsAt, caseNumber, attendeeId, outcome }) => ({
    invitationId: id,
    revision: revisions.get(id) ?? 0,
    status,
    from: fromBody,
    text: subject,
    place,
    startsAt: startsAt.toISOString(),
    ...(caseNumber ? { caseNumber } : {}),
    ...(attendeeId ? { attendeeId, attendeeName: nameOf(attendeeId) ?? attendeeId } : {}),
    ...(outcome ? { outcome } : {}),
  }));
}

export async function invitationView(em: SqlEntityManager, row: CenterInvitation): Promise<InvitationView> {
  const [view] = await invitationViews(em, [row]);
  if (!view) throw new Error(`the invitation ${row.id} has no view`);
  return view;
}
