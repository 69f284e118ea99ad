import {
  casesOnAgenda,
  mayDoConference,
  seesConferences,
  type Actor,
  type ConferenceCommand,
  type ConferenceState,
} from '@hotline/domain';
import { ConferenceEntity, findStream, type Conference, type Stream } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { LockedCase } from '../case/change-case.ts';
import { lockInOrder } from '../special-report/lock-covered.ts';
import { ensureFresh } from '../use-case/ensure-fresh.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { changeConference, lockConference } from './change-conference.ts';
import { conferenceView, type ConferenceView } from './conference-view.ts';

/** The center and the leaders see every session; a unit those it is invited to or has something to do by. */
export function maySeeConference(actor: Actor, { unitIds }: Pick<Conference, 'unitIds'>): boolean {
  return seesConferences(actor) || (actor.unitId !== undefined && unitIds.includes(actor.unitId));
}

/** A session that the actor may see. Errors: conference.not-found. */
export async function conferenceInSight(
  { em, actor }: Pick<Transaction, 'em' | 'actor'>,
  conferenceId: string,
): Promise<Conference> {
  const row = await em.findOne(ConferenceEntity, { id: conferenceId }, { disableIdentityMap: true });
  if (!row || !maySeeConference(actor, row)) throw new AppError('conference.not-found');
  return row;
}

/** A locked session, with the cases of its agenda where they were locked before it. */
export interface LockedConference {
  readonly state: ConferenceState;
  readonly cases: ReadonlyMap<string, LockedCase>;
}

/**
 * A person's action on a session, whole. Where the cases of its agenda must be told, they are locked first, in the order
 * of their numbers, then the session (DESIGN, section 4). Errors: conference.not-found, conference.stale, access.denied.
 */
export function onConference(
  context: UseCaseContext,
  conferenceId: string,
  action: ConferenceCommand['type'],
  toCommand: (transaction: Transaction, locked: LockedConference) => Promise<ConferenceCommand>,
  { tellsCases = false } = {},
): Promise<ConferenceView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor } = transaction;
    const seen = await conferenceInSight(transaction, conferenceId);
    if (!mayDoConference(actor, action)) throw new AppError('access.denied', { action });
    const present = () => conferenceView(transaction, seen);
    const cases = tellsCases ? await lockInOrder(transaction, await agendaOf(transaction, conferenceId)) : new Map();
    const row: Stream & { state: ConferenceState } = await lockConference(transaction, conferenceId);
    await ensureFresh(transaction, row, 'conference.stale', present);
    // Somebody put a case on it since that was not locked.
    if (tellsCases && casesOnAgenda(row.state).some((caseNumber) => !cases.has(caseNumber)))
      throw new AppError('conference.stale', { present: await present() });
    const command = await toCommand(transaction, { state: row.state, cases });
    await changeConference(transaction, { id: conferenceId, row }, command);
    return conferenceView(
      transaction,
      await em.findOneOrFail(ConferenceEntity, { id: conferenceId }, { disableIdentityMap: true }),
    );
  });
}

async function agendaOf({ em }: Transaction, conferenceId: string): Promise<string[]> {
  const stream = await findStream(em, conferenceId);
  return stream ? casesOnAgenda(stream.state as ConferenceState) : [];
}
