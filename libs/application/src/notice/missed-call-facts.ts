import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { NoticeFactsOf } from '@hotline/notifications';
import { CallEntity, findRows, type Notice } from '@hotline/persistence';

/** Streams of callers who were missed: nobody reads a number out of one. */
export const ofMissedCall = (stream: string): boolean => stream.startsWith('call-');

/** What a notice says about a caller who is not called back: how often he called, and since when. */
export async function missedCallFacts(
  em: SqlEntityManager,
  publicUrl: string,
  { key, recipientName, createdAt, subject }: Notice,
): Promise<NoticeFactsOf<'missed-call-overdue'>> {
  const calls = await findRows(em, CallEntity, 'task_id = ? order by rang_at', [subject]);
  return {
    kind: 'missed-call-overdue',
    key,
    recipientName,
    at: createdAt.toISOString(),
    link: `${publicUrl}/tasks`,
    misses: calls.length,
    since: (calls[0]?.rangAt ?? createdAt).toISOString(),
  };
}
