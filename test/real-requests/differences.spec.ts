import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.ts';

const HOUR = 3_600_000;
const DUE = Date.parse('2019-01-08T09:30:00Z');
const REPLIED = DUE + 10 * HOUR;
const RED = { subject: 'a1/due', rung: 'red', at: DUE };
const CAME = { caseNumber: '204701030001', due: DUE, replied: REPLIED, late: true, reported: false, rungs: [RED] };
const RECKONED = {
  due: DUE,
  replied: REPLIED,
  late: true,
  reportAt: DUE + 1_000 * HOUR,
  rungs: [{ ...RED, end: REPLIED }],
};

const found = (came: Partial<typeof CAME>, slack = 60_000): string[] =>
  differences({ ...CAME, ...came }, RECKONED, { slack });

describe('the house beside the reckoning', () => {
  it('agrees where all is the same, the machine’s pace apart', () => {
    expect(found({})).toEqual([]);
    expect(found({ due: DUE + 50_000, replied: REPLIED + 59_000, rungs: [{ ...RED, at: DUE + 30_000 }] })).toEqual([]);
  });

  it.each<[string, Partial<typeof CAME>, RegExp]>([
    ['another due', { due: DUE + HOUR }, /^due 2019-01-08 18:30:00, reckoned 2019-01-08 17:30:00$/],
    ['another reply', { replied: REPLIED + HOUR }, /^replied/],
    ['late, and not counted so', { late: false }, /in time, reckoned late/],
    ['a report too early', { reported: true }, /too early/],
    ['a rung that never acted', { rungs: [] }, /^a1\/due:red of 2019-01-08 17:30:00 did not act$/],
    ['a rung that acted twice', { rungs: [RED, RED] }, /^a1\/due:red acted, planned for/],
    ['a rung nobody owed', { rungs: [RED, { ...RED, rung: 'talk' }] }, /^a1\/due:talk acted/],
  ])('differs by %s', (_, came, sentence) => {
    expect(found(came)).toEqual([expect.stringMatching(sentence)]);
  });

  it('leaves open what fell together with the end of its wait', () => {
    const near = {
      ...RECKONED,
      rungs: [...RECKONED.rungs, { ...RED, rung: 'talk', at: REPLIED + 1_000, end: REPLIED }],
    };
    expect(differences(CAME, near, { slack: 60_000 })).toEqual([]);
    expect(differences(CAME, near, { slack: 10 })).toHaveLength(1);
  });
});
