import { beforeEach, describe, expect, it } from '@jest/globals';
import { attempt } from '../../testing/arbitrary-walk.ts';
import { LivingCase, person, words } from '../../testing/living-case.ts';
import type { CaseCommand } from '../case-command.ts';
import { documentNumberOf } from '../supervision-document.ts';

const text = words('t');
const BEGAN = '2026-01-05T02:00:00.000Z';
const unit = person('unit-handler', 'u1');
let lived: LivingCase;

beforeEach(() => {
  lived = new LivingCase(BEGAN);
  lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
  lived.do({
    type: 'assign',
    units: [{ unitId: 'u1', role: 'lead', member: true }],
    quality: text,
    feedback: text,
  });
  lived.do({ type: 'acknowledge', assignmentId: 'a1' }, unit);
});
const refusal = (command: CaseCommand, actor = person('director')) => attempt(() => lived.do(command, actor))?.code;
const codes = (subject: string) =>
  lived.events.flatMap(({ type, payload }) =>
    type === 'RungActed' && 'subject' in payload && payload.subject === subject
      ? (payload.effects ?? []).map(({ code }) => code)
      : [],
  );

describe('an urging notice, a supervision notice', () => {
  it('is a paper with a slip that the ladder issues when the unit does not act', () => {
    lived.until('2026-01-15T02:00:00.000Z');
    const papers = Object.values(lived.state.documents);
    expect(papers.map(({ kind }) => kind)).toEqual(['urging-notice', 'supervision-notice']);
    expect(papers[0]?.answerBy).toBe('2026-01-14T02:00:00.000Z');
    expect(codes('a1/return-slip')).toEqual(['notice:return-slip-missing:head', 'task:phone-urging:supervision']);
  });

  it('is answered by its slip, once, and earlier papers with it; then nobody waits for one', () => {
    const notice = { type: 'issue-notice', assignmentId: 'a1', text } as const;
    lived.do({ ...notice, notice: 'urging-notice' });
    lived.do({ ...notice, notice: 'supervision-notice' });
    expect(refusal({ type: 'return-slip', assignmentId: 'a1', text }, person('unit-handler', 'u2'))).toBe(
      'assignment.not-found',
    );
    lived.do({ type: 'return-slip', assignmentId: 'a1', text }, unit);
    expect(Object.values(lived.state.documents).every(({ returnedAt }) => returnedAt === BEGAN)).toBe(true);
    expect(lived.state.ladders.running['a1/return-slip']).toBeUndefined();
    expect(refusal({ type: 'return-slip', assignmentId: 'a1', text }, unit)).toBe('slip.not-awaited');
  });

  it('waits for no slip when the unit has fed back', () => {
    lived.do({ type: 'issue-notice', notice: 'urging-notice', assignmentId: 'a1', text });
    const fed = { type: 'submit-feedback', assignmentId: 'a1', outcome: 'solved', text } as const;
    lived.do({ ...fed, contactedAt: lived.now, contactMethod: 'phone' }, unit);
    expect(lived.state.ladders.running['a1/return-slip']).toBeUndefined();
  });

  it('has a number by kind and year; a training’s has none', () => {
    expect(documentNumberOf('supervision-notice', { year: 2026, serial: 17 })).toBe('皋12345督〔2026〕17号');
    expect(documentNumberOf('urging-notice', undefined)).toBe('皋12345催（演练）');
  });
});

describe('an urging call', () => {
  it('asks after what was promised when its time comes', () => {
    const call = { type: 'record-urging-call', assignmentId: 'a1', text } as const;
    expect(refusal({ ...call, result: 'explained', promisedBy: '2026-01-07T02:00:00.000Z' })).toBe(
      'urging.promise-until-when',
    );
    expect(refusal({ ...call, result: 'promised', promisedBy: BEGAN })).toBe('urging.promise-until-when');
    lived.do({ ...call, result: 'promised', promisedBy: '2026-01-07T02:00:00.000Z' });
    lived.until('2026-01-07T02:00:00.000Z');
    expect(codes('a1/promise')).toEqual(['task:phone-urging:supervision']);
  });
});

