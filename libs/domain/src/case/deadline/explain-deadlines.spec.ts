import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fastPolicy } from '../../policy/fast-policy.ts';
import { walk, walks } from '../../testing/arbitrary-walk.ts';
import { LivingCase, person, SPEC_CALENDAR, words } from '../../testing/living-case.ts';
import { explainDeadlines } from './explain-deadlines.ts';

const text = words('t');

function assigned(at: string, policy?: LivingCase['policy']): LivingCase {
  const lived = new LivingCase(at, policy);
  lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
  const units = [{ unitId: 'u1', role: 'lead', member: true } as const];
  lived.do({ type: 'assign', units, quality: text, feedback: text });
  return lived;
}

const explained = (lived: LivingCase, subject = 'a1') =>
  explainDeadlines(lived.events, [lived.policy], lived.calendar).find((one) => one.subject === subject)?.lines ?? [];

describe('the explanation of a deadline', () => {
  it('says from when it counts, by which policy, and what the calendar did', () => {
    // Wednesday 11 February 2026, 18:30; the Spring Festival is from the 15th to the 23rd, the 14th is worked.
    const lines = explained(assigned('2026-02-11T10:30:00.000Z'));
    expect(lines.map(({ code, zh }) => `${code}: ${zh}`)).toEqual([
      'began: 2026年2月11日（周三）18:30交办，不在办公时间，自2026年2月12日（周四）08:30起算',
      'term: 办理期限5个工作日，依据《如皋市12345办理时限与督办规则（2026年第1版）》第1版',
      'acknowledge-by: 签收期限：2026年2月12日（周四）17:30',
      'make-up-workday: 春节调休上班，计入：2月14日',
      'holiday: 春节放假9天不计：2月15日至2月23日',
      'due: 到期时间：2026年2月25日（周三）17:30',
    ]);
    expect(lines.map(({ en }) => en)).toEqual([
      'assigned Wed 11 Feb 2026, 18:30, outside desk hours, counted from Thu 12 Feb 2026, 08:30',
      'a term of 5 working days, by version 1 of the policy',
      'to be acknowledged by Thu 12 Feb 2026, 17:30',
      'worked to make up for a holiday, counted: 14 Feb',
      'public holiday, not counted: 15 Feb to 23 Feb',
      'due Wed 25 Feb 2026, 17:30',
    ]);
  });

  it('says what an extension and a suspension added, and leaves the citizen’s own clock where it was', () => {
    const lived = assigned('2026-01-05T02:00:00.000Z');
    lived.do({ type: 'acknowledge', assignmentId: 'a1' }, person('unit-handler', 'u1'));
    lived.do(
      { type: 'request-extension', assignmentId: 'a1', workingDays: 2, reason: text },
      person('unit-handler', 'u1'),
    );
    lived.do({ type: 'decide-extension', assignmentId: 'a1', granted: true, text });
    lived.now = '2026-01-06T02:00:00.000Z';
    lived.do({ type: 'suspend', assignmentId: 'a1', cause: 'weather', reviewAt: '2026-01-09T02:00:00.000Z', text });
    lived.now = '2026-01-07T03:30:00.000Z';
    lived.do({ type: 'resume', assignmentId: 'a1', text });
    const zh = explained(lived).map(({ zh: sentence }) => sentence);
    expect(zh.slice(4)).toEqual([
      '到期时间：2026年1月12日（周一）10:00',
      '2026年1月5日（周一）10:00申请延期2个工作日，批准前到期时间不变',
      '2026年1月5日（周一）10:00批准第1次延期2个工作日，自原到期时间起算',
      '到期时间：2026年1月14日（周三）10:00',
      '2026年1月6日（周二）10:00挂起，停止计算，2026年1月9日（周五）10:00复查',
      '2026年1月7日（周三）11:30恢复办理，自2026年1月6日（周二）10:00起停止计算1个工作日1小时30分钟，到期时间顺延',
      '到期时间：2026年1月15日（周四）11:30',
    ]);
    expect(explained(lived, 'citizen').at(-1)?.at).toBe('2026-01-12T02:00:00.000Z');
  });

  it('warns that a due in a year without a holiday notice is provisional', () => {
    const lived = assigned('2027-12-30T02:00:00.000Z');
    expect(explained(lived).map(({ code }) => code)).toEqual([
      'began',
      'term',
      'acknowledge-by',
      'weekend',
      'provisional',
      'due',
    ]);
  });

  it('says so where the calendar was changed since', () => {
    const lived = assigned('2026-01-05T02:00:00.000Z');
    const calendar = { ...SPEC_CALENDAR, days: { ...SPEC_CALENDAR.days, '2026-01-07': 'holiday' as const } };
    const lines = explainDeadlines(lived.events, [lived.policy], calendar)[0]?.lines ?? [];
    expect(lines.at(-2)).toMatchObject({ code: 'calendar-changed', at: '2026-01-13T02:00:00.000Z' });
    expect(lines.at(-1)).toMatchObject({ code: 'due', at: '2026-01-12T02:00:00.000Z' });
  });

  it('speaks in seconds where a working day lasts only some, and of no calendar', () => {
    const lines = explained(assigned('2026-01-10T02:00:00.000Z', fastPolicy()));
    expect(lines.map(({ code }) => code)).toEqual(['began', 'term', 'acknowledge-by', 'due']);
    expect(lines.at(-1)?.zh).toBe('到期时间：2026年1月10日（周六）10:00:15');
  });

  it('is true: its last due is the due of the assignment, and counting it again gives the same', () =>
    fc.assert(
      fc.property(walks({ minLength: 5, maxLength: 40 }), (path) => {
        const onePolicy = path.map((step) => ({ ...step, policy: 'same' as const }));
        const lived = walk(onePolicy, () => {});
        const explanations = explainDeadlines(lived.events, [lived.policy], lived.calendar);
        for (const { id, dueAt } of Object.values(lived.state.assignments)) {
          const lines = explanations.find(({ subject }) => subject === id)?.lines ?? [];
          expect(lines.findLast(({ code }) => code === 'due')?.at).toBe(dueAt);
          expect(lines.filter(({ code }) => code === 'calendar-changed')).toEqual([]);
          expect(lines.every(({ zh, en }) => zh.length > 0 && en.length > 0 && !/undefined|NaN/.test(zh + en))).toBe(
            true,
          );
        }
        const citizen = explanations.find(({ subject }) => subject === 'citizen');
        expect(citizen?.lines.at(-1)?.at).toBe(lived.state.citizenDueAt);
      }),
      { numRuns: 60 },
    ));
});
