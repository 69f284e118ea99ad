import nodemailer from 'nodemailer';
import { Client, Connection } from '@temporalio/client';
import { workflowIdOf } from '@hotline/contracts-process';
import type { EventEnvelope } from '@hotline/domain';
import { seal } from '@hotline/persistence';
import { execute } from '../../infra/postgres/cluster.ts';
import type { Book, Deed } from './people/book.ts';
import { fold } from './reckoning/compare-workflows.ts';
import type { ComplaintKind } from './reckoning/complaint.ts';
import { noticeKeyOf } from './reckoning/reckon.ts';
import { readEvents, readStreams } from './reckoning/ledger-facts.ts';
import type { StormSystem } from './system/storm-system.ts';

/** Faults that can be planted at the end of a storm, with what the reckoning must say of each. */
export const PLANTS = {
  'lost-outbox-row': 'stuck',
  'doubled-mail': 'mail-twice',
  'rung-twice': 'rung-twice',
  'lost-event': 'lost',
  'doubled-event': 'doubled',
  'terminated-workflow': 'stuck',
} as const satisfies Record<string, ComplaintKind>;
export type PlantName = keyof typeof PLANTS;

interface Garden {
  readonly system: StormSystem;
  readonly book: Book;
  /** Somebody registers a case now. */
  readonly register: () => Promise<Deed>;
  /** Streams in which something is planted already. */
  readonly used: Set<string>;
}

/** Plants the fault; says where. @throws Error when the storm left nothing to plant it in */
export function plant(name: PlantName, garden: Garden): Promise<string> {
  return PLANTING[name](garden);
}

const PLANTING: Readonly<Record<PlantName, (garden: Garden) => Promise<string>>> = {
  async 'lost-outbox-row'({ system, register, used }) {
    await system.parts.relay.kill();
    const { stream = '' } = await register();
    await execute(system.plain.databaseUrl, `delete from outbox where stream = '${stream}'`);
    await system.parts.relay.start();
    used.add(stream);
    return stream;
  },
  async 'doubled-mail'({ system }) {
    const earlier = system.mail.mails.at(0);
    if (!earlier) throw new Error('no mail came in the storm');
    const key = noticeKeyOf(earlier);
    const transport = nodemailer.createTransport(system.mail.url);
    await transport.sendMail({
      from: 'hotline@city.example',
      to: earlier.recipients[0],
      messageId: earlier.messageId,
      headers: { 'X-Hotline-Notice-Key': key },
      text: 'again',
    });
    transport.close();
    return key;
  },
  async 'rung-twice'(garden) {
    return appendAgain(garden, ({ type }) => type === 'RungActed');
  },
  async 'doubled-event'(garden) {
    const people = new Set(garden.book.deeds.map(({ person }) => person));
    return appendAgain(garden, ({ type, by }) => people.has(by) && type === 'CaseAssigned');
  },
  async 'lost-event'({ system, register, used }) {
    const deed = await register();
    const { stream = '' } = deed;
    const url = system.plain.databaseUrl;
    // As when a database was restored to a moment before: nothing of it is left.
    const tables = ['notice', 'task', 'outbox', 'text', 'event'].map(
      (table) => `delete from ${table} where stream = '${stream}'`,
    );
    await execute(
      url,
      `begin; set session_replication_role = replica; ${tables.join('; ')};
       delete from case_file where case_number = '${stream}'; delete from stream where id = '${stream}'; commit`,
    );
    used.add(stream);
    return `${deed.id}, ${stream}`;
  },
  async 'terminated-workflow'({ system, used }) {
    const rows = await readStreams(system.plain.databaseUrl);
    const row = rows.find(({ id, kind, open }) => open && kind === 'case' && !used.has(id));
    if (!row) throw new Error('no case is open');
    const connection = await Connection.connect({ address: system.plain.temporal });
    await new Client({ connection }).workflow.getHandle(workflowIdOf(row.id)).terminate('planted');
    await connection.close();
    used.add(row.id);
    return row.id;
  },
};

/** Appends an event a second time, with all of the chain, head and state in order: only the content is wrong. */
async function appendAgain({ system, used }: Garden, isMeant: (event: EventEnvelope) => boolean): Promise<string> {
  const url = system.plain.databaseUrl;
  // What runs must not come between the reading and the writing; killed, it would be a fault of its own (a mail again).
  await system.parts.worker.rest();
  const rows = await readStreams(url);
  const events = Map.groupBy(await readEvents(url), ({ stream }) => stream);
  const row = rows.find(({ id, kind }) => kind === 'case' && !used.has(id) && events.get(id)?.some(isMeant));
  const own = row ? (events.get(row.id) ?? []) : [];
  const original = own.find(isMeant);
  const last = own.at(-1);
  if (!row || !original || !last) throw new Error('no such event in the storm');
  const { hash: _, actionKey: __, ...facts } = original;
  const open = { ...facts, number: last.number + 1, at: last.at, previousHash: last.hash };
  const { canonical, hash } = seal(open);
  const state = JSON.stringify(fold(row.kind, [...own, { ...open, hash }]));
  await execute(
    url,
    `begin; insert into event (stream, number, type, at, canonical, hash)
       values ('${row.id}', ${open.number}, '${open.type}', '${open.at}', ${quoted(canonical)}, '${hash}');
     update stream set head_number = ${open.number}, head_hash = '${hash}', state = ${quoted(state)}::jsonb where id = '${row.id}';
     insert into outbox (stream, from_number, available_at) values ('${row.id}', ${open.number}, now()) on conflict do nothing; commit`,
  );
  await system.parts.worker.start();
  used.add(row.id);
  return `${row.id} event ${open.number}`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