describe('an on-site session', () => {
  const plan = (startsAt: string): CaseCommand => ({
    type: 'plan-on-site-session',
    assignmentId: 'a1',
    startsAt,
    place: text,
    party: text,
  });

  it('is arranged, put off under one entry, and asked after when it is over', () => {
    expect(refusal(plan('2026-01-04T02:00:00.000Z'))).toBe('on-site.in-past');
    lived.do(plan('2026-01-06T02:00:00.000Z'));
    lived.do(plan('2026-01-07T02:00:00.000Z'));
    expect(lived.state.assignments['a1']).toMatchObject({ onSites: 1, onSite: { sequence: 1 } });
    expect(refusal({ type: 'record-on-site-session', assignmentId: 'a1', text })).toBe('on-site.not-yet');
    lived.until('2026-01-07T02:00:00.000Z');
    expect(codes('a1/on-site')).toEqual(['task:on-site-session:supervision']);
    lived.do({ type: 'record-on-site-session', assignmentId: 'a1', text, agreement: text });
    expect(lived.state.ladders.running['a1/on-site']).toBeUndefined();
    lived.do(plan('2026-01-08T02:00:00.000Z'));
    expect(lived.state.assignments['a1']).toMatchObject({ onSites: 2, onSite: { sequence: 0 } });
  });

  it('called off is told, and nothing is awaited; what was not arranged cannot be', () => {
    const cancel: CaseCommand = { type: 'cancel-on-site-session', assignmentId: 'a1', text };
    expect(refusal(cancel)).toBe('on-site.not-planned');
    lived.do(plan('2026-01-06T02:00:00.000Z'));
    const [cancelled] = lived.do(cancel);
    expect(cancelled?.payload.effects?.map(({ code }) => code)).toContain('notice:on-site-session:head');
    expect(lived.state.ladders.running['a1/on-site']).toBeUndefined();
  });

  it('agreed to but not arranged is told to the director', () => {
    lived.until('2026-01-15T02:00:00.000Z');
    lived.do({ type: 'decide-proposal', proposalId: 'p1', decision: 'do-it', text });
    lived.until('2026-01-20T02:00:00.000Z');
    expect(codes('a1/on-site')).toEqual(['notice:desk-overdue:director']);
  });
});

describe('a talk, a public criticism', () => {
  it('is a numbered notice when it is decided, and recorded when it was held', () => {
    lived.until('2026-01-19T02:00:00.000Z');
    const talk = Object.values(lived.state.proposals).find(({ kind }) => kind === 'talk')?.id ?? '';
    lived.do({ type: 'decide-proposal', proposalId: talk, decision: 'do-it', text });
    expect(Object.values(lived.state.documents).at(-1)?.kind).toBe('talk-notice');
    const record = { type: 'record-talk', assignmentId: 'a1', attendees: text, text } as const;
    expect(refusal({ ...record, heldAt: '2026-01-30T02:00:00.000Z' })).toBe('talk.not-then');
    lived.do({ ...record, heldAt: lived.now });
    expect(lived.state.ladders.running['a1/talk']).toBeUndefined();
  });

  it('is proposed once, drafted when nobody decides, and published by the director alone', () => {
    lived.until('2026-02-12T02:00:00.000Z');
    const proposed = Object.values(lived.state.proposals).filter(({ kind }) => kind === 'public-criticism');
    expect(proposed).toMatchObject([{ status: 'happened' }]);
    expect(lived.events.filter(({ type }) => type === 'CriticismPublished')).toEqual([]);
    expect(codes('a1/criticism')).toContain('notice:desk-overdue:director');
    lived.do({ type: 'publish-criticism', assignmentId: 'a1', text });
    expect(Object.values(lived.state.documents).at(-1)?.kind).toBe('public-criticism');
    expect(lived.state.ladders.running['a1/criticism']).toBeUndefined();
  });
});

describe('a leader’s question', () => {
  const mayor = person('mayor');

  it('has his term or the policy’s, is reminded of, and is answered once', () => {
    lived.do({ type: 'ask-as-leader', text }, mayor);
    expect(lived.state.questions['q1']?.answerBy).toBe('2026-01-07T02:00:00.000Z');
    lived.until('2026-01-07T02:00:00.000Z');
    expect(codes('question/q1')).toEqual([
      'notice:leader-question-due:supervisor',
      'notice:leader-question-due:director',
    ]);
    const [answered] = lived.do({ type: 'answer-leader', questionId: 'q1', text });
    expect(answered?.payload.effects).toEqual([
      { code: 'notice:leader-answer:leader', subject: 'question/q1', userId: mayor.userId },
    ]);
    expect(refusal({ type: 'answer-leader', questionId: 'q1', text })).toBe('question.answered-before');
    expect(refusal({ type: 'answer-leader', questionId: 'constructor', text })).toBe('question.not-found');
    expect(refusal({ type: 'ask-as-leader', text, answerBy: BEGAN }, mayor)).toBe('question.answer-in-past');
  });

  it('is still to be answered when the case has ended', () => {
    lived.do({ type: 'ask-as-leader', text }, mayor);
    lived.do({ type: 'close', outcome: 'explained', text });
    expect(Object.keys(lived.state.ladders.running)).toEqual(['question/q1']);
  });
});
