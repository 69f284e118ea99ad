import { expect, it } from '@jest/globals';
import { nextAttempt } from './attempt.ts';

it('sends what was not answered again under the same key, upon the revision seen then', () => {
  const first = nextAttempt(undefined, { text: '已疏通' }, 3);
  expect(nextAttempt(first, { text: '已疏通' }, 4)).toBe(first);
});

it('takes a new key for other words, and after an answer', () => {
  const first = nextAttempt(undefined, { text: '已疏通' }, 3);
  expect(nextAttempt(first, { text: '已疏通。' }, 3).key).not.toBe(first.key);
  expect(nextAttempt(undefined, { text: '已疏通' }, 4)).toMatchObject({ revision: 4 });
  expect(nextAttempt(undefined, { text: '已疏通' }, 4).key).not.toBe(first.key);
});
