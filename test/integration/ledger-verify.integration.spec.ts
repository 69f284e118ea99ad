import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerDirectly,
  assignCase,
  conveneMeeting,
  databaseClock,
  draftReport,
  registerCase,
  verifyLedger,
  type LedgerFault,
} from '@hotline/application';
import { REQUEST, sowSmallCity, type SmallCity } from './small-city.ts';

/** What somebody with every right to the database could do to it. */
const TAMPERINGS: readonly { readonly what: string; readonly sql: string; readonly fault: Partial<LedgerFault> }[] = [
  {
    what: 'a changed payload',
    sql: `update event set canonical = replace(canonical, '"help"', '"praise"') where stream = $1 and number = 1`,
    fault: { number: 1, problem: 'hash' },
  },
  {
    what: 'a changed payload with a hash to match',
    sql: `update event set canonical = c, hash = encode(sha256(convert_to(c, 'UTF8')), 'hex')
          from (select replace(canonical, '"help"', '"praise"') c from event where stream = $1 and number = 1) changed
          where stream = $1 and number = 1`,
    fault: { number: 2, problem: 'chain' },
  },
  {
    what: 'a changed type',
    sql: `update event set type = 'CaseClosed' where stream = $1 and number = 2`,
    fault: { number: 2, problem: 'hash' },
  },
  {
    what: 'another time',
    sql: `update event set at = at - interval '1 day' where stream = $1 and number = 2`,
    fault: { number: 2, problem: 'hash' },
  },
  {
    what: 'a deleted event',
    sql: `delete from event where stream = $1 and number = 1`,
    fault: { number: 2, problem: 'gap' },
  },
  {
    what: 'a deleted last event',
    sql: `delete from event where stream = $1 and number = 2`,
    fault: { number: 1, problem: 'head' },
  },
  {
    what: 'a swapped order',
    sql: `update event set number = number + 100 where stream = $1;
          update event set number = 103 - number where stream = $1`,
    fault: { number: 1, problem: 'chain' },
  },
  {
    what: 'changed words',
    sql: `update text set words = '另一段话' where stream = $1`,
    fault: { number: 2, problem: 'text' },
  },
  {
    what: 'changed words with a digest to match',
    sql: `update text set words = '另一段话', sha256 = encode(sha256(convert_to('另一段话', 'UTF8')), 'hex') where stream = $1`,
    fault: { number: 2, problem: 'text' },
  },
  { what: 'lost words', sql: `delete from text where stream = $1`, fault: { number: 2, problem: 'text' } },
  {
    what: 'a changed state',
    sql: `update stream set state = jsonb_set(state, '{urgency}', '"emergency"') where id = $1`,
    fault: { number: 2, problem: 'state' },
  },
  {
    what: 'a changed head',
    sql: `update stream set head_hash = repeat('f', 64) where id = $1`,
    fault: { number: 2, problem: 'head' },
  },
  { what: 'all events lost', sql: `delete from event where stream = $1`, fault: { number: 0, problem: 'lost' } },
  { what: 'a lost stream', sql: `delete from stream where id = $1`, fault: { number: 0, problem: 'lost' } },
];

describe('the check of the ledger', () => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await sowSmallCity(databaseClock);
  });
  afterAll(() => city.close());

  const answered = async (): Promise<string> => {
    const { caseNumber } = await registerCase(city.as('operator'), REQUEST);
    await answerDirectly(city.as('operator'), { caseNumber, text: '已答复市民' });
    return caseNumber;
  };

  it('finds nothing where nothing was done, in cases, meetings and reports', async () => {
    const { caseNumber } = await registerCase(city.as('operator'), REQUEST);
    const units = [{ unitId: 'water', role: 'lead' }] as const;
    await assignCase(city.as('operator'), { caseNumber, units, quality: '恢复供水', feedback: '答复市民' });
    const startsAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
    await conveneMeeting(city.as('supervisor'), { caseNumber, unitIds: ['water'], startsAt, place: '会议室' });
    const words = { trouble: '症结', cause: '原因', wayOut: '途径', tried: '已催办', asked: '请批示' };
    await draftReport(city.as('supervisor'), { caseNumber, ...words });
    await expect(verifyLedger(city.as('admin'))).resolves.toEqual({ streams: 3, events: 6, faults: [] });
  });

  it.each(TAMPERINGS)('names $what', async ({ sql, fault }) => {
    const stream = await answered();
    const untouched = await answered();
    const tampering = sql.replaceAll('$1', `'${stream}'`);
    const { faults } = await seenWithin(tampering);
    expect(faults).toEqual([{ stream, ...fault }]);
    expect(faults.map((one) => one.stream)).not.toContain(untouched);
  });

  it('is not led astray by what happens meanwhile', async () => {
    const [{ faults }] = await Promise.all([
      verifyLedger(city.as('admin')),
      ...Array.from({ length: 12 }, () => answered()),
    ]);
    expect(faults).toEqual([]);
  });

  /** Tampers behind the triggers' backs, checks, and puts everything back as it was. */
  async function seenWithin(tampering: string) {
    const tables = ['event', 'text', 'stream'];
    const em = city.orm.em.fork();
    await em.execute(tables.map((table) => `create table ${table}_kept as table ${table}`).join(';'));
    await behindTheTriggers(tampering);
    const seen = await verifyLedger(city.as('admin'));
    const restore = tables.map((table) => `delete from ${table}; insert into ${table} table ${table}_kept`).join(';');
    await behindTheTriggers(`${restore}; drop table event_kept, text_kept, stream_kept`);
    return seen;
  }

  async function behindTheTriggers(sql: string): Promise<void> {
    await city.orm.em.fork().transactional(async (em) => {
      await em.execute('set local session_replication_role = replica');
      await em.execute(sql);
    });
  }
});
