import {
  caseOfStream,
  OPEN,
  TRAINING_SERIES,
  type Instant,
  type ReportCommand,
  type ReportEvent,
  type ReportState,
} from '@hotline/domain';
import { lockStream, type Stream } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';
import { changeReport, policyVersionOf } from './change-report.ts';
import { findExecutive } from './deputy-mayor.ts';

/**
 * Locks the reports that go out together in a weekly folder, in the order of their numbers: those that wait for the same
 * deputy mayor and are due. A training's report goes alone.
 */
export async function lockFolder(
  { em }: Transaction,
  { stream, at }: { readonly stream: string; readonly at: Instant },
): Promise<Stream[]> {
  const waiting = await em.execute<{ id: string }[]>(
    `select other.id from special_report own join special_report other on other.deputy_mayor_id = own.deputy_mayor_id
     where own.id = ? and own.id < ? and other.id < ? and other.status = 'submitted' and other.delivered_at is null
       and other.deliver_at <= ?::timestamptz order by other.id`,
    [stream, TRAINING_SERIES, TRAINING_SERIES, at],
  );
  const locked: Stream[] = [];
  for (const { id } of waiting) {
    const row = await lockStream(em, id);
    // Somebody withdrew or delivered it meanwhile.
    if (row && isWaiting(row.state as ReportState)) locked.push(row);
  }
  return locked;
}

const isWaiting = ({ status, deliveredAt }: ReportState): boolean => status === 'submitted' && !deliveredAt;

/**
 * A time of a report has come. The first report of a weekly folder whose time comes takes all the others along, so that the
 * deputy mayor gets one mail; the others' processes are told.
 *
 * @param folder the reports of its weekly folder, locked, where it is the folder's time
 */
export async function actOnReport(
  transaction: Transaction,
  row: Stream,
  command: Extract<ReportCommand, { type: 'act' }>,
  folder: readonly Stream[],
): Promise<void> {
  const { em } = transaction;
  const others = folder.filter(({ id }) => id !== row.id);
  const executiveId = command.key.startsWith(`${OPEN}:`) ? await findExecutive(em) : undefined;
  const change = async (one: Stream, what: ReportCommand) =>
    changeReport(transaction, { id: one.id, row: one }, await policyVersionOf(transaction, caseOfStream(one.id)), what);
  const { events } = await change(row, {
    ...command,
    ...(executiveId ? { executiveId } : {}),
    ...(others.length > 0 ? { together: others.map(({ id }) => id) } : {}),
  });
  const delivered = (events as ReportEvent[]).find((event) => event.type === 'ReportDelivered');
  if (!delivered) return;
  const { reportIds, carrier } = delivered.payload;
  for (const other of others) await change(other, { type: 'deliver', reportIds, carrier });
}
