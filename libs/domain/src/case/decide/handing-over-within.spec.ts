import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { availableActions } from '../../access/case-rights.ts';
import { LivingCase, person, words } from '../../testing/living-case.ts';

const text = words('t');
const handler = person('unit-handler', 'u1');

function assigned(): LivingCase {
  const lived = new LivingCase('2026-01-05T02:00:00.000Z');
  lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
  const units = [
    { unitId: 'u1', role: 'lead', member: true },
    { unitId: 'u2', role: 'co', member: true },
  ] as const;
  lived.do({ type: 'assign', units, quality: text, feedback: text });
  return lived;
}

describe('a unit’s duty handed over within', () => {
  it('says from where and to where, and its people are told', () => {
    const lived = assigned();
    lived.do({ type: 'hand-over-within', assignmentId: 'a1', subDeskId: 'd1', text }, handler);
    const [handed] = lived.do({ type: 'hand-over-within', assignmentId: 'a1', subDeskId: 'd2' }, handler);
    expect(handed).toMatchObject({
      type: 'HandedOverWithin',
      payload: { assignmentId: 'a1', fromSubDeskId: 'd1', toSubDeskId: 'd2' },
    });
    expect(handed?.payload.effects).toMatchObject([{ code: 'notice:handed-over-within:handler', unitId: 'u1' }]);
    expect(lived.state.assignments['a1']?.subDeskId).toBe('d2');
    lived.do({ type: 'hand-over-within', assignmentId: 'a1' }, handler);
    expect(lived.state.assignments['a1']?.subDeskId).toBeUndefined();
  });

  it('is refused where the sub-desk has it, and is nobody’s but the unit’s', () => {
    const lived = assigned();
    const toDesk = { type: 'hand-over-within', assignmentId: 'a1', subDeskId: 'd1' } as const;
    lived.do(toDesk, handler);
    expect(() => lived.do(toDesk, handler)).toThrow(expect.objectContaining({ code: 'sub-desk.has-it' }));
    expect(() => lived.do(toDesk, person('unit-handler', 'u2'))).toThrow(
      expect.objectContaining({ code: 'assignment.not-found' }),
    );
    for (const other of [person('director'), person('unit-head', 'u3')])
      expect(availableActions(lived.state, other).map(({ type }) => type)).not.toContain('hand-over-within');
  });

  it('changes nothing outward: whoever hands over how often, the unit, its due and its waits stay', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('d1', 'd2', 'd3', undefined), { maxLength: 12 }), (desks) => {
        const lived = assigned();
        const { subDeskId: _, ...before } = lived.state.assignments['a1'] ?? {};
        const waits = lived.state.ladders;
        for (const subDeskId of desks) {
          if (subDeskId === lived.state.assignments['a1']?.subDeskId) continue;
          lived.do({ type: 'hand-over-within', assignmentId: 'a1', ...(subDeskId ? { subDeskId } : {}) }, handler);
        }
        const { subDeskId: __, ...after } = lived.state.assignments['a1'] ?? {};
        expect(after).toEqual(before);
        expect(lived.state.ladders).toEqual(waits);
      }),
    );
  });
});
