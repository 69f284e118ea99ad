import { describe, expect, it } from '@jest/globals';
import { mobileOf } from './phone-key.ts';
import { reachableBy } from './reaching.ts';

describe('a number that a short message can be sent to', () => {
  it('is a mobile one, however it is written', () => {
    for (const phone of [
      '13900001234',
      '139 0000 1234',
      '+86 139-0000-1234',
      '0086 13900001234',
      '１３９００００１２３４',
    ])
      expect([phone, mobileOf(phone)]).toEqual([phone, '13900001234']);
    for (const phone of [
      '0513-87650001',
      '87650001',
      '12345',
      '110',
      '1390000123',
      '10690000123',
      '',
      'anonymous',
      null,
      undefined,
    ])
      expect([phone, mobileOf(phone)]).toEqual([phone, undefined]);
  });

  it('is answered by phone who phoned, and in writing who wrote', () => {
    expect(reachableBy('phone-12345', '13900001234')).toBe('on-the-phone');
    expect(reachableBy('visit', '13900001234')).toBe('on-the-phone');
    for (const channel of ['web', 'mailbox', 'letter', 'hand-down-province'])
      expect(reachableBy(channel, '13900001234')).toBe('in-writing');
    expect(reachableBy('web', '0513-87650001')).toBeUndefined();
  });
});
