import { describe, expect, it } from '@jest/globals';
import { deskTime } from '../../working-time/desk-time.ts';
import { DEFAULT_POLICY } from '../../policy/default-policy.ts';
import { decideCase } from '../decide-case.ts';
import { CaseSteps, lead } from '../../testing/case-steps.ts';

const MONDAY = '2026-01-05T01:00:00.000Z';
const time = deskTime({ days: {}, knownYears: [2026] }, [
  { from: 510, to: 720 },
  { from: 840, to: 1_050 },
]);

function rungsOf(backlog: boolean): [string, string][] {
  const command = { type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'water', backlog } as const;
  const actor = { userId: 'o', role: 'operator' } as const;
  const [registered] = decideCase(undefined, command, { now: MONDAY, policy: DEFAULT_POLICY, time, actor });
  return (registered?.payload.ladders?.set?.[0]?.rungs ?? []).map(({ rung, at }) => [rung, at]);
}

describe('the wait for an answer or an assignment', () => {
  it('is a working hour for a call, and days for what was brought in bulk', () => {
    expect(rungsOf(false)).toEqual([
      ['unanswered', '2026-01-05T02:00:00.000Z'],
      ['still-unanswered', '2026-01-06T02:00:00.000Z'],
    ]);
    expect(rungsOf(true)).toEqual([
      ['unanswered', '2026-01-12T01:00:00.000Z'],
      ['still-unanswered', '2026-02-02T01:00:00.000Z'],
    ]);
  });
});

describe('an assignment', () => {
  it('to a unit that is not online has no notice it could leave unread', () => {
    const steps = new CaseSteps();
    steps.assigned([lead('u1'), { unitId: 'village', role: 'co', member: false }]);
    const rungs = (id: string) => steps.lived.state.ladders.running[`${id}/acknowledge`]?.rungs.map(({ rung }) => rung);
    expect(rungs('a1')).toEqual(['unread', 'reminder', 'phone']);
    expect(rungs('a2')).toEqual(['reminder', 'phone']);
  });
});
