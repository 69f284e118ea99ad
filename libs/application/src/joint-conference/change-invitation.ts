import {
  decideInvitation,
  evolveInvitation,
  mayDoInvitation,
  type InvitationCommand,
  type InvitationEvent,
  type InvitationState,
} from '@hotline/domain';
import { CenterInvitationEntity, type Stream } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeStream, type Changed, type StreamShape } from '../ledger/change-stream.ts';
import { rulesInForce } from '../rules/rules.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** How an invitation of another body is folded, and the row people list it by. */
export const INVITATION: StreamShape<InvitationState> = {
  kind: 'invitation',
  evolve: (state, event) => evolveInvitation(state, event as InvitationEvent),
  async project({ em, wordsOf }, state, events, before) {
    const { invitationId: id, status, attendeeId } = state;
    const facts = { status, attendeeId: attendeeId ?? null };
    const [first] = events as readonly InvitationEvent[];
    if (!before && first?.type === 'InvitationRecorded') {
      const { from, text, place, startsAt, caseNumber } = first.payload;
      await em.insert(CenterInvitationEntity, {
        id,
        ...facts,
        fromBody: wordsOf(from),
        subject: wordsOf(text),
        place: wordsOf(place),
        startsAt: new Date(startsAt),
        caseNumber: caseNumber ?? null,
        outcome: null,
      });
      return;
    }
    const ended = first?.type === 'InvitationDeclined' || first?.type === 'InvitationAttended';
    const outcome = ended ? { outcome: wordsOf(first.payload.text) } : {};
    await em.nativeUpdate(CenterInvitationEntity, { id }, { ...facts, ...outcome });
  },
};

/** Decides a command on a locked invitation, or on one that is to begin; by the policy in force now. */
export async function changeInvitation(
  transaction: Transaction,
  stream: { readonly id: string; readonly row?: Stream },
  command: InvitationCommand,
): Promise<Changed<InvitationState>> {
  const { em, now, actor } = transaction;
  const state = stream.row?.state as InvitationState | undefined;
  if (!mayDoInvitation(actor, command.type, state?.attendeeId))
    throw new AppError('access.denied', { action: command.type });
  const events = decideInvitation(state, command, { now, actor, ...(await rulesInForce(em, now)) });
  return changeStream(transaction, INVITATION, stream, events);
}
