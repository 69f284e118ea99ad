import {
  caseOfStream,
  byPerson,
  isTraining,
  MACHINE,
  nextAction,
  type EventEnvelope,
  type NewEvent,
} from '@hotline/domain';
import {
  announceChange,
  appendEvents,
  BEFORE_FIRST,
  changeRows,
  envelopesAfter,
  insertRows,
  StreamEntity,
  writeOutbox,
  type Stream,
  type StreamState,
} from '@hotline/persistence';
import { settleTasks, writeEffects } from '../effect/write-effects.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** How one kind of stream is folded and shown in lists. */
export interface StreamShape<State extends StreamState> {
  readonly kind: Stream['kind'];
  evolve(state: State | undefined, event: EventEnvelope): State;
  /** Brings the rows that people list up to date with the state; `before` is missing when the stream begins. */
  project(transaction: Transaction, state: State, events: readonly EventEnvelope[], before?: State): Promise<void>;
}

/** What a stream has become, and by which events. */
export interface Changed<State extends StreamState> {
  readonly row: Stream;
  readonly state: State;
  readonly events: EventEnvelope[];
}

/**
 * Event types after which the parent's workflow starts the stream's own: they need no outbox row of their own. A training's
 * are started by the relay alone: a workflow does not skip time while a child of it runs.
 */
const STARTED_BY_PARENT = new Set(['MeetingOpened', 'ReportDrafted', 'ReportSubmitted']);

/** Whether the case that a stream belongs to still has part in it: one may have left a report over several. */
const isOfParent = (state: StreamState, stream: string): boolean =>
  !('caseNumbers' in state) || state.caseNumbers.includes(caseOfStream(stream));

/** What the machine did to a stream while another workflow asked for it: its own has to be told. */
const isOfAnother = ({ type, stream, payload }: EventEnvelope): boolean =>
  type === 'DeadlinesMoved' ||
  (type === 'ReportDelivered' && 'carrier' in payload && payload.carrier !== stream) ||
  type === 'ConferenceOpened' ||
  (type === 'SpecialReportSubmitted' && 'reportId' in payload && !String(payload.reportId).startsWith(`${stream}-`));

/**
 * The one way in which anything changes: numbers and seals the events, appends them, folds them, brings the lists up to
 * date, writes tasks and notices, and leaves word for the relay. Within the caller's transaction, the stream being locked.
 */
export async function changeStream<State extends StreamState>(
  transaction: Transaction,
  shape: StreamShape<State>,
  stream: { readonly id: string; readonly row?: Stream },
  events: readonly NewEvent[],
): Promise<Changed<State>> {
  const { em, now, actor } = transaction;
  const by = actor.role === 'machine' ? MACHINE : actor.userId;
  const before = stream.row?.state as State | undefined;
  const head = before?.head ?? BEFORE_FIRST;
  const sealed = envelopesAfter(head, events, { stream: stream.id, at: now, by });
  const state = sealed.reduce<State | undefined>((folded, event) => shape.evolve(folded, event), before);
  if (stream.row && state && sealed.length === 0) return { row: stream.row, state, events: [] };
  if (!state) throw new Error(`nothing happened to ${stream.id}, which does not exist`);

  await appendEvents(em, sealed);
  const row = await writeHead(transaction, shape.kind, stream, state, by);
  await shape.project(transaction, state, sealed, before);
  if (before) await settleTasks(transaction, { stream: stream.id, before, state }, sealed);
  await writeEffects(transaction, state, sealed);
  const first = sealed[0];
  const begins = sealed.every(({ type }) => STARTED_BY_PARENT.has(type));
  const startedByRelay = isTraining(stream.id) || !isOfParent(state, stream.id);
  const tellWorkflow = first && (begins ? startedByRelay : by !== MACHINE || sealed.some(isOfAnother));
  if (tellWorkflow) await writeOutbox(em, stream.id, first.number);
  else await announceChange(em, stream.id);
  return { row, state, events: sealed };
}

async function writeHead(
  { em }: Transaction,
  kind: Stream['kind'],
  { id, row }: { readonly id: string; readonly row?: Stream },
  state: StreamState,
  by: string,
): Promise<Stream> {
  const facts = {
    headNumber: state.head.number,
    headHash: state.head.hash,
    revision: (row?.revision ?? 0) + (byPerson(by) ? 1 : 0),
    // The ORM would keep an absent member as null, and the state would no longer equal the fold.
    state: JSON.parse(JSON.stringify(state)) as StreamState,
    open: nextAction(state) !== undefined,
  };
  if (row) await changeRows(em, StreamEntity, facts, 'id = ?', [id]);
  else await insertRows(em, StreamEntity, [{ id, kind, ...facts }]);
  return { id, kind, ...facts };
}
