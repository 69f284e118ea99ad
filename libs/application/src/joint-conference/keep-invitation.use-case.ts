import {
  isTraining,
  mayDoInvitation,
  seesConferences,
  SUPERVISORS,
  type Instant,
  type InvitationCommand,
} from '@hotline/domain';
import { CenterInvitationEntity, lockStream, nextInvitationId, UserEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { findCaseInSight } from '../case/case-sight.ts';
import { ensureFresh } from '../use-case/ensure-fresh.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { changeInvitation } from './change-invitation.ts';
import { invitationView, type InvitationView } from './invitation-view.ts';

export interface RecordInvitationInput {
  /** Which body invites. */
  readonly from: string;
  readonly text: string;
  readonly place: string;
  readonly startsAt: Instant;
  readonly caseNumber?: string;
}

/** 其他部门邀请: another body invites the center. Errors: access.denied, case.not-found, invitation.in-past. */
export function recordInvitation(context: UseCaseContext, input: RecordInvitationInput): Promise<InvitationView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, text } = transaction;
    if (!mayDoInvitation(actor, 'record')) throw new AppError('access.denied', { action: 'record' });
    const { startsAt, caseNumber } = input;
    if (caseNumber && (isTraining(caseNumber) || !(await findCaseInSight(transaction, caseNumber))))
      throw new AppError('case.not-found');
    const id = await nextInvitationId(em);
    await changeInvitation(
      transaction,
      { id },
      {
        type: 'record',
        from: await text(id, input.from),
        text: await text(id, input.text),
        place: await text(id, input.place),
        startsAt,
        ...(caseNumber ? { caseNumber } : {}),
      },
    );
    return shown(transaction, id);
  });
}

interface OfInvitation {
  readonly invitationId: string;
}

/** Somebody who leads at the center is named to go; he has a task and is told. Errors: invitation.wrong-attendee, the domain's. */
export function acceptInvitation(
  context: UseCaseContext,
  { invitationId, attendeeId }: OfInvitation & { readonly attendeeId: string },
): Promise<InvitationView> {
  return onInvitation(context, invitationId, async ({ em }) => {
    const user = await em.findOne(UserEntity, { id: attendeeId, active: true }, { disableIdentityMap: true });
    if (!user || !SUPERVISORS.includes(user.role)) throw new AppError('invitation.wrong-attendee');
    return { type: 'accept', attendeeId };
  });
}

/** Nobody goes, and why. */
export function declineInvitation(
  context: UseCaseContext,
  input: OfInvitation & { readonly text: string },
): Promise<InvitationView> {
  return onInvitation(context, input.invitationId, async ({ text }) => ({
    type: 'decline',
    text: await text(input.invitationId, input.text),
  }));
}

/** What came of it. */
export function attendInvitation(
  context: UseCaseContext,
  input: OfInvitation & { readonly text: string },
): Promise<InvitationView> {
  return onInvitation(context, input.invitationId, async ({ text }) => ({
    type: 'attend',
    text: await text(input.invitationId, input.text),
  }));
}

/** A person's action on an invitation, whole. Errors: invitation.not-found, invitation.stale, access.denied. */
function onInvitation(
  context: UseCaseContext,
  invitationId: string,
  toCommand: (transaction: Transaction) => Promise<InvitationCommand>,
): Promise<InvitationView> {
  return runUseCase(context, async (transaction) => {
    const row = await lockStream(transaction.em, invitationId);
    if (row?.kind !== 'invitation' || !seesConferences(transaction.actor)) throw new AppError('invitation.not-found');
    await ensureFresh(transaction, row, 'invitation.stale', () => shown(transaction, invitationId));
    await changeInvitation(transaction, { id: invitationId, row }, await toCommand(transaction));
    return shown(transaction, invitationId);
  });
}

async function shown({ em }: Transaction, id: string): Promise<InvitationView> {
  return invitationView(em, await em.findOneOrFail(CenterInvitationEntity, { id }, { disableIdentityMap: true }));
}
