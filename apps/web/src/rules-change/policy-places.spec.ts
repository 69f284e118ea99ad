import { describe, expect, it } from '@jest/globals';
import { knobsOf, lineOf, partsOf, placeOfFault, pretty, type PolicyRules } from './policy-places.ts';

const policy: PolicyRules = {
  name: '第2版',
  terms: { consultation: { workingDays: 1 }, help: { workingDays: 5 }, praise: null },
  waits: { acknowledge: { workingDays: 1 } },
  ladders: {
    due: [
      { rung: 'yellow', after: 'start', offset: { share: 0.75 }, effects: [] },
      { rung: 'red', after: 'due', offset: { workingDays: 0 }, effects: [] },
      { rung: 'talk', after: 'due', offset: { workingDays: 5 }, effects: [] },
    ],
    ruling: [{ rung: 'overdue', after: 'never', offset: { minutes: 1 }, effects: [] }],
  },
  callbackTries: 3,
  suspensionCauses: ['weather'],
};

describe('the places of a policy', () => {
  it('offers what the policy has, and of the ladder towards the due the rungs after it', () => {
    const { terms, waits, due, counts } = knobsOf(policy);
    expect(terms.map(({ way }) => way.join('.'))).toEqual(['terms.consultation', 'terms.help']);
    expect(waits.map(({ way }) => way.join('.'))).toEqual(['waits.acknowledge']);
    expect(due.map(({ rung, way }) => [rung, way.join('.')])).toEqual([
      ['red', 'ladders.due.1.offset'],
      ['talk', 'ladders.due.2.offset'],
    ]);
    expect(counts.map(({ way }) => way.join('.'))).toEqual(['callbackTries']);
  });

  it('asks for everything that is no plain value as JSON', () => {
    expect(partsOf(policy)).toEqual(['terms', 'waits', 'ladders', 'suspensionCauses']);
  });

  it('shows a fault at the input of its value', () => {
    const code = 'policy.wrong-type';
    const place = (...path: (string | number)[]) => placeOfFault({ path, code }, policy).path;
    expect(place('terms', 'help', 'workingDays')).toEqual(['policy', 'terms', 'help']);
    expect(place('ladders', 'due', 2, 'offset')).toEqual(['policy', 'ladders', 'due', 2, 'offset']);
    expect(place('callbackTries')).toEqual(['policy', 'callbackTries']);
    expect(place('name')).toEqual(['policy', 'name']);
  });

  it('shows a fault elsewhere beneath the JSON of its part, with the line', () => {
    const fault = placeOfFault({ path: ['ladders', 'ruling', 0, 'after'], code: 'policy.wrong-type' }, policy);
    expect(fault).toMatchObject({ path: ['policy', 'ladders'], at: 'ruling.0.after' });
    expect(pretty(policy['ladders']).split('\n')[(fault.line ?? 0) - 1]).toContain('"after": "never"');
  });

  it('leaves a fault of anything else where it is', () => {
    const fault = { path: ['reason'], code: 'field.missing' };
    expect(placeOfFault(fault, policy)).toBe(fault);
  });

  it('knows no line of what is missing', () => {
    expect(lineOf({ a: 1 }, ['b'])).toBeUndefined();
    expect(lineOf({ a: { b: 1 } }, ['a', 'b'])).toBe(3);
  });
});
