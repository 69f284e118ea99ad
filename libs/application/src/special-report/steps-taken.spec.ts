import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseEvent } from '@hotline/domain';
import { stepsTaken } from './steps-taken.ts';

const A1 = { assignmentId: 'a1' };
const state = { assignments: { a1: { unitId: 'water' } } } as never;
const ofUnit = (id: string): string => ({ water: '水务集团', housing: '住建局' })[id] ?? id;
const event = (type: string, at: string, payload: object): CaseEvent => ({ type, at, payload }) as unknown as CaseEvent;
const call = (at: string): CaseEvent => event('UrgingCallRecorded', at, A1);

describe('what was tried', () => {
  it('is told by the ledger, a line each, by days of Shanghai, with the numbers of papers', () => {
    const events = [
      event('CaseAssigned', '2026-01-05T16:30:00.000Z', {
        assignments: [
          { unitId: 'water', role: 'lead' },
          { unitId: 'housing', role: 'co' },
        ],
      }),
      event('RungActed', '2026-01-08T02:00:00.000Z', { subject: 'a1/acknowledge', rung: 'reminder' }),
      event('RungActed', '2026-01-09T02:00:00.000Z', { subject: 'a1/due', rung: 'red' }),
      event('DocumentIssued', '2026-01-12T02:00:00.000Z', {
        ...A1,
        kind: 'supervision-notice',
        number: { year: 2026, serial: 7 },
      }),
      event('MeetingEnded', '2026-01-15T02:00:00.000Z', { result: 'unsettled' }),
    ];
    expect(stepsTaken(state, events, ofUnit)).toEqual([
      '2026年1月6日，交办水务集团（主办）、住建局（协办）；',
      '2026年1月9日，水务集团超期，告知单位负责人并电话催办；',
      '2026年1月12日，向水务集团发督办单（皋12345督〔2026〕7号）；',
      '2026年1月15日，会办未能解决；',
    ]);
  });

  it('tells once what was done again and again', () => {
    const calls = [
      call('2026-01-05T02:00:00.000Z'),
      call('2026-01-06T02:00:00.000Z'),
      call('2026-01-09T02:00:00.000Z'),
    ];
    expect(stepsTaken(state, calls, ofUnit)).toEqual(['2026年1月5日至2026年1月9日，电话催办水务集团3次；']);
  });

  it('never grows beyond a page or two, whatever happened', () => {
    const kinds = fc.constantFrom('UrgingCallRecorded', 'TalkHeld', 'InterimReported', 'CaseClosed');
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 300 }), (types) => {
        const events = types.map((type, day) =>
          event(type, new Date(Date.UTC(2026, 0, 5 + day)).toISOString(), { ...A1 }),
        );
        const lines = stepsTaken(state, events, ofUnit);
        expect(lines.length).toBeLessThanOrEqual(41);
        expect(lines.length === 0).toBe(types.every((type) => type === 'CaseClosed'));
      }),
      { numRuns: 60 },
    );
  });
});
