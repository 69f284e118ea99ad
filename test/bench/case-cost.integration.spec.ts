import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastPolicy } from '@hotline/domain';
import { WholeProcess } from '../integration/whole-process.ts';
import { costOf, playStandardCase } from './standard-case.ts';

describe('what a standard case costs', () => {
  let whole: WholeProcess;
  beforeAll(async () => {
    whole = await WholeProcess.startInRealTime(fastPolicy(1));
  }, 60_000);
  afterAll(() => whole.stop(), 60_000);

  // The first measured design: 83 events and 38 transitions, when each step comes after the process has come to rest.
  it('stays within 90 history events and 42 state transitions', async () => {
    const cost = await costOf(whole, await playStandardCase(whole));
    console.log(`the standard case: ${JSON.stringify(cost)}`);
    expect(cost.historyEvents).toBeLessThanOrEqual(90);
    expect(cost.stateTransitions).toBeLessThanOrEqual(42);
  }, 60_000);
});
