import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assignCase,
  databaseClock,
  decideProposal,
  listCases,
  listProposals,
  listTasks,
  actOnStream,
  MACHINE_ACTOR,
  registerCase,
  type ListCasesInput,
} from '@hotline/application';
import { REQUEST, sowSmallCity, type SmallCity } from './small-city.ts';

describe('lists', () => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await sowSmallCity(databaseClock);
  });
  afterAll(() => city.close());

  async function assigned(termWorkingDays: number): Promise<string> {
    const { caseNumber } = await registerCase(city.as('operator'), REQUEST);
    const units = [{ unitId: 'water', role: 'lead', termWorkingDays }] as const;
    await assignCase(city.as('director'), {
      caseNumber,
      units,
      termReason: '停水须尽快恢复',
      quality: '恢复供水',
      feedback: '答复市民',
    });
    return caseNumber;
  }

  /** Walks all pages, while something new comes in between two of them. */
  async function walk(
    input: Pick<ListCasesInput, 'sort' | 'unitId'>,
    between: () => Promise<unknown>,
  ): Promise<string[]> {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listCases(city.as('operator'), { ...input, limit: 3, ...(after ? { after } : {}) });
      seen.push(...page.items.map(({ caseNumber }) => caseNumber));
      after = page.next;
      await between();
    } while (after && seen.length < 60);
    return seen;
  }

  it.each(['newest', 'oldest', 'due'] as const)(
    'by %s show no case twice and miss none, whatever comes in',
    async (sort) => {
      const there = [];
      // Three with one due, so that a page ends among equals.
      for (const days of [5, 5, 5, 3, 9]) there.push(await assigned(days));
      let more = 4;
      const seen = await walk({ sort }, async () => (more-- > 0 ? assigned(1 + more) : undefined));
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(expect.arrayContaining(there));
    },
  );

  it('refuse a cursor of another order, and one that is none', async () => {
    const { next } = await listCases(city.as('operator'), { sort: 'newest', limit: 1 });
    for (const after of [next ?? '', 'x', Buffer.from('[1,2]').toString('base64url')])
      await expect(listCases(city.as('operator'), { sort: 'due', limit: 1, after })).rejects.toMatchObject({
        code: 'list.bad-cursor',
      });
  });

  it('find words in any case, and take signs of the query language for what they are', async () => {
    const { caseNumber } = await registerCase(city.as('operator'), { ...REQUEST, title: 'WiFi 100%_\\ 断网' });
    for (const q of ['wifi', 'WIFI 100%', '%_\\', '断网', caseNumber]) {
      const { items } = await listCases(city.as('operator'), { q, limit: 5 });
      expect(items.map((item) => item.caseNumber)).toEqual([caseNumber]);
    }
    expect((await listCases(city.as('operator'), { q: '1__%', limit: 5 })).items).toEqual([]);
  });

  it('show an open proposal until it is decided, whatever becomes of its task', async () => {
    const caseNumber = await assigned(1);
    const at = new Date(Date.now() + 20 * 86_400_000).toISOString();
    await actOnStream(city.as('operator', { actor: MACHINE_ACTOR }), {
      stream: caseNumber,
      key: 'a1/due:1:supervision-notice:1',
      at,
      after: 0,
    });
    const [proposal] = (await listProposals(city.as('director'))).items;
    expect(proposal).toMatchObject({ caseNumber, status: 'open', caseTitle: REQUEST.title });
    const em = city.orm.em.fork();
    await em.execute(`update task set status = 'done' where stream = ? and kind = 'proposal'`, [caseNumber]);
    expect((await listProposals(city.as('director'))).items).toEqual([proposal]);
    expect((await listProposals(city.as('water-head'))).items).toEqual([]);
    const decision = { decision: 'no', text: '已在办理' } as const;
    await decideProposal(city.as('director'), { caseNumber, proposalId: proposal?.id ?? '', ...decision });
    const open = (await listProposals(city.as('director'))).items.filter(({ id }) => id === proposal?.id);
    expect(open).toEqual([]);
    const tasks = await listTasks(city.as('director'), { caseNumber, limit: 50 });
    expect(tasks.items.filter(({ subject }) => subject === `proposal/${proposal?.id}`)).toEqual([]);
  });
});
