import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../access/actor.ts';
import { DEFAULT_CLOSING } from '../../closing/closing-policy.ts';
import { CaseSteps, codesOf } from '../../testing/case-steps.ts';
import { type LivingCase, person, words } from '../../testing/living-case.ts';

const text = words('t');
const { form } = DEFAULT_CLOSING.quality;
const full = form.map(({ id, points }) => ({ item: id, points }));
const operator: Actor = { userId: 'o1', role: 'operator' };
const checker: Actor = { userId: 'q1', role: 'quality-checker' };
const check = (marks = full, userId = 'o1') => ({ type: 'check-quality', checked: 'call', userId, marks }) as const;
const appeal = { type: 'appeal-quality', checkNumber: 1, text } as const;

let steps: CaseSteps;
let lived: LivingCase;
beforeEach(() => {
  steps = new CaseSteps();
  ({ lived } = steps);
  steps.registered();
});

describe('a quality check', () => {
  it('is of a form that makes a hundred points', () => {
    expect(form.reduce((sum, { points }) => sum + points, 0)).toBe(100);
  });

  it('gives every item its points, and the sum is the score', () => {
    const marks = full.map((mark, index) => (index === 0 ? { ...mark, points: 5 } : mark));
    lived.do(check(marks), checker);
    expect(lived.state.qualityChecks).toMatchObject([{ userId: 'o1', checkerId: 'q1', score: 85, status: 'checked' }]);
  });

  it.each([
    ['an item is missing', full.slice(1)],
    ['an item is marked twice', [...full.slice(1), full[1] ?? { item: '', points: 0 }]],
    ['an item gets more than it may', full.map((mark) => ({ ...mark, points: 26 }))],
    ['points are not whole', full.map((mark) => ({ ...mark, points: 0.5 }))],
    ['points are less than nothing', full.map((mark) => ({ ...mark, points: -1 }))],
    ['the form has no such item', full.map((mark) => ({ ...mark, item: 'constructor' }))],
  ])('is refused when %s', (_, marks) => {
    expect(steps.refusal(check(marks), checker)).toBe('quality.bad-marks');
  });

  it('is not of one’s own work', () => {
    expect(steps.refusal(check(full, 'q1'), checker)).toBe('quality.own-work');
  });
});

describe('an appeal', () => {
  beforeEach(() => void lived.do(check(), checker));

  it('is the checked person’s, once, and becomes a task', () => {
    expect(steps.refusal(appeal, { ...operator, userId: 'o2' })).toBe('quality.not-yours');
    expect(steps.refusal({ ...appeal, checkNumber: 2 }, operator)).toBe('quality.not-found');
    expect(codesOf(lived.do(appeal, operator))).toEqual(['task:quality-appeal:supervision']);
    expect(steps.refusal(appeal, operator)).toBe('quality.appealed-before');
  });

  it('comes within five working days', () => {
    lived.until('2026-01-13T02:00:00.000Z');
    expect(steps.refusal(appeal, operator)).toBe('quality.appeal-too-late');
  });

  it('is decided by another than the checker: the marks stand, or are set anew', () => {
    const decide = { type: 'decide-quality-appeal', checkNumber: 1, text } as const;
    expect(steps.refusal(decide)).toBe('quality.not-appealed');
    lived.do(appeal, operator);
    expect(steps.refusal(decide, { ...person('supervisor'), userId: 'q1' })).toBe('quality.own-check');
    const marks = full.map((mark) => ({ ...mark, points: 10 }));
    lived.do({ ...decide, marks }, person('supervisor'));
    expect(lived.state.qualityChecks).toMatchObject([{ score: 50, status: 'decided' }]);
    expect(steps.refusal(appeal, operator)).toBe('quality.appealed-before');
  });
});
