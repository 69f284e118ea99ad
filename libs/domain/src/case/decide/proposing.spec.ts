import { beforeEach, describe, expect, it } from '@jest/globals';
import { CaseSteps, co, lead } from '../../testing/case-steps.ts';
import { type LivingCase, words } from '../../testing/living-case.ts';

const text = words('t');

let steps: CaseSteps;
let lived: LivingCase;
beforeEach(() => {
  steps = new CaseSteps();
  ({ lived } = steps);
});

describe('a proposal', () => {
  beforeEach(() => {
    steps.assigned([lead('u1'), co('u2')]);
    steps.acknowledge('a1', 'u1');
    steps.acknowledge('a2', 'u2');
    lived.until('2026-01-19T02:00:00.000Z');
  });
  const pending = () =>
    Object.values(lived.state.proposals).filter(({ status }) => status === 'open' || status === 'postponed');
  const idOf = (kind: string) => Object.values(lived.state.proposals).find((one) => one.kind === kind)?.id ?? '';

  it('put off comes back on its day, under a new number, and then happens by itself', () => {
    const until = '2026-01-21T02:00:00.000Z';
    lived.do({ type: 'decide-proposal', proposalId: idOf('joint-meeting'), decision: 'not-now', until, text });
    lived.until(until);
    const again = pending().find(({ kind }) => kind === 'joint-meeting');
    expect(again).toMatchObject({ status: 'open', decideBy: '2026-01-23T02:00:00.000Z' });
    lived.until('2026-01-23T02:00:00.000Z');
    expect(lived.state.openMeetingId).toBe('202601050042-meeting-1');
    expect([...lived.meetings.values()][0]?.state).toMatchObject({
      automatic: true,
      unitIds: ['u1', 'u2'],
      startsAt: '2026-01-27T02:30:00.000Z',
    });
  });

  it('is overtaken by a meeting that somebody convenes, put off or not', () => {
    lived.do({
      type: 'decide-proposal',
      proposalId: idOf('joint-meeting'),
      decision: 'not-now',
      until: '2026-01-21T02:00:00.000Z',
      text,
    });
    lived.do({ type: 'convene-meeting', unitIds: ['u1'], startsAt: '2026-01-22T02:00:00.000Z' });
    expect(pending().some(({ kind }) => kind === 'joint-meeting')).toBe(false);
    expect(
      Object.keys(lived.state.ladders.running)
        .filter((subject) => subject.startsWith('proposal/'))
        .sort(),
    ).toEqual(
      pending()
        .map(({ id }) => `proposal/${id}`)
        .sort(),
    );
  });

  it('to talk to a unit is overtaken when that unit’s feedback is accepted', () => {
    const talks = () => pending().filter(({ kind, assignmentId }) => kind === 'talk' && assignmentId === 'a2');
    expect(talks()).toHaveLength(1);
    steps.done('a2', 'u2');
    expect(talks()).toEqual([]);
  });

  it('to issue a report goes with the report, when the director ends it before he answers', () => {
    lived.until('2026-01-26T02:00:00.000Z');
    const reportId = lived.state.openReportId ?? '';
    expect(steps.refusal({ type: 'end-report', reportId, result: 'solved' })).toBe('report.wrong-status');
    lived.do({ type: 'end-report', reportId, result: 'withdrawn' });
    expect(pending().some(({ kind }) => kind === 'special-report')).toBe(false);
    const acted = lived.until('2026-01-29T02:00:00.000Z');
    expect(acted.some(({ type }) => type === 'SpecialReportSubmitted')).toBe(false);
  });

  it('answered by issuing the report is not asked again; a report is issued once', () => {
    lived.until('2026-01-26T02:00:00.000Z');
    const reportId = lived.state.openReportId ?? '';
    lived.do({ type: 'submit-report', reportId });
    expect(lived.state.openReportIssued).toBe(true);
    expect(steps.refusal({ type: 'submit-report', reportId })).toBe('report.wrong-status');
    expect(pending().some(({ kind }) => kind === 'special-report')).toBe(false);
  });

  it('does not outlive the case: closing drops it, withdraws the draft and leaves an issued report to be followed', () => {
    lived.until('2026-01-26T02:00:00.000Z');
    lived.do({ type: 'close', outcome: 'explained', text });
    expect(pending()).toEqual([]);
    expect([...lived.reports.values()].map(({ state }) => state.status)).toEqual(['ended']);
    expect(lived.next).toBeUndefined();
  });

  it('that is not there is not found, whatever it is called', () => {
    for (const proposalId of ['p99', 'constructor', '__proto__'])
      expect(steps.refusal({ type: 'decide-proposal', proposalId, decision: 'no', text })).toBe('proposal.not-found');
    for (const assignmentId of ['a99', 'constructor', '__proto__'])
      expect(steps.refusal({ type: 'acknowledge', assignmentId })).toBe('assignment.not-found');
  });
});

