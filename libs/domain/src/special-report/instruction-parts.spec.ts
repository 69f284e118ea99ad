import { beforeEach, describe, expect, it } from '@jest/globals';
import { nextAction } from '../ledger/ladder.ts';
import { attempt } from '../testing/arbitrary-walk.ts';
import { LivingCase, words } from '../testing/living-case.ts';
import type { ReportCommand, ReportState } from './report-event.ts';

const ID = '202601050042-report-1';
const text = words('t');
let lived: LivingCase;

beforeEach(() => {
  lived = new LivingCase('2026-01-05T02:00:00.000Z');
  lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
  lived.do({ type: 'draft-report' });
  lived.do({ type: 'submit-report', reportId: ID });
  const parts = [
    { unitId: 'u1', text, dueAt: '2026-01-09T02:00:00.000Z' },
    { unitId: 'u2', text, dueAt: '2026-01-30T02:00:00.000Z' },
  ];
  lived.doReport(ID, { type: 'give-instruction', text, dueAt: '2026-02-02T02:00:00.000Z', parts });
});

const state = (): ReportState => lived.reports.get(ID)?.state as ReportState;
const refusal = (command: ReportCommand) => attempt(() => lived.doReport(ID, command))?.code;
const report = (done: boolean, partId = 'i1'): ReportCommand => ({ type: 'report-part', partId, text, done });
const review = (accepted: boolean, partId = 'i1'): ReportCommand => ({
  type: 'review-part',
  partId,
  accepted,
  ...(accepted ? {} : { text }),
});
const running = () => Object.keys(state().ladders.running);

describe('a part of an instruction', () => {
  it('of which its unit reports progress runs on', () => {
    lived.doReport(ID, report(false));
    expect(running()).toContain('part/i1');
    expect(state()).toMatchObject({ followedAt: lived.now, parts: { i1: { unitId: 'u1' } } });
    expect(refusal(review(true))).toBe('instruction.part-not-reported');
  });

  it('reported as done is looked at by the center, which is reminded; the unit no more', () => {
    const [reported] = lived.doReport(ID, report(true));
    expect(reported?.payload.effects).toMatchObject([
      { code: 'task:part-review:supervision', unitId: 'u1', due: '2026-01-06T02:00:00.000Z' },
    ]);
    expect(running()).not.toContain('part/i1');
    expect(refusal(report(true))).toBe('instruction.part-reported-before');
    expect(nextAction(state())).toMatchObject({ subject: 'part-review/i1', rung: 'overdue' });
    lived.until('2026-01-07T02:00:00.000Z');
    const late = lived.reports.get(ID)?.events.at(-1);
    expect(late?.payload.effects).toMatchObject([{ code: 'notice:desk-overdue:director', unitId: 'u1' }]);
    lived.doReport(ID, review(true));
    expect(running()).not.toContain('part-review/i1');
    expect(state().parts['i1']).toMatchObject({ doneAt: lived.now });
    for (const again of [report(false), review(true), { type: 'follow-up', text, partId: 'i1' } as const])
      expect(refusal(again)).toBe('instruction.part-done-before');
  });

  it('sent back runs on by the due that it had, again and again', () => {
    expect(refusal({ type: 'review-part', partId: 'i1', accepted: true })).toBe('instruction.part-not-reported');
    lived.doReport(ID, report(true));
    expect(refusal({ type: 'review-part', partId: 'i1', accepted: false })).toBe('instruction.part-reason-missing');
    const [sentBack] = lived.doReport(ID, review(false));
    expect(sentBack?.payload.effects).toMatchObject([{ code: 'notice:part-sent-back:head', unitId: 'u1' }]);
    expect(nextAction(state())).toMatchObject({ key: 'part/i1:2:due:1', at: '2026-01-09T02:00:00.000Z' });
    lived.until('2026-01-20T02:00:00.000Z');
    lived.doReport(ID, report(true));
    lived.doReport(ID, review(false));
    // Its due is over: the center is reminded when the repeat comes.
    expect(state().ladders.running['part/i1']).toMatchObject({ term: 3, rungs: [{ rung: 'overdue' }] });
    lived.until('2026-03-10T02:00:00.000Z');
    const keys = lived.reports.get(ID)?.events.flatMap(({ actionKey }) => actionKey ?? []) ?? [];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('that the center enters as done needs no look', () => {
    lived.doReport(ID, report(true));
    lived.doReport(ID, { type: 'follow-up', text, partId: 'i1' });
    expect(running().filter((subject) => subject.endsWith('/i1'))).toEqual([]);
  });

  it('late: the unit is told, then the center and the director', () => {
    lived.until('2026-01-12T02:00:00.000Z');
    const effects = lived.reports
      .get(ID)
      ?.events.flatMap(({ type, payload }) => (type === 'RungActed' ? (payload.effects ?? []) : []));
    const codes = effects?.filter(({ subject }) => subject === 'part/i1').map(({ code }) => code);
    expect(codes).toEqual(['task:instruction-follow-up:supervision', 'notice:instruction-due:director']);
  });

  it('there is no other part than those that were given', () => {
    for (const partId of ['i9', 'constructor', '__proto__'])
      for (const command of [report(true, partId), review(true, partId)])
        expect(refusal(command)).toBe('instruction.part-not-found');
    lived.doReport(ID, { type: 'end', result: 'unsolved' });
    expect(refusal(report(true))).toBe('report.wrong-status');
  });
});
