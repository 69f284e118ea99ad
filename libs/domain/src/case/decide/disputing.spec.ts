import { describe, expect, it } from '@jest/globals';
import { explainDeadlines } from '../deadline/explain-deadlines.ts';
import { dispatchRates } from '../../rates/dispatch-rates.ts';
import { DEFAULT_POLICY } from '../../policy/default-policy.ts';
import { policyProblems } from '../../policy/policy-problems.ts';
import { statutoryTermOf } from '../../policy/statutory-term.ts';
import { CaseSteps, codesOf, co, lead, unit } from '../../testing/case-steps.ts';
import { person, words } from '../../testing/living-case.ts';

const text = words('t');
const raise = { type: 'raise-dispute', assignmentId: 'a1', unitIds: ['u2'], text } as const;
const rule = (unitId: string) =>
  ({
    type: 'rule-dispute',
    lead: { unitId, member: true },
    text,
    staffingOpinion: text,
    quality: text,
    feedback: text,
  }) as const;

describe('a dispute between units', () => {
  it('leaves the first receiver in the lead: its clock goes on, it cannot return, and the director is to decide', () => {
    const steps = new CaseSteps();
    steps.assigned([lead('u1')]);
    const due = steps.lived.state.assignments['a1']?.dueAt;
    expect(codesOf(steps.lived.do(raise, unit('u1')))).toEqual(['task:dispute:director']);
    expect(steps.lived.state.ladders.running['a1/due']).toBeDefined();
    expect(steps.lived.state.assignments['a1']?.dueAt).toBe(due);
    expect(steps.refusal({ type: 'return', assignmentId: 'a1', basis: text, approvedBy: 'head' }, unit('u1'))).toBe(
      'dispute.open',
    );
    expect(steps.refusal(raise, unit('u1'))).toBe('dispute.open');
    const told = steps.lived.until('2026-01-08T02:00:00.000Z');
    expect(codesOf(told)).toContain('notice:desk-overdue:director');
  });

  it('decided for who leads, makes it designated; decided for another, that one begins a term of its own', () => {
    const steps = new CaseSteps();
    steps.assigned([lead('u1')]);
    steps.lived.do(raise, unit('u1'));
    expect(codesOf(steps.lived.do(rule('u1')))).toEqual(['notice:dispute-ruled:handler', 'notice:dispute-ruled:head']);
    expect(steps.lived.state.assignments['a1']).toMatchObject({ designated: true, status: 'waiting' });
    expect(steps.lived.state.dispute).toBeUndefined();

    const moved = new CaseSteps();
    moved.assigned([lead('u1')]);
    moved.lived.do(raise, unit('u1'));
    expect(codesOf(moved.lived.do(rule('u2')))).toEqual(['notice:withdrawn:handler', 'notice:assignment:handler']);
    expect(moved.lived.state.assignments).toMatchObject({
      a1: { status: 'withdrawn', withdrawnBy: 'dispute' },
      a2: { unitId: 'u2', role: 'lead', designated: true, status: 'waiting' },
    });
    expect(Object.keys(moved.lived.state.ladders.running).toSorted()).toEqual(['a2/acknowledge', 'a2/due']);
  });

  it('goes to a unit that helps already: it leads, and its helping ends', () => {
    const steps = new CaseSteps();
    steps.assigned([lead('u1'), co('u2')]);
    steps.lived.do(raise, unit('u1'));
    steps.lived.do(rule('u2'));
    expect(steps.lived.state.assignments).toMatchObject({
      a1: { status: 'withdrawn' },
      a2: { status: 'withdrawn', withdrawnBy: 'replacement' },
      a3: { unitId: 'u2', role: 'lead', designated: true },
    });
  });

  it('is the director’s to decide, and needs another unit', () => {
    const steps = new CaseSteps();
    steps.assigned([lead('u1')]);
    expect(steps.refusal(rule('u2'), person('director'))).toBe('dispute.none');
    expect(steps.refusal({ ...raise, unitIds: ['u1'] }, unit('u1'))).toBe('dispute.no-other-unit');
  });
});

