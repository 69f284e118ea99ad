import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  getCase,
  listTasks,
  mergeCase,
  recordCall,
  reviewFeedback,
  unmergeCase,
  verifyLedger,
  closeCase,
} from '@hotline/application';
import { rateFactsOf, type CaseEvent } from '@hotline/domain';
import { eventsAfter } from '@hotline/persistence';
import { after, hours, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

const OTHER = { callerName: '李先生', callerPhone: '139 0000 5678', title: '桃园小区没有水' };

describe('merging', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  const merge = (caseNumber: string, leadCaseNumber: string) =>
    mergeCase(whole.city.as('operator'), { caseNumber, leadCaseNumber, text: '同一处停水' });
  const unmerge = (caseNumber: string) => unmergeCase(whole.city.as('operator'), { caseNumber, text: '不是一处' });
  const eventsOf = (stream: string) => eventsAfter(whole.city.orm.em.fork(), stream);

  it('lets one case carry on: the other’s unit is let go, its workflow ends, and it reads as the lead does', async () => {
    const lead = await steps.acknowledged();
    const merged = await steps.assigned(['housing'], OTHER);
    await whole.drain();
    expect(await whole.workflowStatus(merged)).toBe('RUNNING');

    const view = await merge(merged, lead);
    expect(view).toMatchObject({
      stage: 'merged',
      mergedInto: { caseNumber: lead, stage: 'assigned' },
      assignments: [{ unitId: 'housing', status: 'withdrawn' }],
    });
    await whole.drain();
    expect(await whole.workflowStatus(merged)).toBe('COMPLETED');
    expect(await whole.workflowStatus(lead)).toBe('RUNNING');
    expect(await whole.openTasks(merged)).toEqual([]);
    expect(await whole.noticeKinds(merged)).toContain('withdrawn');
    expect(await whole.noticeKinds(lead)).toContain('call-again');
    expect((await eventsOf(merged)).at(-1)).toMatchObject({ type: 'CaseMerged', payload: { lead, merged } });
    expect((await eventsOf(lead)).at(-1)).toMatchObject({ type: 'CaseMerged', payload: { lead, merged } });
    await expect(getCase(whole.city.as('housing-handler'), { caseNumber: merged })).rejects.toMatchObject({
      code: 'case.not-found',
    });
    const facts = rateFactsOf((await eventsOf(merged)) as CaseEvent[]);
    expect(facts.case.valid).toBe(false);
    expect(facts.assignments.map(({ excluded }) => excluded)).toEqual(['merged']);
  }, 60_000);

  it('calls all callers back once, with the lead’s one task', async () => {
    const lead = await steps.acknowledged();
    await merge(await steps.registered(OTHER), lead);
    await merge(await steps.registered({ ...OTHER, callerPhone: '+86 13900005678', callerName: '李先生' }), lead);
    await recordCall(whole.city.as('operator'), { caseNumber: lead, text: '我家也没水', callerPhone: '0513-87650001' });
    await steps.feedBack(lead);
    await reviewFeedback(whole.city.as('operator'), { caseNumber: lead, assignmentId: 'a1', accepted: true });
    const { items } = await listTasks(whole.city.as('operator'), { caseNumber: lead, limit: 20 });
    expect(items.filter(({ kind }) => kind === 'callback')).toMatchObject([
      {
        callers: [
          { caseNumber: lead, call: 1, name: '王女士', phone: '139****1234', calls: 1 },
          { name: '李先生', phone: expect.stringMatching(/^\+?1.*\*\*\*\*5678$/), calls: 2 },
          { caseNumber: lead, call: 4, phone: '051****0001', calls: 1 },
        ],
      },
    ]);
    expect((await steps.satisfied(lead)).stage).toBe('closed');
  }, 60_000);

  it('is undone while the lead is open: the unit works again under a new term, and its workflow with it', async () => {
    const lead = await steps.assigned();
    const merged = await steps.acknowledged(['housing']);
    await merge(merged, lead);
    await whole.drain();
    expect(await whole.workflowStatus(merged)).toBe('COMPLETED');
    const again = await unmerge(merged);
    expect(again).toMatchObject({
      stage: 'assigned',
      assignments: [{ unitId: 'housing', status: 'working', term: 2 }],
    });
    expect(again.mergedInto).toBeUndefined();
    expect((await steps.view(lead)).merged).toBeUndefined();
    await whole.drain();
    expect(await whole.workflowStatus(merged)).toBe('RUNNING');
    await whole.advanceTo(after(again.assignments[0]?.dueAt ?? '', hours(0) + 1_000));
    expect(await steps.rungs(merged)).toEqual(expect.arrayContaining(['a1/due:yellow', 'a1/due:red']));
    await expect(unmerge(merged)).rejects.toMatchObject({ code: 'merge.not-merged' });
  }, 60_000);

  it('undone where no unit had it, it is the desk’s again, whose clock begins anew', async () => {
    const lead = await steps.assigned();
    const merged = await steps.registered(OTHER);
    await merge(merged, lead);
    expect(await unmerge(merged)).toMatchObject({ stage: 'registered', next: { subject: 'intake' } });
  }, 60_000);

  it('holds when the lead has ended, and a merged case reads how', async () => {
    const lead = await steps.assigned();
    const merged = await steps.registered(OTHER);
    await merge(merged, lead);
    await closeCase(whole.city.as('director'), { caseNumber: lead, outcome: 'explained', text: '撤诉' });
    await expect(unmerge(merged)).rejects.toMatchObject({ code: 'merge.lead-ended' });
    expect((await steps.view(merged)).mergedInto).toMatchObject({ stage: 'closed', outcome: 'explained' });
    await expect(merge(await steps.registered(OTHER), merged)).rejects.toMatchObject({ code: 'case.wrong-stage' });
  }, 60_000);

  it('goes through a lead that was merged itself', async () => {
    const [last, middle, first] = [await steps.assigned(), await steps.registered(OTHER), await steps.registered()];
    await merge(first, middle);
    await merge(middle, last);
    expect((await steps.view(first)).mergedInto).toMatchObject({ caseNumber: last, stage: 'assigned' });
    await expect(unmerge(first)).rejects.toMatchObject({ code: 'merge.lead-ended' });
    await expect(merge(last, last)).rejects.toMatchObject({ code: 'merge.same-case' });
  }, 60_000);

  it('two at once, each into the other: one is done, none waits for ever', async () => {
    const [one, other] = [await steps.registered(), await steps.registered(OTHER)];
    const done = await Promise.allSettled([merge(one, other), merge(other, one)]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = done.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'case.wrong-stage' } });
  }, 60_000);

  it('leaves a ledger that holds', async () => {
    expect((await verifyLedger(whole.city.as('director'))).faults).toEqual([]);
  }, 60_000);
});
