import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CaseSteps, codesOf, lead } from '../../testing/case-steps.ts';
import type { LivingCase } from '../../testing/living-case.ts';
import { hourOfDay } from '../../working-time/local-time.ts';

const HOUR = 3_600_000;
const after = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

let steps: CaseSteps;
let lived: LivingCase;
beforeEach(() => {
  steps = new CaseSteps();
  ({ lived } = steps);
  steps.assigned([lead('u1')]);
  steps.done('a1', 'u1');
});

const tries = (): { hour: number }[] =>
  lived.events.flatMap(({ type, at }) => (type === 'CallbackRecorded' ? [{ hour: hourOfDay(at) }] : []));

describe('a citizen who is not reached', () => {
  it('is tried at three different hours of the day, whenever the first call was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 14 * 24 * 4 }),
        fc.array(fc.integer({ min: 0, max: 90 })),
        (quarters, late) => {
          steps = new CaseSteps();
          ({ lived } = steps);
          steps.assigned([lead('u1')]);
          steps.done('a1', 'u1');
          lived.until(after(lived.now, (quarters * HOUR) / 4));
          lived.do({ type: 'record-callback', result: 'not-reached' });
          for (const attempt of [1, 2]) {
            const planned = lived.next;
            expect(planned?.rung).toBe('try');
            lived.until(planned?.at ?? '');
            expect(tries().map(({ hour }) => hour)).not.toContain(hourOfDay(lived.now));
            // Nobody dials at the very minute: the call may come a while after, within the hour or not.
            lived.until(after(lived.now, (late[attempt] ?? 0) * 60_000));
            lived.do({ type: 'record-callback', result: 'not-reached' });
          }
          expect(lived.state.stage).toBe('closed');
          expect(lived.events.at(-1)?.payload).toMatchObject({ reason: 'not-reached' });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a citizen who asks to be called at another time', () => {
  const asks = (at: string) => ({ type: 'record-callback', result: 'call-later', callAgainAt: at }) as const;

  it('is called then, and it is no try that failed', () => {
    const at = '2026-01-07T11:30:00.000Z';
    lived.do(asks(at));
    expect(lived.state).toMatchObject({ stage: 'completed', callbackTries: 0, callbackPostponed: 1 });
    expect(lived.next).toMatchObject({ subject: 'callback', rung: 'try', at });
    expect(codesOf(lived.until(at))).toEqual(['task:callback:callback']);
    steps.called('satisfied');
    expect(lived.state.stage).toBe('closed');
  });

  it('names a time that comes, and comes soon', () => {
    expect(steps.refusal({ type: 'record-callback', result: 'call-later' })).toBe('callback.again-at');
    expect(steps.refusal({ ...asks('2026-01-07T02:00:00.000Z'), result: 'not-reached' })).toBe('callback.again-at');
    expect(steps.refusal(asks('2026-01-05T01:00:00.000Z'))).toBe('callback.again-in-past');
    expect(steps.refusal(asks('2026-03-05T01:00:00.000Z'))).toBe('callback.again-too-late');
    expect(steps.refusal(asks('tomorrow'))).toBe('instant.malformed');
  });

  it('may ask twice in one completion; a redo begins the count anew', () => {
    lived.do(asks(after(lived.now, HOUR)));
    lived.do(asks(after(lived.now, 2 * HOUR)));
    expect(steps.refusal(asks(after(lived.now, 3 * HOUR)))).toBe('callback.postponed-too-often');
    steps.called('dissatisfied');
    steps.done('a1', 'u1');
    expect(steps.refusal(asks(after(lived.now, HOUR)))).toBeUndefined();
  });
});
