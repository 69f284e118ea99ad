import { randomBytes } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CaseState, Instant } from '@hotline/domain';
import { findStream, keepCallbackToken, sha256, type Notice } from '@hotline/persistence';

/** What stands in a message's kept words in place of its link, which nobody keeps. */
export const LINK = '{link}';

/**
 * A link made as the message goes out, so that it is kept nowhere: 256 random bits, of which the ledger's side has the
 * digest alone. A message sent again carries another link of the same invitation.
 */
export async function mintCallbackLink(
  em: SqlEntityManager,
  publicUrl: string,
  notice: Pick<Notice, 'stream' | 'dueAt'>,
): Promise<string> {
  const state = (await findStream(em, notice.stream))?.state as CaseState | undefined;
  const token = randomBytes(32).toString('base64url');
  const expiresAt: Instant = (notice.dueAt ?? new Date(0)).toISOString();
  const invitation = state?.invited?.number;
  // Answered or called back meanwhile: the link leads to nothing any more.
  if (invitation !== undefined)
    await keepCallbackToken(em, { digest: sha256(token), caseNumber: notice.stream, invitation, expiresAt });
  return `${publicUrl}/callback#${token}`;
}
