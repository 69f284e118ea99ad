import { beforeEach, describe, expect, it } from '@jest/globals';
import { CaseSteps, co, codesOf, lead, unit } from '../../testing/case-steps.ts';
import { type LivingCase, person, words } from '../../testing/living-case.ts';

const text = words('t');
const WORDS = { what: text, where: text, casualties: text, measures: text, atScene: text } as const;
const operator = person('operator');

let steps: CaseSteps;
let lived: LivingCase;
beforeEach(() => {
  steps = new CaseSteps();
  ({ lived } = steps);
});

describe('应急处置', () => {
  const declare = () => lived.do({ type: 'declare-emergency', reason: text }, operator);

  it('puts the units at work under minutes, tells the director at once, and has them phoned', () => {
    steps.assigned([lead('u1'), co('u2', { member: false })]);
    steps.acknowledge('a1', 'u1');
    const before = lived.state.assignments['a1']?.dueAt ?? '';
    const codes = codesOf(declare());
    expect(codes).toEqual([
      'notice:emergency-declared:director',
      'notice:emergency-declared:head',
      'task:emergency-call:dispatch',
      'task:emergency-call:dispatch',
    ]);
    expect(lived.state).toMatchObject({ urgency: 'emergency', emergencySince: lived.now });
    expect(lived.state.assignments['a1']).toMatchObject({
      dueAt: '2026-01-05T14:00:00.000Z',
      aroundTheClock: true,
      term: 2,
    });
    expect(lived.state.assignments['a1']?.dueAt && lived.state.assignments['a1'].dueAt < before).toBe(true);
    expect(lived.state.assignments['a2']?.acknowledgeBy).toBe('2026-01-05T02:10:00.000Z');
    const told = codesOf(lived.until('2026-01-05T03:00:00.000Z'));
    expect(told).toEqual(expect.arrayContaining(['notice:first-report-missing:head', 'notice:minutes-late:director']));
  });

  it('never makes a due later, and what is overdue stays so', () => {
    steps.assigned([lead('u1', { dueAt: '2026-01-05T03:00:00.000Z' })]);
    declare();
    expect(lived.state.assignments['a1']?.dueAt).toBe('2026-01-05T03:00:00.000Z');
    steps = new CaseSteps();
    ({ lived } = steps);
    steps.assigned([lead('u1', { term: { workingHours: 2 } })]);
    lived.until('2026-01-05T09:00:00.000Z');
    const { dueAt } = lived.state.assignments['a1'] ?? {};
    declare();
    expect(lived.state.assignments['a1']?.dueAt).toBe(dueAt);
  });

  it('of a case that nobody has, is the shift leader’s at once, and assigned under minutes', () => {
    steps.registered();
    expect(codesOf(declare())).toEqual(['notice:emergency-declared:director', 'task:assign-or-answer:shift-leader']);
    steps.assign([lead('u1')]);
    expect(lived.state.assignments['a1']).toMatchObject({
      acknowledgeBy: '2026-01-05T02:10:00.000Z',
      dueAt: '2026-01-05T14:00:00.000Z',
    });
    expect(steps.refusal({ type: 'declare-emergency', reason: text }, operator)).toBe('emergency.declared-before');
  });
});

describe('紧急信息报送', () => {
  const demand = (happenedAt: string) =>
    lived.do({ type: 'require-urgent-report', happenedAt, reason: text }, operator);

  it('is late when its minutes from the event are over, and the director hears of it until it is sent', () => {
    steps.registered();
    demand('2026-01-05T01:50:00.000Z');
    expect(lived.state.urgentReport).toMatchObject({ reportBy: '2026-01-05T02:20:00.000Z' });
    expect(codesOf(lived.until('2026-01-05T02:20:00.000Z'))).toContain('notice:desk-overdue:director');
    expect(codesOf(lived.until('2026-01-05T02:35:00.000Z'))).toContain('notice:desk-overdue:director');
    const sent = lived.do({ type: 'send-urgent-report', ...WORDS, deputyMayorId: 'd1' }, operator);
    expect(sent[0]?.payload).toMatchObject({ reportNumber: 1, inTime: false });
    expect(codesOf(sent)).toEqual([
      'notice:urgent-report:mayor',
      'notice:urgent-report:deputy-mayor',
      'notice:urgent-report:director',
    ]);
    expect(lived.state.ladders.running['urgent-report']).toBeUndefined();
  });

  it('is late at once where the event lies too far back', () => {
    steps.registered();
    demand('2026-01-05T00:00:00.000Z');
    expect(lived.next).toMatchObject({ subject: 'urgent-report', at: lived.now });
  });

  it('goes on by follow-up reports, each at the instant the one before named, until the last; the case may end meanwhile', () => {
    steps.registered();
    demand(lived.now);
    const nextAt = '2026-01-05T04:00:00.000Z';
    lived.do({ type: 'send-urgent-report', ...WORDS, nextAt }, operator);
    lived.do({ type: 'answer-directly', text }, operator);
    expect(lived.state.stage).toBe('closed');
    expect(codesOf(lived.until(nextAt))).toEqual(
      expect.arrayContaining(['task:urgent-report:director', 'notice:desk-overdue:director']),
    );
    lived.do({ type: 'send-urgent-report', ...WORDS }, operator);
    expect(lived.next).toBeUndefined();
    expect(steps.refusal({ type: 'send-urgent-report', ...WORDS }, operator)).toBe('urgent-report.none');
  });
});

