import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listCallbacks } from '@hotline/application';
import { after, hours, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

describe('calling back', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  const list = (by: 'operator' | 'supervisor' | 'mayor' = 'operator', page: { after?: string; limit?: number } = {}) =>
    listCallbacks(whole.city.as(by), { limit: 20, ...page });

  it('is one call for a citizen with several cases, and a line for each without a number', async () => {
    const mine = [await steps.completed(), await steps.completed()];
    const other = await steps.completed({ callerPhone: '13811112222', callerName: '李先生' });
    const nobodys = await steps.completed({ callerPhone: undefined, callerName: undefined });
    const { items } = await list();
    const numbers = items.flatMap(({ cases }) => [
      cases
        .map(({ caseNumber }) => caseNumber)
        .toSorted()
        .join(),
    ]);
    expect(numbers.toSorted()).toEqual([mine.join(), other, nobodys].toSorted());
    expect(items[0]).toMatchObject({ callerName: '王女士', callerPhone: '139****1234', cases: [{ tries: 0 }, {}] });
    const pages: unknown[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: Awaited<ReturnType<typeof list>> = await list('supervisor', {
        limit: 1,
        ...(next ? { after: next } : {}),
      });
      pages.push(...page.items);
      next = page.next;
    }
    expect(pages).toEqual(items);
    await expect(list('mayor')).rejects.toMatchObject({ code: 'access.denied' });
    await expect(list('operator', { after: 'infinity_x' })).rejects.toMatchObject({ code: 'list.bad-cursor' });
    for (const caseNumber of [...mine, other, nobodys]) await steps.satisfied(caseNumber);
    expect((await list()).items).toEqual([]);
  }, 90_000);

  it('waits for the time at which he asked to be called, and then the task stands again', async () => {
    const caseNumber = await steps.completed();
    const callAgainAt = after(await whole.now(), hours(30));
    const asked = await steps.callBack(caseNumber, { result: 'call-later', callAgainAt, text: '明天下午再打' });
    expect(asked).toMatchObject({ stage: 'completed', next: { at: callAgainAt, subject: 'callback', rung: 'try' } });
    expect(await whole.openTasks(caseNumber)).toEqual([]);
    await whole.advanceTo(after(callAgainAt, -1_000));
    expect(await whole.openTasks(caseNumber)).toEqual([]);
    await whole.advanceTo(after(callAgainAt, 1_000));
    expect(await whole.openTasks(caseNumber)).toEqual(['callback:callback']);
    expect((await steps.satisfied(caseNumber)).stage).toBe('closed');
  }, 60_000);
});
