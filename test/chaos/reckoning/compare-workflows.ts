import { workflowIdOf } from '@hotline/contracts-process';
import { evolveArticle, evolveCase, evolveMeeting, evolveReport, type EventEnvelope } from '@hotline/domain';
import { canonicalJson, type StreamState } from '@hotline/persistence';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';
import type { Complaint } from './complaint.ts';
import { OwnTime } from './own-time.ts';
import { readEvents, readStreams, type StreamRow } from './ledger-facts.ts';

const ASK_WITHIN = 15_000;
const AT_ONCE = 8;
const LONGEST_BY_CLOCK = 300_000;

/** Every stream's workflow against the ledger; asked again, for so many milliseconds of own time, while it has not caught up. */
export async function compareWorkflows(url: string, client: Client, patience: number): Promise<Complaint[]> {
  const time = new OwnTime();
  for (const began = performance.now(); ;) {
    const complaints = await compareNow(url, client);
    const late = time.passed > patience || performance.now() - began > LONGEST_BY_CLOCK;
    if (complaints.length === 0 || late) return complaints;
    await pause(1_000);
  }
}

async function compareNow(url: string, client: Client): Promise<Complaint[]> {
  const streams = await readStreams(url);
  const looks: Look[] = [];
  for (let from = 0; from < streams.length; from += AT_ONCE)
    looks.push(...(await Promise.all(streams.slice(from, from + AT_ONCE).map((row) => look(client, row)))));
  // Read afterwards: what a workflow has folded is in the ledger by now.
  const events = Map.groupBy(await readEvents(url), ({ stream }) => stream);
  return looks.flatMap((one) => judge(one, events.get(one.row.id) ?? []));
}

interface Look {
  readonly row: StreamRow;
  readonly status: string;
  readonly state?: StreamState | null;
  readonly failing?: string;
}

async function look(client: Client, row: StreamRow): Promise<Look> {
  const handle = client.workflow.getHandle(workflowIdOf(row.id));
  try {
    return await client.withDeadline(Date.now() + ASK_WITHIN, async () => {
      const { status } = await handle.describe();
      if (!row.open || status.name !== 'RUNNING') return { row, status: status.name };
      return { row, status: status.name, state: await handle.query<StreamState | null>('state') };
    });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { row, status: 'NONE' };
    const failing = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { row, status: 'UNANSWERED', failing };
  }
}

function judge({ row, status, state, failing }: Look, events: readonly EventEnvelope[]): Complaint[] {
  const { id, kind, open, head } = row;
  if (!open) {
    if (status === 'RUNNING') return [{ kind: 'lingering', what: id }];
    const ended = status === 'COMPLETED' || (status === 'NONE' && kind !== 'case');
    return ended ? [] : [{ kind: 'stuck', what: `${id}: ended, its workflow ${status} ${failing ?? ''}` }];
  }
  if (status !== 'RUNNING') return [{ kind: 'stuck', what: `${id}: its workflow ${status} ${failing ?? ''}` }];
  if (!state) return [{ kind: 'stuck', what: `${id}: its workflow has read nothing` }];
  const { number } = state.head;
  if (number < head) return [{ kind: 'stuck', what: `${id}: its workflow has folded ${number} of ${head} events` }];
  const folded = fold(kind, events.slice(0, number));
  const same = folded !== undefined && canonicalJson(folded) === canonicalJson(state);
  return same ? [] : [{ kind: 'differs', what: `${id} at event ${number}` }];
}

const EVOLVE = { case: evolveCase, meeting: evolveMeeting, report: evolveReport, article: evolveArticle };

/** The state after some events, by the domain's own fold. */
export function fold(kind: StreamRow['kind'], events: readonly EventEnvelope[]): StreamState | undefined {
  const evolve = EVOLVE[kind] as (state: StreamState | undefined, event: EventEnvelope) => StreamState;
  return events.reduce<StreamState | undefined>((state, event) => evolve(state, event), undefined);
}