describe('转接110、119、120', () => {
  const transfer = (cause: 'emergency' | 'hand-back' = 'emergency', line: '110' | '119' = '119') =>
    ({ type: 'transfer', line, cause, transferredAt: '2026-01-05T01:59:47.000Z', text }) as const;

  it('is written down with the second; half an hour later it is asked what became of it, though the case has ended', () => {
    steps.registered();
    lived.do(transfer(), operator);
    lived.do({ type: 'decline', reason: 'emergency-line', text }, operator);
    expect(lived.state.transfers?.['t1']?.transferredAt).toBe('2026-01-05T01:59:47.000Z');
    expect(codesOf(lived.until('2026-01-05T02:30:00.000Z'))).toEqual(['task:transfer-outcome:shift-leader']);
    expect(codesOf(lived.until('2026-01-05T03:00:00.000Z'))).toContain('notice:desk-overdue:director');
    lived.do({ type: 'record-transfer-outcome', transferId: 't1', text }, operator);
    expect(lived.next).toBeUndefined();
    const again = { type: 'record-transfer-outcome', transferId: 't1', text } as const;
    expect(steps.refusal(again, operator)).toBe('transfer.outcome-known');
  });

  it('as a hand-over back to 110 waits for its receipt', () => {
    steps.registered();
    expect(steps.refusal(transfer('hand-back'), operator)).toBe('transfer.back-to-110-only');
    lived.do(transfer('hand-back', '110'), operator);
    expect(codesOf(lived.until('2026-01-05T02:10:00.000Z'))).toEqual(['task:transfer-receipt:shift-leader']);
    const receipt = { type: 'receipt-transfer', transferId: 't1', receivedBy: '110', number: 'J1' } as const;
    lived.do(receipt, operator);
    expect(lived.state.ladders.running['t1/receipt']).toBeUndefined();
    expect(steps.refusal(receipt, operator)).toBe('transfer.receipted-before');
  });

  it('the other way: what 110 hands over is owed a receipt', () => {
    const facts = { kind: 'help', urgency: 'ordinary', categoryId: 'c1', handedOver: true } as const;
    expect(codesOf(lived.do({ type: 'register', ...facts }, operator))).toContain('task:transfer-receipt:dispatch');
    expect(codesOf(lived.until('2026-01-05T02:10:00.000Z'))).toEqual(['task:transfer-receipt:shift-leader']);
    lived.do({ type: 'receipt-hand-over', receivedBy: '110', text }, operator);
    expect(lived.state.ladders.running['hand-over/receipt']).toBeUndefined();
  });
});

describe('转办', () => {
  const handedDown = (externalDueAt?: string) =>
    lived.do(
      {
        type: 'register',
        kind: 'help',
        urgency: 'ordinary',
        categoryId: 'c1',
        handedDown: true,
        ...(externalDueAt ? { externalDueAt } : {}),
      },
      operator,
    );
  const reply = (returnedAt: string) => ({ type: 'return-result', replyNumber: '42', returnedAt, text }) as const;

  it('is reminded of a working day before the superior’s due while the result was not returned, also after the case ended', () => {
    handedDown('2026-01-09T09:00:00.000Z');
    expect(steps.refusal(reply(lived.now), operator)).toBe('hand-down.not-answered');
    lived.do({ type: 'answer-directly', text }, operator);
    expect(codesOf(lived.until('2026-01-08T09:00:00.000Z'))).toEqual(['task:return-result:dispatch']);
    expect(codesOf(lived.until('2026-01-09T09:00:00.000Z'))).toEqual(['notice:desk-overdue:director']);
    const returned = lived.do(reply(lived.now), operator);
    expect(returned[0]?.payload).toMatchObject({ inTime: true, replyNumber: '42' });
    expect(lived.next).toBeUndefined();
    expect(steps.refusal(reply(lived.now), operator)).toBe('hand-down.returned-before');
  });

  it('without a due has the policy’s, and is late after it', () => {
    handedDown();
    const { resultBy } = lived.state.handDown ?? {};
    expect(resultBy).toBe('2026-01-26T02:00:00.000Z');
    lived.do({ type: 'answer-directly', text }, operator);
    lived.until('2026-01-27T02:00:00.000Z');
    expect(lived.do(reply(lived.now), operator)[0]?.payload).toMatchObject({ inTime: false });
    expect(steps.refusal(reply(lived.now), unit('u1'))).toBeDefined();
  });
});
