import { describe, expect, it } from '@jest/globals';
import { assigning, feedback, registration } from '@hotline/contracts-http';
import { pathOfApi, validate } from './validation.ts';

describe('validate', () => {
  it('leaves out what was left empty and answers the body', () => {
    const typed = {
      title: '路灯不亮',
      text: '三盏',
      kind: 'help',
      categoryId: 'urban.lamps',
      callerName: '',
      place: undefined,
    };
    expect(validate(registration, typed)).toEqual({
      ok: true,
      body: { title: '路灯不亮', text: '三盏', kind: 'help', categoryId: 'urban.lamps' },
    });
  });

  it('names each fault by its field and the code the API would give', () => {
    const checked = validate(registration, { title: '  ', kind: 'other', categoryId: 'urban.lamps', callerPhone: 'x' });
    expect(checked.ok ? [] : checked.problems).toEqual(
      expect.arrayContaining([
        { path: ['title'], code: 'text.empty' },
        { path: ['text'], code: 'field.missing' },
        { path: ['kind'], code: 'field.not-allowed' },
        { path: ['callerPhone'], code: 'field.wrong-format' },
      ]),
    );
  });

  it('finds faults inside rows', () => {
    const checked = validate(assigning, { units: [{ role: 'lead' }], quality: '按时', feedback: '电话' });
    expect(checked.ok ? [] : checked.problems).toEqual([{ path: ['units', 0, 'unitId'], code: 'field.missing' }]);
  });

  it('takes an instant with the offset of the city', () => {
    const typed = {
      outcome: 'solved',
      text: '已疏通',
      contactedAt: '2026-01-05T09:00:00+08:00',
      contactMethod: 'phone',
    };
    expect(validate(feedback, typed).ok).toBe(true);
  });
});

it('reads a place that the API names', () => {
  expect(pathOfApi('units.0.unitId')).toEqual(['units', 0, 'unitId']);
  expect(pathOfApi('')).toEqual([]);
});
