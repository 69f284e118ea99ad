import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundle } from '../engine/engine.ts';
import { WholeProcess } from '../integration/whole-process.ts';
import { remindingSoon } from './hotline/bench-policies.ts';
import { BUDGET, costOf, overBudget, playStandardCase } from './standard-case.ts';

describe('what a standard case costs', () => {
  let whole: WholeProcess;
  beforeAll(async () => {
    whole = await WholeProcess.startInRealTime(remindingSoon(3));
  }, 60_000);
  afterAll(() => whole.stop(), 60_000);

  it('may be no more than 60 history events', () => {
    expect(Object.values(BUDGET).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(60);
  });

  // The first measured design: 83 events and 38 transitions, when each step comes after the process has come to rest.
  it('is within the budget of each type of event, and 30 state transitions', async () => {
    const cost = await costOf(whole, await playStandardCase(whole));
    console.log(`the standard case: ${JSON.stringify(cost)}`);
    expect(overBudget(cost.byType)).toEqual({});
    expect(cost.stateTransitions).toBeLessThanOrEqual(30);
  }, 60_000);

  it('is seen when a workflow writes one event more', async () => {
    await whole.stopWorker();
    await whole.startWorker(await bundle(new URL('./one-event-more.workflows.ts', import.meta.url)));
    const cost = await costOf(whole, await playStandardCase(whole));
    expect(overBudget(cost.byType)).toEqual({ WORKFLOW_PROPERTIES_MODIFIED: 1 });
  }, 60_000);
});
