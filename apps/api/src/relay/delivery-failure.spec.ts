import { describe, expect, it } from '@jest/globals';
import { deliveryFailure } from './delivery-failure.ts';

const withStatus = (code: number): Error =>
  new Error('Failed', { cause: Object.assign(new Error('status'), { code }) });

describe('the failure of a delivery', () => {
  it.each([1, 4, 5, 7, 8, 10, 12, 14, 16])('is an outage when the status is %d', (status) => {
    expect(deliveryFailure(withStatus(status)).kind).toBe('outage');
  });

  it.each([
    [3, 'INVALID_ARGUMENT'],
    [9, 'FAILED_PRECONDITION'],
    [13, 'INTERNAL'],
  ])('is a refusal when the status is %d', (status, code) => {
    expect(deliveryFailure(withStatus(status))).toEqual({ kind: 'refused', code });
  });

  it('is a refusal when the client itself cannot send it', () => {
    expect(deliveryFailure(new TypeError('circular'))).toEqual({ kind: 'refused', code: 'TypeError' });
    expect(deliveryFailure('x')).toEqual({ kind: 'refused', code: 'string' });
  });
});
