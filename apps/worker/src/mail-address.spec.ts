import { describe, expect, it } from '@jest/globals';
import { addressOf } from './mail-address.ts';

describe('the address of a sender', () => {
  it.each([
    ['12345 <hotline@city.example>', 'hotline@city.example'],
    [' hotline@city.example ', 'hotline@city.example'],
  ])('in %s', (sender, address) => {
    expect(addressOf(sender)).toBe(address);
  });
});