describe('a proposal of a case that goes back to the desk', () => {
  it('ends with the case when it is declined or answered there', () => {
    for (const end of [
      { type: 'decline', reason: 'litigation', text },
      { type: 'answer-directly', text },
    ] as const) {
      steps = new CaseSteps();
      ({ lived } = steps);
      steps.assigned([lead('u1')]);
      for (let meeting = 1; meeting <= 2; meeting++) {
        lived.do({ type: 'convene-meeting', unitIds: ['u1'], startsAt: '2026-01-05T03:00:00.000Z' });
        lived.do({ type: 'end-meeting', meetingId: lived.state.openMeetingId ?? '', result: 'unsettled' });
      }
      steps.giveBack('a1', 'u1', 'accepted');
      expect(lived.state.proposals['p2']?.status).toBe('open');
      lived.do(end);
      expect(lived.next).toBeUndefined();
      expect(lived.state.proposals['p2']?.status).toBe('overtaken');
      expect([...lived.reports.values()].map(({ state }) => state.result)).toEqual(['withdrawn']);
    }
  });
});

describe('a meeting that did not settle the matter', () => {
  const inVain = (unitIds: readonly string[]) =>
    lived.do({ type: 'end-meeting', meetingId: lived.state.openMeetingId ?? '', result: 'unsettled', unitIds });
  const proposed = () => Object.values(lived.state.proposals).filter(({ status }) => status === 'open');

  beforeEach(() => {
    steps = new CaseSteps();
    ({ lived } = steps);
    steps.assigned([lead('u1')]);
    lived.do({ type: 'convene-meeting', unitIds: ['u1', 'u2'], startsAt: '2026-01-05T03:00:00.000Z' });
  });

  it('is followed by a second of the same units, which comes by itself when nobody decides', () => {
    inVain(['u1', 'u2']);
    expect(proposed()).toMatchObject([{ kind: 'joint-meeting' }]);
    lived.until(proposed()[0]?.decideBy ?? '');
    const second = lived.meetings.get('202601050042-meeting-2')?.state;
    expect(second).toMatchObject({ follows: '202601050042-meeting-1', unitIds: ['u1', 'u2'], automatic: true });
  });

  it('the second time makes a special report the next way out; a settled one ends the count', () => {
    inVain([]);
    lived.do({ type: 'convene-meeting', unitIds: ['u1'], startsAt: '2026-01-06T03:00:00.000Z' });
    inVain([]);
    expect(proposed()).toMatchObject([{ kind: 'special-report' }]);
    lived.do({ type: 'convene-meeting', unitIds: ['u1'], startsAt: '2026-01-07T03:00:00.000Z' });
    lived.do({ type: 'end-meeting', meetingId: lived.state.openMeetingId ?? '', result: 'settled' });
    lived.do({ type: 'convene-meeting', unitIds: ['u1'], startsAt: '2026-01-08T03:00:00.000Z' });
    expect(lived.meetings.get('202601050042-meeting-4')?.state.follows).toBeUndefined();
  });
});