describe('a statutory term', () => {
  const complaint = { kind: 'complaint', categoryId: 'market.dispute' } as const;

  it('is the law’s that says most about the request', () => {
    const general = {
      id: 'g',
      law: '《甲》',
      article: '第一条',
      kinds: ['complaint' as const],
      term: { workingDays: 9 },
    };
    const precise = { ...general, id: 'p', categoryIds: ['market.dispute'] };
    expect(statutoryTermOf([general, precise], complaint)?.id).toBe('p');
    expect(statutoryTermOf([general, precise], { ...complaint, categoryId: 'water' })?.id).toBe('g');
    expect(statutoryTermOf([general, precise], { kind: 'help', categoryId: 'market.dispute' })).toBeUndefined();
    expect(statutoryTermOf(undefined, complaint)).toBeUndefined();
  });

  it('takes the place of the house’s own, and is quoted with law and article', () => {
    const steps = new CaseSteps();
    steps.lived.do({ type: 'register', urgency: 'ordinary', ...complaint });
    steps.assign([lead('u1')]);
    expect(steps.lived.state.assignments['a1']?.dueAt).toBe('2026-01-14T02:00:00.000Z');
    const { lines } =
      explainDeadlines(steps.lived.events, [steps.lived.policy], steps.lived.calendar).find(
        ({ subject }) => subject === 'a1',
      ) ?? {};
    expect(lines?.map(({ zh }) => zh)).toContain('法定期限7个工作日，依据《中华人民共和国消费者权益保护法》第四十六条');
  });

  it('in days of the calendar ends with the last working moment before', () => {
    const steps = new CaseSteps();
    const law = { id: 'c', law: '《乙》', article: '第二条', term: { calendarDays: 6 } };
    Object.assign(steps.lived, { policy: { ...steps.lived.policy, statutoryTerms: [law] } });
    steps.assigned([lead('u1')]);
    // Sunday 11 January: the last working moment is Friday's.
    expect(steps.lived.state.assignments['a1']?.dueAt).toBe('2026-01-09T09:30:00.000Z');
  });
});

describe('the laws’ terms of a written policy', () => {
  const { version: _, ...written } = DEFAULT_POLICY;
  const withTerms = (statutoryTerms: unknown) => policyProblems({ ...written, statutoryTerms });
  const law = { id: 'x', law: '《甲》', article: '第一条', term: { calendarDays: 30 } };

  it('may be none, in working days or in days of the calendar, and are refused where they are no such thing', () => {
    expect(withTerms([])).toEqual([]);
    expect(withTerms([law, { ...law, term: { workingDays: 5 }, kinds: ['help'], categoryIds: ['c1'] }])).toEqual([]);
    expect(withTerms([{ ...law, term: { minutes: 5 } }])).toEqual([
      { path: 'statutoryTerms.0.term', code: 'policy.not-a-term' },
    ]);
    expect(withTerms([{ ...law, kinds: ['joke'] }])).toEqual([
      { path: 'statutoryTerms.0.kinds', code: 'policy.unknown' },
    ]);
    expect(withTerms([{ ...law, law: undefined }]).map(({ path }) => path)).toEqual(['statutoryTerms.0.law']);
    expect(withTerms('none').map(({ code }) => code)).toEqual(['policy.wrong-type']);
  });
});

describe('a dispatcher', () => {
  it('is known by what came back and what was not the unit’s; of nothing there is no rate', () => {
    expect(dispatchRates({ assigned: 8, returned: 2, misdirected: 1 })).toMatchObject({
      returnRate: 0.25,
      accuracy: 0.875,
    });
    expect(dispatchRates({ assigned: 0, returned: 0, misdirected: 0 })).toEqual({
      assigned: 0,
      returned: 0,
      misdirected: 0,
    });
  });
});
