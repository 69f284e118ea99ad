import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acceptInvitation,
  approveRules,
  cancelRulesRun,
  draftRules,
  getCase,
  getPolicyVersion,
  getRulesChange,
  listPolicies,
  listPreviewItems,
  previewRules,
  recordInvitation,
  rehearseRules,
  reviseRules,
  verifyLedger,
  withdrawRules,
  type RulesChangeView,
} from '@hotline/application';
import { DEFAULT_POLICY, dayIndexOf, localDayOf, weekdayOf, type Policy } from '@hotline/domain';
import { Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

const { version: _, ...BASE } = DEFAULT_POLICY;
const LONGER: Omit<Policy, 'version'> = {
  ...BASE,
  name: '第2版',
  terms: { ...BASE.terms, help: { workingDays: 8 } },
};

describe('a change of the rules', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 120_000);
  afterAll(() => whole.stop());

  const as = (person: Parameters<typeof whole.city.as>[0]) => whole.city.as(person);
  const get = (changeId: string): Promise<RulesChangeView> => getRulesChange(as('director'), { changeId });
  const dueOf = async (caseNumber: string) => (await getCase(as('operator'), { caseNumber })).assignments[0];

  /** A run goes on by itself until it is done. */
  async function finished(changeId: string): Promise<RulesChangeView> {
    await whole.drain();
    return get(changeId);
  }

  /** The next weekday after so many days, from tomorrow on. */
  async function weekdayAfter(days: number): Promise<string> {
    let index = dayIndexOf(Date.parse(await whole.now())) + Math.max(1, days);
    while (weekdayOf(index) === 0 || weekdayOf(index) === 6) index++;
    return localDayOf(index);
  }

  it('moves what is open when days become free: previewed, approved by another, each case once, told in each', async () => {
    const caseNumber = await steps.assigned();
    const before = await dueOf(caseNumber);
    const day = await weekdayAfter(2);
    // What another body's meeting came to is asked for some working days after it: a wait of no case, and it moves as well.
    const startsAt = new Date(Date.parse(await whole.now()) + 36 * 3_600_000).toISOString();
    const invitation = { from: '市信访局', text: '联席研究', place: '信访局会议室', startsAt };
    const { invitationId, revision: asked } = await recordInvitation(as('supervisor'), invitation);
    await acceptInvitation({ ...as('supervisor'), expectedRevision: asked }, { invitationId, attendeeId: 'director' });
    const writing = { days: [{ day, kind: 'holiday' as const, name: '临时放假' }], reason: '市政府通知' };
    const { changeId } = await draftRules(as('director'), writing);
    await expect(approveRules(as('admin'), { changeId, reach: 'open-cases', reason: '同意' })).rejects.toMatchObject({
      code: 'rules.preview-missing',
    });
    await previewRules(as('director'), { changeId });
    const previewed = await finished(changeId);
    expect(previewed.runs).toMatchObject([{ kind: 'preview', status: 'done', touched: 2 }]);
    expect(previewed.runs[0]?.tally).toMatchObject({ 'due-later': 1 });
    const { items } = await listPreviewItems(as('director'), { changeId, run: 1, limit: 50 });
    const shown = items[0]?.waits.find(({ subject }) => subject === 'a1/due');
    expect(shown?.from).toBe(before?.dueAt);
    expect((await dueOf(caseNumber))?.dueAt).toBe(before?.dueAt);

    await expect(approveRules(as('director'), { changeId, reach: 'open-cases', reason: '同意' })).rejects.toMatchObject(
      {
        code: 'rules.own-approval',
      },
    );
    await approveRules(as('admin'), { changeId, reach: 'open-cases', reason: '同意' });
    expect((await get(changeId)).status).toBe('moving');
    await whole.advanceTo(new Date(Date.parse(await whole.now()) + 20_000).toISOString());
    const done = await finished(changeId);
    expect(done).toMatchObject({ status: 'approved', approvedByName: 'admin' });
    expect(done.runs[1]).toMatchObject({ kind: 'moving', status: 'done', touched: 2 });
    const view = await getCase(as('operator'), { caseNumber });
    expect(view.assignments[0]?.dueAt).toBe(shown?.to);
    expect(view.timeline.filter(({ type }) => type === 'DeadlinesMoved')).toHaveLength(1);
    const lines = view.deadlines.find(({ subject }) => subject === 'a1')?.lines ?? [];
    expect(lines.find(({ code }) => code === 'calendar-moved')?.zh).toContain(changeId);
    expect(lines.findLast(({ code }) => code === 'due')?.at).toBe(shown?.to);
    expect((await verifyLedger({ orm: whole.city.orm })).faults).toEqual([]);
  }, 120_000);

  it('lets the case’s own workflow go on by the new instants', async () => {
    const caseNumber = await steps.acknowledged();
    const day = await weekdayAfter(1);
    const { changeId } = await draftRules(as('director'), { days: [{ day, kind: 'holiday' }], reason: 'r' });
    await previewRules(as('director'), { changeId });
    await finished(changeId);
    const before = await dueOf(caseNumber);
    await approveRules(as('admin'), { changeId, reach: 'open-cases', reason: 'r' });
    await whole.advanceTo(new Date(Date.parse(await whole.now()) + 20_000).toISOString());
    const after = await dueOf(caseNumber);
    expect(Date.parse(after?.dueAt ?? '')).toBeGreaterThan(Date.parse(before?.dueAt ?? ''));
    await whole.advanceTo(new Date(Date.parse(before?.dueAt ?? '') + 60_000).toISOString());
    expect(await whole.noticeKinds(caseNumber)).not.toContain('red');
    await whole.advanceTo(new Date(Date.parse(after?.dueAt ?? '') + 60_000).toISOString());
    expect((await whole.noticeKinds(caseNumber)).filter((kind) => kind === 'red')).toHaveLength(1);
  }, 120_000);

  it('moves each once, also where the answer of a piece was lost on the way', async () => {
    const cases = [await steps.assigned(), await steps.acknowledged()];
    const day = await weekdayAfter(1);
    const { changeId } = await draftRules(as('director'), { days: [{ day, kind: 'holiday' }], reason: 'r' });
    await previewRules(as('director'), { changeId });
    await finished(changeId);
    let lost = 0;
    whole.interfere({
      actOnStream: async (input) => {
        const answer = await whole.port.actOnStream(input);
        if (input.stream === changeId && lost++ < 2) throw new Error('the worker was killed');
        return answer;
      },
    });
    await approveRules(as('admin'), { changeId, reach: 'open-cases', reason: 'r' });
    await whole.advanceTo(new Date(Date.parse(await whole.now()) + 20_000).toISOString());
    expect((await finished(changeId)).status).toBe('approved');
    expect(lost).toBeGreaterThan(1);
    whole.interfere({});
    for (const caseNumber of cases) {
      const { timeline } = await getCase(as('operator'), { caseNumber });
      const moved = timeline.filter(({ type, payload }) => type === 'DeadlinesMoved' && payload['change'] === changeId);
      expect(moved).toHaveLength(1);
    }
    expect((await verifyLedger({ orm: whole.city.orm })).faults).toEqual([]);
  }, 120_000);

  it('refuses a policy field by field, and days that are over', async () => {
    const wrong = { ...BASE, terms: { ...BASE.terms, help: { weeks: 1 } }, redosBeforeSecondLook: -1, extra: true };
    await expect(draftRules(as('director'), { policy: wrong, reason: 'r' })).rejects.toMatchObject({
      code: 'policy.invalid',
      details: {
        fields: expect.arrayContaining([
          { path: 'terms.help', code: 'policy.not-a-term' },
          { path: 'redosBeforeSecondLook', code: 'policy.out-of-range' },
          { path: 'extra', code: 'policy.unknown' },
        ]),
      },
    });
    await expect(
      draftRules(as('director'), { days: [{ day: '2026-01-06', kind: 'holiday' }], reason: 'r' }),
    ).rejects.toMatchObject({ code: 'calendar.day-over' });
    await expect(draftRules(as('operator'), { policy: LONGER, reason: 'r' })).rejects.toMatchObject({
      code: 'access.denied',
    });
  }, 120_000);

  it('a policy reaches new cases alone unless its approval says otherwise; then every open case goes by it', async () => {
    const old = await steps.assigned();
    const first = await draftRules(as('director'), { policy: { ...LONGER, name: '先行版' }, reason: 'r' });
    expect(first.differences).toContainEqual({ path: 'terms.help.workingDays', from: 5, to: 8 });
    await approveRules(as('admin'), { changeId: first.changeId, reach: 'new-cases', reason: 'r' });
    const fresh = await steps.assigned();
    expect((await getCase(as('operator'), { caseNumber: old })).policyVersion).toBe(1);
    expect((await getCase(as('operator'), { caseNumber: fresh })).policyVersion).toBe(2);
    const before = await dueOf(old);

    const { changeId } = await draftRules(as('admin'), { policy: LONGER, reason: 'r' });
    await previewRules(as('admin'), { changeId });
    await finished(changeId);
    await approveRules(as('director'), { changeId, reach: 'open-cases', reason: 'r' });
    await whole.advanceTo(new Date(Date.parse(await whole.now()) + 20_000).toISOString());
    const view = await getCase(as('operator'), { caseNumber: old });
    expect(view.policyVersion).toBe(3);
    expect(Date.parse(view.assignments[0]?.dueAt ?? '')).toBeGreaterThan(Date.parse(before?.dueAt ?? ''));
    const lines = view.deadlines.find(({ subject }) => subject === 'a1')?.lines ?? [];
    expect(lines.find(({ code }) => code === 'policy-moved')?.zh).toContain('第3版');

    const { items } = await listPolicies(as('director'));
    expect(items.map(({ version, changeId: by }) => [version, by])).toEqual([
      [3, changeId],
      [2, first.changeId],
      [1, undefined],
    ]);
    const { differences } = await getPolicyVersion(as('director'), { version: 3, against: 1 });
    expect(differences.map(({ path }) => path)).toEqual(['name', 'terms.help.workingDays']);
  }, 120_000);

  it('is outdated by another version, written anew upon it, and withdrawn', async () => {
    const late = await draftRules(as('director'), { policy: LONGER, reason: 'r' });
    const quick = await draftRules(as('director'), { policy: { ...LONGER, name: '抢先版' }, reason: 'r' });
    await approveRules(as('admin'), { changeId: quick.changeId, reach: 'new-cases', reason: 'r' });
    const { changeId } = late;
    await expect(approveRules(as('admin'), { changeId, reach: 'new-cases', reason: 'r' })).rejects.toMatchObject({
      code: 'rules.outdated',
    });
    const again = await reviseRules(as('director'), { changeId, policy: LONGER, reason: 'r' });
    expect(again).toMatchObject({ version: 2, basedOn: 4 });
    expect(await withdrawRules(as('director'), { changeId, reason: '另行研究' })).toMatchObject({
      status: 'withdrawn',
    });
    await expect(approveRules(as('admin'), { changeId, reach: 'new-cases', reason: 'r' })).rejects.toMatchObject({
      code: 'rules.wrong-status',
    });
  }, 120_000);

  it('rehearses what was closed: with the same rules nothing is different, with shorter terms more is red', async () => {
    const caseNumber = await steps.acknowledged();
    const due = await dueOf(caseNumber);
    await whole.advanceTo(new Date(Date.parse(due?.dueAt ?? '') + 60_000).toISOString());
    await steps.feedBack(caseNumber);
    await steps.accept(caseNumber);
    await steps.satisfied(caseNumber);
    const period = {
      from: '2020-01-01T00:00:00.000Z',
      to: new Date(Date.parse(await whole.now()) + 1_000).toISOString(),
    };
    const [latest] = (await listPolicies(as('director'))).items;
    const { policy } = await getPolicyVersion(as('director'), { version: latest?.version ?? 1 });
    const rehearsed = async (draft: object) => {
      const { changeId } = await draftRules(as('director'), { policy: draft, reason: 'r' });
      await rehearseRules(as('director'), { changeId, ...period });
      return (await finished(changeId)).runs[0];
    };
    const same = await rehearsed(policy);
    expect(same).toMatchObject({
      status: 'done',
      looked: 1,
      touched: 0,
      tally: { units: { water: { actual: { reds: 1 }, rehearsed: { reds: 1 } } } },
    });
    const shorter = await rehearsed({ ...policy, terms: { ...(policy as Policy).terms, help: { workingDays: 20 } } });
    expect(shorter).toMatchObject({
      touched: 1,
      tally: {
        units: { water: { actual: { reds: 1, completedInTime: 0 }, rehearsed: { reds: 0, completedInTime: 1 } } },
      },
    });
  }, 120_000);

  it('a run is cancelled, and a restart of the worker in between loses nothing', async () => {
    await whole.stopWorker();
    const { changeId } = await draftRules(as('director'), { policy: LONGER, reason: 'r' });
    await previewRules(as('director'), { changeId });
    await expect(previewRules(as('director'), { changeId })).rejects.toMatchObject({ code: 'rules.run-under-way' });
    await cancelRulesRun(as('director'), { changeId });
    await previewRules(as('director'), { changeId });
    expect((await get(changeId)).runs.map(({ status }) => status)).toEqual(['cancelled', 'running']);
    await whole.startWorker();
    expect((await finished(changeId)).runs.map(({ status }) => status)).toEqual(['cancelled', 'done']);
  }, 120_000);
});
