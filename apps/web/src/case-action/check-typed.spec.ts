import { describe, expect, it } from '@jest/globals';
import { actionOf } from './actions.ts';
import { checkTyped } from './check-typed.ts';

const operator = { role: 'operator' } as const;

describe('checkTyped', () => {
  it('demands the answers of a citizen who was reached', () => {
    const checked = checkTyped(actionOf('record-callback'), { result: 'reached' }, operator);
    expect(checked.ok ? [] : checked.problems.map(({ path }) => path[0])).toEqual([
      'contactedByUnit',
      'solved',
      'satisfaction',
    ]);
  });

  it('leaves out answers that are no longer shown', () => {
    const typed = { result: 'not-reached', solved: true, satisfaction: 'satisfied' };
    expect(checkTyped(actionOf('record-callback'), typed, operator)).toEqual({
      ok: true,
      body: { result: 'not-reached' },
    });
  });

  it('asks a handler, not a head, who approved a return', () => {
    const typed = { basis: '不属本单位职责' };
    expect(checkTyped(actionOf('return'), typed, { role: 'unit-handler' }).ok).toBe(false);
    expect(checkTyped(actionOf('return'), typed, { role: 'unit-head' }).ok).toBe(true);
  });

  it('asks for nothing that the place knows by itself: whose sub-desk, or which matter is taken over', () => {
    const desk = { name: '信访', memberIds: [] };
    expect(checkTyped(actionOf('open-sub-desk'), desk, { role: 'unit-head' })).toEqual({ ok: true, body: desk });
    expect(checkTyped(actionOf('confirm-stay-hand-over'), {}, operator)).toEqual({ ok: true, body: {} });
  });

  it('wants a reason only for feedback sent back', () => {
    expect(checkTyped(actionOf('review'), { accepted: true }, operator).ok).toBe(true);
    expect(checkTyped(actionOf('review'), { accepted: false }, operator).ok).toBe(false);
  });

  it('takes a policy as it stands, also what is empty in it, and catches a part that is no JSON', () => {
    const action = actionOf('draft-policy');
    const policy = { name: '第2版', terms: { help: { workingDays: 4 }, praise: null } };
    expect(checkTyped(action, { policy, reason: '压缩时限' }, { role: 'director' })).toEqual({
      ok: true,
      body: { policy, reason: '压缩时限' },
    });
    const broken = { ...policy, terms: '{ "help": ' };
    expect(checkTyped(action, { policy: broken, reason: '压缩时限' }, { role: 'director' })).toEqual({
      ok: false,
      problems: [{ path: ['policy', 'terms'], code: 'policy.not-json' }],
    });
  });
});
