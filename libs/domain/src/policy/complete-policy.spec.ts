import { describe, expect, it } from '@jest/globals';
import { completePolicy } from './complete-policy.ts';
import { DEFAULT_POLICY } from './default-policy.ts';
import { fastPolicy } from './fast-policy.ts';
import type { Policy } from './policy.ts';

/** Takes members out of a policy, each by its way: as an older release wrote it. */
function without(...ways: readonly string[]): Policy {
  const old = JSON.parse(JSON.stringify(DEFAULT_POLICY)) as Record<string, Record<string, unknown>>;
  for (const way of ways) {
    const [member = '', name] = way.split('.');
    if (name) delete old[member]?.[name];
    else delete old[member];
  }
  return old as unknown as Policy;
}

describe('a stored policy', () => {
  it('gets the ladders, terms and parts that it was written before', () => {
    const old = without(
      'ladders.meeting-poll',
      'ladders.head-approval',
      'waits.meetingPoll',
      'closing.quality',
      'rotation',
    );
    expect(old.ladders['meeting-poll']).toBeUndefined();
    expect(completePolicy(old)).toEqual(DEFAULT_POLICY);
  });

  it('keeps what it says: its own terms, rungs, lists and ways of time', () => {
    const own: Policy = {
      ...DEFAULT_POLICY,
      terms: { ...DEFAULT_POLICY.terms, help: { workingHours: 3 }, praise: null },
      ladders: { ...DEFAULT_POLICY.ladders, callback: [] },
      suspensionCauses: ['weather'],
    };
    expect(completePolicy(own)).toEqual(own);
    expect(completePolicy(fastPolicy())).toEqual(fastPolicy());
  });

  it('leaves out what it leaves out on purpose', () => {
    const silent = completePolicy(without('statutoryTerms', 'citizenNotices', 'calls'));
    expect(Object.keys(silent)).not.toContain('statutoryTerms');
    expect(Object.keys(silent)).not.toContain('citizenNotices');
    expect(silent.calls).toEqual(DEFAULT_POLICY.calls);
  });
});
