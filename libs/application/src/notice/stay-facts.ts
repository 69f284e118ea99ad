import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { NoticeFactsOf } from '@hotline/notifications';
import { StayEntity, type Notice } from '@hotline/persistence';
import { namesOfPeople } from '../organisation/names.ts';

/** Streams of stays: no ledger stands behind them. */
export const ofStay = (stream: string): boolean => stream.startsWith('stay-');

/** What a notice says about a stay: whose it is, until when, and whether its list is written. */
export async function stayFacts(
  em: SqlEntityManager,
  publicUrl: string,
  notice: Notice,
): Promise<NoticeFactsOf<'stay-ending' | 'stay-ended'>> {
  const stay = await em.findOneOrFail(StayEntity, { id: notice.subject }, { disableIdentityMap: true });
  const nameOf = await namesOfPeople(em, [stay.userId]);
  return {
    kind: notice.kind as 'stay-ending' | 'stay-ended',
    key: notice.key,
    recipientName: notice.recipientName,
    at: notice.createdAt.toISOString(),
    link: `${publicUrl}/stays`,
    personName: nameOf(stay.userId) ?? stay.userId,
    until: stay.untilAt.toISOString(),
    listed: stay.writtenAt !== null,
  };
}
