import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countLine122, listCases, listTasks, registerCase, reportInterim } from '@hotline/application';
import { DEFAULT_POLICY } from '@hotline/domain';
import { PolicyEntity } from '@hotline/persistence';
import { REQUEST } from './small-city.ts';
import { after, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

const MINUTE = 60_000;
const LOCK = {
  channel: 'phone-122',
  help: 'lock',
  title: '家门反锁，炉上有火',
  text: '老人带着孩子被锁在门外，炉子上还烧着水。',
} as const;

describe('the 122 line', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
    // A Saturday night: no desk hour for a day and a half.
    await whole.advanceTo(saturdayNightAfter(await whole.now()));
  });
  afterAll(() => whole.stop());

  const register = (more: object = {}) =>
    registerCase(whole.city.as('operator'), { ...REQUEST, ...LOCK, ...more }).then(({ caseNumber }) => caseNumber);
  const passed = async (minutes: number) => whole.advanceTo(after(await whole.now(), minutes * MINUTE));

  it('waits ten minutes for its desk, then asks the shift leader, then tells the director, day and night', async () => {
    const caseNumber = await register();
    await passed(11);
    expect(await whole.openTasks(caseNumber)).toEqual(['assign-or-answer:shift-leader']);
    expect(await whole.noticeKinds(caseNumber)).toEqual(['desk-overdue']);
    await passed(20);
    expect(await whole.noticeKinds(caseNumber)).toEqual(['desk-overdue', 'desk-overdue']);
    await steps.assign(caseNumber, ['water']);
  });

  it('climbs its ladder in minutes: unit, head, shift leader, director; and mails them', async () => {
    const caseNumber = await register();
    const { assignments, help } = await steps.assign(caseNumber, ['water']);
    const start = assignments[0]?.startedAt ?? '';
    expect(help).toBe('lock');
    expect(assignments[0]).toMatchObject({
      acknowledgeBy: after(start, 10 * MINUTE),
      dueAt: after(start, 120 * MINUTE),
    });
    await passed(26);
    expect(await steps.rungs(caseNumber)).toEqual([
      'a1/acknowledge:unread',
      'a1/acknowledge:reminder',
      'a1/acknowledge:shift-leader',
    ]);
    await steps.acknowledge(caseNumber);
    await passed(5);
    await reportInterim(whole.city.as('water-handler'), { caseNumber, assignmentId: 'a1', text: '开锁师傅已到场' });
    await passed(125);
    expect((await steps.rungs(caseNumber)).slice(3)).toEqual([
      'a1/first-report:missing',
      'a1/due:yellow',
      'a1/due:red',
      'a1/due:urging-notice',
    ]);
    const late = whole.mail.mails.filter(({ subject }) => subject?.includes('分钟时限逾期报告'));
    const to = new Set(late.flatMap(({ recipients }) => recipients));
    expect([...to].sort()).toEqual(['director@city.example', 'leader@city.example']);
    await steps.feedBack(caseNumber);
    await steps.accept(caseNumber);
    await steps.satisfied(caseNumber);
    await whole.drain();
    expect(await whole.workflowStatus(caseNumber)).toBe('COMPLETED');
  }, 60_000);

  it('explains its minutes, keeps its source, and is found by it', async () => {
    const caseNumber = await register({ help: undefined, title: '邻里漏水纠纷' });
    await steps.assign(caseNumber, ['housing']);
    const view = await steps.view(caseNumber);
    expect(view).toMatchObject({ channel: 'phone-122', help: 'other' });
    const lines = view.deadlines.find(({ subject }) => subject === 'a1')?.lines.map(({ code }) => code);
    expect(lines).toEqual(['began', 'term', 'acknowledge-by', 'due']);
    const found = await listCases(whole.city.as('director'), { channel: 'phone-122', limit: 50, sort: 'newest' });
    expect(found.items.map((row) => row.caseNumber)).toContain(caseNumber);
  });

  it('has figures of its own, by kind of help; for who sees every case', async () => {
    await register({ channel: 'phone-12345', help: undefined });
    const period = { from: after(await whole.now(), -7 * 86_400_000), to: after(await whole.now(), 86_400_000) };
    const { all, byHelp } = await countLine122(whole.city.as('mayor'), period);
    expect(all).toMatchObject({
      requests: 3,
      valid: 3,
      acknowledgedInTime: { count: 0, of: 3 },
      reportedInTime: { count: 0 },
      onTimeFeedback: { count: 1 },
      minutesToAcknowledge: expect.closeTo(26, 0),
      satisfaction: { count: 1, of: 1, rate: 1, fewCounts: true },
      overallCompletion: { count: 1, of: 3 },
    });
    expect(byHelp.map(({ help, requests }) => [help, requests])).toEqual([
      ['dispute', 0],
      ['water-and-power', 0],
      ['lock', 2],
      ['complaint', 0],
      ['other', 1],
    ]);
    await expect(countLine122(whole.city.as('water-head'), period)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(countLine122(whole.city.as('mayor'), { from: period.to, to: period.from })).rejects.toMatchObject({
      code: 'period.not-one',
    });
  });

  it('is refused where 122 is apart, with a code that says so; its kinds of help are its own', async () => {
    await expect(register({ channel: 'phone-12345' })).rejects.toMatchObject({ code: 'line-122.help-elsewhere' });
    const { line122 } = DEFAULT_POLICY;
    await whole.city.orm.em.fork().insert(PolicyEntity, {
      version: 7,
      rules: { ...DEFAULT_POLICY, version: 7, line122: { ...line122, offered: false } },
      inForceSince: new Date('2021-01-01T00:00:00Z'),
    });
    const before = (await listTasks(whole.city.as('operator'), { limit: 100 })).items.length;
    await expect(register()).rejects.toMatchObject({ code: 'line-122.not-offered' });
    expect((await listTasks(whole.city.as('operator'), { limit: 100 })).items).toHaveLength(before);
  });
});

/** The next Saturday, 22:00 in Shanghai. */
function saturdayNightAfter(now: string): string {
  const night = new Date(`${now.slice(0, 10)}T14:00:00.000Z`);
  while (night.getUTCDay() !== 6 || night.toISOString() <= now) night.setUTCDate(night.getUTCDate() + 1);
  return night.toISOString();
}
