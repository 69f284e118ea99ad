import { expect, it } from '@jest/globals';
import { QUEUES } from '../ledger/effect.ts';
import { queuesOfRoom, ROOMS, roomOfWait } from './room.ts';

it('shares the queues of the center out among the rooms, each to one', () => {
  const shared = ROOMS.flatMap(queuesOfRoom);
  expect(new Set(shared).size).toBe(shared.length);
  // The director's and a deputy mayor's own are no room's.
  expect(QUEUES.filter((queue) => !shared.includes(queue))).toEqual(['director', 'deputy-office']);
});

it('has reviews and callbacks with the supervision room, and the rest of the desk with the intake room', () => {
  expect(['a1/review', 'callback'].map(roomOfWait)).toEqual(['supervision', 'supervision']);
  expect(['intake', 'a1/acknowledge', 'transfer/t1', 'urgent-report'].map(roomOfWait)).toEqual(Array(4).fill('intake'));
});
