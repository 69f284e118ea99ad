import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  classifyCase,
  databaseClock,
  declineCase,
  endIncident,
  findSimilarCases,
  findSimilarRequests,
  getCase,
  listCases,
  listIncidents,
  listNotices,
  lookUpCaller,
  recordCall,
  registerCase,
  verifyLedger,
  type RegisterCaseInput,
} from '@hotline/application';
import { AccessLogEntity } from '@hotline/persistence';
import { days, after, Steps } from './steps.ts';
import { REQUEST, sowSmallCity, type SmallCity } from './small-city.ts';

const LIGHT = {
  title: '中山路路灯不亮',
  text: '中山路一到晚上就很黑，路灯全坏了。',
  place: '中山路',
  callerPhone: '13700002222',
} as const;

describe('what comes in at the desk', () => {
  let city: SmallCity;
  let steps: Steps;
  let serial = 0;
  /** Each test has a phone of its own, so that no other test's calls are counted. */
  let phone: string;
  beforeAll(async () => {
    city = await sowSmallCity(databaseClock);
    steps = new Steps({ city, now: async () => databaseClock.now(city.orm.em.fork()) });
  });
  beforeEach(() => {
    phone = `136${String(serial++).padStart(8, '0')}`;
  });
  afterAll(() => city.close());

  const register = async (more: Partial<RegisterCaseInput> = {}) =>
    (await registerCase(city.as('operator'), { ...REQUEST, callerPhone: phone, ...more })).caseNumber;
  const call = (caseNumber: string, more: { callerPhone?: string } = {}) =>
    recordCall(city.as('operator'), { caseNumber, text: '还是没有水', ...more });

  describe('the caller', () => {
    it('is known by his number however it is written: his open cases first, each look logged', async () => {
      const closed = await register({ title: '医保卡怎么办' });
      await declineCase(city.as('operator'), { caseNumber: closed, reason: 'nuisance', text: '反复骚扰' });
      const open = await register();
      await steps.assign(open, ['water']);
      const latest = await register({ title: '路灯不亮' });
      await declineCase(city.as('operator'), { caseNumber: latest, reason: 'litigation', text: '法院已立案' });
      const written = `+86 ${phone.slice(0, 3)}-${phone.slice(3, 7)} ${phone.slice(7)}`;
      const history = await lookUpCaller(city.as('operator'), { phone: written });
      expect(history).toMatchObject({ open: 1, total: 3, nuisances: 1 });
      expect(history.items.map(({ caseNumber }) => caseNumber)).toEqual([open, latest, closed]);
      expect(history.items[0]).toMatchObject({ stage: 'assigned', units: [{ unitId: 'water', unitName: '水务集团' }] });
      const log = await city.orm.em.fork().find(AccessLogEntity, { what: 'caller-history', caseNumber: open });
      expect(log.map(({ userId }) => userId)).toEqual(['operator']);
    });

    it('is also known by a further call on another’s case; and a unit may not ask', async () => {
      const caseNumber = await register({ callerPhone: '13611112222' });
      await call(caseNumber, { callerPhone: phone });
      expect((await lookUpCaller(city.as('operator'), { phone })).items).toMatchObject([{ caseNumber }]);
      expect((await lookUpCaller(city.as('operator'), { phone: '13612340000' })).total).toBe(0);
      await expect(lookUpCaller(city.as('water-head'), { phone })).rejects.toMatchObject({ code: 'access.denied' });
      await expect(findSimilarRequests(city.as('water-head'), { title: '停水' })).rejects.toMatchObject({
        code: 'access.denied',
      });
    });
  });

  describe('similar open requests', () => {
    it('are found by another telling of them, with score and reasons, also by a word of two characters', async () => {
      const caseNumber = await register(LIGHT);
      const told = { title: '路灯坏了', text: '中山路晚上没有灯', place: '中山路' };
      const { items } = await findSimilarRequests(city.as('operator'), told);
      expect(items[0]).toMatchObject({ caseNumber, reasons: expect.arrayContaining(['place', 'time']) });
      expect(items[0]?.score).toBeGreaterThan(0.38);
      expect((await findSimilarRequests(city.as('operator'), { title: '中山路路灯' })).items[0]).toMatchObject({
        caseNumber,
      });
      expect((await findSimilarRequests(city.as('operator'), { title: '养老金查询' })).items).toEqual([]);
      expect((await findSimilarRequests(city.as('operator'), {})).items).toEqual([]);
    });

    it('are shown beside a case, without itself, and no more when they have ended', async () => {
      const one = await register({ ...LIGHT, title: '宁海路路灯不亮', place: '宁海路', text: '宁海路没有灯' });
      const other = await register({ ...LIGHT, title: '宁海路路灯坏了', place: '宁海路', text: '宁海路晚上很黑' });
      const found = async () => (await findSimilarCases(city.as('operator'), { caseNumber: one })).items;
      expect((await found()).map(({ caseNumber }) => caseNumber)).toContain(other);
      expect((await found()).map(({ caseNumber }) => caseNumber)).not.toContain(one);
      await declineCase(city.as('operator'), { caseNumber: other, reason: 'already-answered', text: '已修好' });
      expect((await found()).map(({ caseNumber }) => caseNumber)).not.toContain(other);
    });

    it.each(["'; drop table case_file; --", "a'b & c | !d", '%_\\', '𠮷😀', ':*'])(
      'take %s for words',
      async (title) => {
        await expect(findSimilarRequests(city.as('operator'), { title, text: title })).resolves.toBeDefined();
      },
    );
  });

  describe('repeated calls', () => {
    it('the third within seven days makes the case urgent: told why, explained, and in the house alone', async () => {
      const caseNumber = await register();
      await steps.assign(caseNumber, ['water']);
      expect(await call(caseNumber)).toMatchObject({ urgency: 'ordinary', calls: 2 });
      const third = await call(caseNumber, { callerPhone: '0513-87651234' });
      expect(third).toMatchObject({ urgency: 'urgent', calls: 3, callers: [{ calls: 2 }, { phone: '051****1234' }] });
      expect(third.timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(['CallRecorded', 'UrgencyRaised']));
      expect(third.deadlines).toContainEqual({
        subject: 'urgency',
        lines: [expect.objectContaining({ code: 'repeated-calls', zh: expect.stringContaining('来电3次') })],
      });
      const { items } = await listNotices(city.as('water-handler'), { limit: 20 });
      expect(items.filter(({ caseNumber: of, kind }) => of === caseNumber && kind === 'call-again')).toMatchObject([
        { mail: 'none' },
        { mail: 'none' },
      ]);
      const own = await getCase(city.as('water-handler'), { caseNumber });
      expect(own.timeline.map(({ texts }) => texts['text'])).toContain('还是没有水');
      expect(own.callers).toBeUndefined();
    });
  });

  describe('many callers about one thing', () => {
    const told = (index: number): Partial<RegisterCaseInput> => ({
      title: `万寿路菜场${['停电', '没有电', '突然停电', '断电'][index % 4]}`,
      text: '万寿路菜场全部停电，商户无法营业。',
      place: '万寿路菜场',
      callerPhone: `1351000${String(index).padStart(4, '0')}`,
    });

    it('become one incident, the director is told once, later calls join, and a supervisor ends it', async () => {
      const before = [];
      for (let index = 0; index < 4; index++) before.push(await register(told(index)));
      await register({ ...told(3), title: '万寿路菜场断电了' });
      expect((await listIncidents(city.as('director'), {})).items).toEqual([]);
      const fifth = await register(told(4));
      const later = await register(told(5));
      const [incident] = (await listIncidents(city.as('director'), {})).items;
      expect(incident).toMatchObject({ caseNumber: fifth, count: 7 });
      expect(incident?.cases.map(({ caseNumber }) => caseNumber)).toEqual(expect.arrayContaining([...before, later]));
      const { items } = await listNotices(city.as('director'), { limit: 50 });
      expect(items.filter(({ kind }) => kind === 'incident')).toMatchObject([{ caseNumber: fifth }]);
      expect(await steps.view(before[0] ?? '')).toMatchObject({
        revision: 1,
        incident: { caseNumber: fifth, open: true },
      });
      expect((await listIncidents(city.as('water-head'), {})).items).toEqual([]);

      const ended = await endIncident(city.as('supervisor'), { caseNumber: fifth, text: '已恢复供电' });
      expect(ended.incident).toEqual({ caseNumber: fifth, open: false });
      expect((await listIncidents(city.as('director'), {})).items).toEqual([]);
      expect((await listIncidents(city.as('director'), { ended: true })).items).toMatchObject([{ caseNumber: fifth }]);
    });

    it('all at once open one incident, not several', async () => {
      const storm = Array.from({ length: 12 }, (_, index) => ({
        ...REQUEST,
        title: '龙游湖道路积水',
        text: '龙游湖边道路积水很深，车辆无法通行。',
        place: '龙游湖',
        callerPhone: `1352000${String(index).padStart(4, '0')}`,
      }));
      await Promise.all(storm.map((request) => registerCase(city.as('operator'), request)));
      await registerCase(city.as('operator'), { ...REQUEST, ...storm[0], callerPhone: '13529999999' });
      const { items } = await listIncidents(city.as('director'), {});
      expect(items.filter(({ title }) => title === '龙游湖道路积水')).toHaveLength(1);
    });
  });

  describe('channels, classification and validity', () => {
    it('a hand-down has a number, registered once, and its due; lists are narrowed by channel', async () => {
      const channel = 'hand-down-province';
      await expect(register({ channel })).rejects.toMatchObject({ code: 'external.number-missing' });
      const externalDueAt = after(await databaseClock.now(city.orm.em.fork()), days(2));
      const caseNumber = await register({ channel, externalNumber: 'JS-2026-0042', externalDueAt });
      expect(await steps.view(caseNumber)).toMatchObject({ externalNumber: 'JS-2026-0042', externalDueAt });
      await expect(register({ channel, externalNumber: 'JS-2026-0042' })).rejects.toMatchObject({
        code: 'external.number-registered',
      });
      await register({ channel: 'hand-down-prefecture', externalNumber: 'JS-2026-0042' });
      const { items } = await listCases(city.as('operator'), { channel, limit: 10 });
      expect(items.map((item) => item.caseNumber)).toEqual([caseNumber]);
      const assigned = await steps.assign(caseNumber, ['water']);
      expect((assigned.assignments[0]?.dueAt ?? '') <= externalDueAt).toBe(true);
    });

    it('is sorted after the call, and found by its category from then on', async () => {
      const { categoryId: _, ...unsorted } = REQUEST;
      const { caseNumber, categoryId } = await registerCase(city.as('operator'), { ...unsorted, callerPhone: phone });
      expect(categoryId).toBe('unclassified');
      const sorted = await classifyCase(city.as('operator'), {
        caseNumber,
        kind: 'complaint',
        categoryId: 'water-supply',
      });
      expect(sorted).toMatchObject({ kind: 'complaint', categoryId: 'water-supply' });
      const unknown = classifyCase(city.as('operator'), { caseNumber, categoryId: 'nothing' });
      await expect(unknown).rejects.toMatchObject({ code: 'category.unknown' });
    });

    it('declined with its reason, the case says for what', async () => {
      const caseNumber = await register();
      const view = await declineCase(city.as('operator'), {
        caseNumber,
        reason: 'administrative-review',
        text: '已申请复议',
      });
      expect(view).toMatchObject({ stage: 'declined', declinedFor: 'administrative-review' });
    });
  });

  it('leaves a ledger that holds', async () => {
    expect((await verifyLedger(city.as('director'))).faults).toEqual([]);
  });
});
