import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextAction } from '../ledger/ladder.ts';
import { attempt } from '../testing/arbitrary-walk.ts';
import { LivingCase, words } from '../testing/living-case.ts';
import { evolveReport } from './evolve-report.ts';
import type { ReportCommand, ReportEvent, ReportState } from './report-event.ts';

const text = words('t');
const ID = '202601050042-report-1';
let lived: LivingCase;

function drafted(): void {
  lived = new LivingCase('2026-01-05T02:00:00.000Z');
  lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
  lived.do({ type: 'draft-report' });
}
beforeEach(drafted);

const state = (): ReportState => {
  const report = lived.reports.get(ID)?.state;
  if (!report) throw new Error('no report');
  return report;
};
const next = () => nextAction(state());
const submit = () => lived.do({ type: 'submit-report', reportId: ID });
const instruct = (dueAt = '2026-01-20T02:00:00.000Z'): ReportCommand => ({
  type: 'give-instruction',
  text,
  dueAt,
  parts: [{ unitId: 'u1', text, dueAt }],
});
const refusal = (command: ReportCommand) => attempt(() => lived.doReport(ID, command))?.code;

describe('a special report', () => {
  it('may be revised while it is a draft, and is instructed upon only once it was submitted', () => {
    expect(refusal({ type: 'revise', text })).toBeUndefined();
    expect(refusal(instruct())).toBe('report.wrong-status');
    submit();
    expect(refusal({ type: 'revise', text })).toBe('report.wrong-status');
    expect(refusal(instruct())).toBeUndefined();
    expect(refusal(instruct())).toBe('report.wrong-status');
  });

  it('without an instruction in three working days: the office is reminded, then the director told, again and again', () => {
    submit();
    expect(next()).toMatchObject({ rung: 'office-reminder', at: '2026-01-08T02:00:00.000Z' });
    lived.until('2026-01-14T02:00:00.000Z');
    const acted = lived.reports.get(ID)?.events.flatMap(({ actionKey }) => actionKey ?? []);
    expect(acted?.[0]).toBe('instruction-awaited:1:director-told:1');
    lived.doReport(ID, instruct());
    expect(next()?.subject).toBe('instruction-term');
  });

  it('is followed until solved: a part done is done once, and only the end ends it', () => {
    submit();
    expect(refusal(instruct('2026-01-05T01:00:00.000Z'))).toBe('instruction.due-in-past');
    lived.doReport(ID, instruct());
    for (const partId of ['i9', 'constructor', '__proto__'])
      expect(refusal({ type: 'follow-up', text, partId })).toBe('instruction.part-not-found');
    expect(refusal({ type: 'follow-up', text })).toBeUndefined();
    expect(refusal({ type: 'follow-up', text, partId: 'i1' })).toBeUndefined();
    expect(refusal({ type: 'follow-up', text, partId: 'i1' })).toBe('instruction.part-done-before');
    expect(next()?.subject).toBe('instruction-term');
    lived.doReport(ID, { type: 'end', result: 'solved' });
    expect(next()).toBeUndefined();
    expect(refusal({ type: 'end', result: 'solved' })).toBe('report.wrong-status');
  });

  it('open after its term, the director decides once and for all, or later, whether the executive deputy mayor hears of it', () => {
    const decide = (executiveId?: string): ReportCommand => ({
      type: 'decide-open',
      text,
      ...(executiveId ? { executiveId } : {}),
    });
    submit();
    expect(refusal(decide())).toBe('report.wrong-status');
    lived.doReport(ID, instruct());
    expect(refusal(decide('executive'))).toBe('instruction.not-overdue');
    lived.until('2026-01-20T02:00:00.000Z');
    expect(refusal(decide())).toBeUndefined();
    expect(refusal(decide('deputy'))).toBe('instruction.executive-has-it');
    const [told] = lived.doReport(ID, decide('executive'));
    expect(told?.payload).toMatchObject({ told: true, effects: [{ userId: 'executive' }] });
    expect(state().toldTo).toBe('executive');
    expect(refusal(decide('executive'))).toBe('instruction.executive-told');
    expect(next()?.subject).toBe('instruction-term');
  });

  it('open after its term, the director is asked; in two working days undecided it is told by itself', () => {
    const tell = (executiveId?: string) =>
      lived.doReport(ID, {
        type: 'act',
        key: 'open-instruction:1:told:1',
        at: lived.now,
        ...(executiveId ? { executiveId } : {}),
      });
    const toTheEnd = (): void => {
      drafted();
      submit();
      lived.doReport(ID, instruct());
      lived.until('2026-01-20T02:00:00.000Z');
      lived.now = '2026-01-22T02:00:00.000Z';
    };
    submit();
    lived.doReport(ID, instruct());
    lived.until('2026-01-20T02:00:00.000Z');
    const asked = lived.reports.get(ID)?.events.find(({ actionKey }) => actionKey === 'open-instruction:1:ask:1');
    expect(asked?.payload.effects).toMatchObject([
      { code: 'task:open-instruction:director', due: '2026-01-22T02:00:00.000Z' },
    ]);
    lived.doReport(ID, { type: 'decide-open', text });
    expect(state().ladders.running['open-instruction']).toBeUndefined();

    toTheEnd();
    expect(tell('executive').at(-1)?.payload).toMatchObject({
      automatic: true,
      effects: [{ code: 'notice:instruction-open:leader', userId: 'executive' }],
    });
    expect(state().toldTo).toBe('executive');
    expect(tell('executive')).toEqual([]);
    // Nobody is executive, or the instruction is his own: the mayor hears of it.
    for (const executive of [undefined, 'deputy']) {
      toTheEnd();
      expect(tell(executive).at(-1)?.payload.effects).toMatchObject([{ code: 'notice:instruction-open:mayor' }]);
      expect(state().toldTo).toBeUndefined();
    }
  });

  it('that nobody was instructed upon cannot be called solved', () => {
    submit();
    expect(refusal({ type: 'end', result: 'solved' })).toBe('report.wrong-status');
    expect(refusal({ type: 'end', result: 'withdrawn' })).toBeUndefined();
  });

  it('covers other cases while it is a draft; that of a training none', () => {
    const cover = (...caseNumbers: string[]): ReportCommand => ({ type: 'cover', caseNumbers });
    expect(refusal(cover())).toBe('report.no-cases');
    expect(refusal(cover('202601050042', '909901010001'))).toBe('report.training-alone');
    expect(refusal(cover('202601050042', '202601060007', '202601060007'))).toBeUndefined();
    expect(state().caseNumbers).toEqual(['202601050042', '202601060007']);
    submit();
    expect(refusal(cover('202601050042'))).toBe('report.wrong-status');
  });

  it('refuses an event of a type it does not know', () => {
    const unknown = { ...lived.reports.get(ID)?.events[0], type: 'ReportForgotten' } as unknown as ReportEvent;
    expect(() => evolveReport(state(), unknown)).toThrow('unknown event ReportForgotten');
  });

  it('refuses only by rules, asks for no rung twice and is never forgotten, in whatever order', () => {
    const instants = fc.constantFrom(
      '2026-01-04T02:00:00.000Z',
      '2026-01-20T02:00:00.000Z',
      '2026-02-25T02:00:00.000Z',
      '',
    );
    const commands: fc.Arbitrary<ReportCommand> = fc.oneof(
      fc.constant({ type: 'revise' as const, text }),
      fc
        .constantFrom('executive', 'deputy', undefined)
        .map((executiveId) => ({ type: 'decide-open' as const, text, ...(executiveId ? { executiveId } : {}) })),
      fc
        .subarray(['202601050042', '202601060007', '202601060008'])
        .map((caseNumbers) => ({ type: 'cover' as const, caseNumbers })),
      fc
        .record({ automatic: fc.boolean(), folder: fc.constantFrom('urgent' as const, 'weekly' as const) })
        .map((submission) => ({ type: 'submit' as const, ...submission })),
      fc
        .record({ partId: fc.constantFrom('i1', 'i2'), done: fc.boolean() })
        .map((facts) => ({ type: 'report-part' as const, text, ...facts })),
      fc
        .record({ partId: fc.constantFrom('i1', 'i2'), accepted: fc.boolean() })
        .map((facts) => ({ type: 'review-part' as const, text, ...facts })),
      instants.map((dueAt) => instruct(dueAt)),
      fc
        .constantFrom('i1', 'i2', 'toString', undefined)
        .map((partId) => ({ type: 'follow-up' as const, text, ...(partId ? { partId } : {}) })),
      fc
        .constantFrom('solved' as const, 'unsolved' as const, 'withdrawn' as const)
        .map((result) => ({ type: 'end' as const, result })),
    );
    const steps = fc.array(fc.record({ command: commands, hours: fc.nat(200) }), { maxLength: 20 });
    fc.assert(
      fc.property(steps, (path) => {
        drafted();
        for (const { command, hours } of path) {
          lived.until(new Date(Date.parse(lived.now) + hours * 3_600_000).toISOString());
          refusal(command);
          const owes = state().status === 'submitted' || state().status === 'instructed';
          expect(next() !== undefined).toBe(owes);
        }
        const events = lived.reports.get(ID)?.events ?? [];
        const keys = events.flatMap(({ actionKey }) => actionKey ?? []);
        expect(new Set(keys).size).toBe(keys.length);
        expect(events.reduce<ReportState | undefined>(evolveReport, undefined)).toEqual(state());
      }),
      { numRuns: 60 },
    );
  });
});
