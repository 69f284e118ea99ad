import { describe, expect, it } from '@jest/globals';
import { readAskedAt } from './asked-at.ts';

describe('the date of a request in a file', () => {
  it.each([
    ['2019-04-25T09:32:09+08:00', '2019-04-25T01:32:09.000Z'],
    ['2019-04-25T01:32:09Z', '2019-04-25T01:32:09.000Z'],
    ['2019-04-25T01:32:09.5Z', '2019-04-25T01:32:09.500Z'],
    ['2019-04-25 09:32:09', '2019-04-25T01:32:09.000Z'],
    ['2019/4/25 9:32', '2019-04-25T01:32:00.000Z'],
    ['2019年4月25日 9时32分', '2019-04-25T01:32:00.000Z'],
    ['2019年4月25日', '2019-04-24T16:00:00.000Z'],
    [' 2019-04-25 ', '2019-04-24T16:00:00.000Z'],
  ])('reads %s, in Shanghai time where no offset stands', (written, instant) => {
    expect(readAskedAt(written)).toBe(instant);
  });

  it.each(['', '昨天', '2019-02-30', '2019-04-25T25:00', '2019-13-01', '04/25/2019', '2019-04-25 09:61', '43580.4'])(
    'does not guess at %j',
    (written) => {
      expect(readAskedAt(written)).toBeUndefined();
    },
  );
});
