import {
  decideConference,
  evolveConference,
  mayDoConference,
  PREPARATION,
  type ConferenceCommand,
  type ConferenceEvent,
  type ConferenceState,
} from '@hotline/domain';
import { ConferenceEntity, lockStream, type Stream } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { kindOfOnlyPaper, numberPapers, registerOnlyPaper } from '../document/number-documents.ts';
import { changeStream, type Changed, type StreamShape } from '../ledger/change-stream.ts';
import { rulesInForce, type Rules } from '../rules/rules.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import { membersById } from './circle.ts';
import { gatherAgenda } from './gather-agenda.ts';

/** How a session of the joint conference is folded, and the row people list it by. */
export const CONFERENCE: StreamShape<ConferenceState> = {
  kind: 'conference',
  evolve: (state, event) => evolveConference(state, event as ConferenceEvent),
  async project({ em, wordsOf }, state, events, before) {
    const { conferenceId: id, month, status, startsAt } = state;
    const happened = events as readonly ConferenceEvent[];
    await registerOnlyPaper({ em }, id, happened);
    const place = happened
      .flatMap(({ payload }) => ('place' in payload && payload.place ? [payload.place] : []))
      .at(-1);
    const facts = {
      status,
      startsAt: new Date(startsAt),
      items: Object.keys(state.agenda).length,
      ...(place ? { place: wordsOf(place) } : {}),
      // Nobody is told before the invitations go out; a session that was called off stays whose it was.
      ...(status === 'invited' || status === 'held' ? { unitIds: unitsOf(state) } : {}),
    };
    if (before) return void (await em.nativeUpdate(ConferenceEntity, { id }, facts));
    await em.insert(ConferenceEntity, { id, month, place: null, unitIds: [], ...facts });
  },
};

/** The units that see it: those invited, and those that have something to do by it. */
function unitsOf({ unitIds, resolutions }: ConferenceState): string[] {
  return [...new Set([...unitIds, ...Object.values(resolutions).map(({ unitId }) => unitId)])];
}

/** Locks a session. Cases of its agenda that are to be told are locked before. Errors: conference.not-found. */
export async function lockConference(
  { em }: Transaction,
  conferenceId: string,
): Promise<Stream & { state: ConferenceState }> {
  const row = await lockStream(em, conferenceId);
  if (!row || row.kind !== 'conference') throw new AppError('conference.not-found');
  return row as Stream & { state: ConferenceState };
}

/** Decides a command on a locked session, or on one that is to begin; by the policy in force now. */
export async function changeConference(
  transaction: Transaction,
  stream: { readonly id: string; readonly row?: Stream },
  command: ConferenceCommand,
): Promise<Changed<ConferenceState>> {
  const { em, now, actor } = transaction;
  const state = stream.row?.state as ConferenceState | undefined;
  if (!mayDoConference(actor, command.type)) throw new AppError('access.denied', { action: command.type });
  const rules = await rulesInForce(em, now);
  const asked = await withAgenda(transaction, rules, command, state);
  const decided = decideConference(state, asked, { now, actor, ...rules });
  const events = await numberPapers(transaction, stream.id, decided, kindOfOnlyPaper);
  return changeStream(transaction, CONFERENCE, stream, events);
}

/** When its preparation goes on, or is cut short by the invitations, what the rule finds in the open cases goes with it. */
async function withAgenda(
  { em }: Transaction,
  { policy }: Rules,
  command: ConferenceCommand,
  state: ConferenceState | undefined,
): Promise<ConferenceCommand> {
  if (!state || state.drafted) return command;
  const prepares = command.type === 'act' && command.key.startsWith(`${PREPARATION}:`);
  if (command.type !== 'invite' && !prepares) return command;
  const members = await membersById(em, state.memberIds);
  const circle = [...members.values()].map(({ memberId: id, unitId }) => ({ id, ...(unitId ? { unitId } : {}) }));
  return { ...command, drafted: await gatherAgenda(em, circle, policy) };
}
