import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Role } from '../access/actor.ts';
import { mayDoConference, mayDoInvitation } from '../access/conference-rights.ts';
import { ROLES } from '../access/actor.ts';
import { laterOf, type Instant } from '../instant.ts';
import type { Effect } from '../ledger/effect.ts';
import type { EventEnvelope } from '../ledger/event-envelope.ts';
import { nextAction, type Ladders } from '../ledger/ladder.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { workingTimeOf } from '../policy/policy.ts';
import { LivingCase, MACHINE_ACTOR, person, SPEC_CALENDAR, words } from '../testing/living-case.ts';
import { draftAgenda, reasonsFor } from './agenda-rule.ts';
import {
  evolveInvitation,
  type InvitationCommand,
  type InvitationEvent,
  type InvitationState,
} from './center-invitation.ts';
import type { ConferenceCommand, ConferenceEvent, DraftedItem } from './conference-event.ts';
import { evolveConference, type ConferenceState } from './conference-state.ts';
import { decideConference, MOST_ON_AGENDA } from './decide-conference.ts';
import { decideInvitation } from './decide-invitation.ts';

const BEGIN = '2026-01-05T01:00:00.000Z';
/** Seven working days later than BEGIN. */
const STARTS = '2026-01-14T01:00:00.000Z';
const text = words('t');
const ITEM: DraftedItem = { caseNumber: '202601050042', reasons: ['dispute'], memberIds: ['m2'] };

/** A stream lived through in memory, as use cases and its workflow would. */
class Living<State extends { readonly ladders: Ladders }, Command extends { readonly type: string }> {
  now: Instant = BEGIN;
  readonly effects: Effect[] = [];
  #state: State | undefined;
  #count = 0;
  readonly #decide: (state: State | undefined, command: Command, context: never) => readonly object[];
  readonly #evolve: (state: State | undefined, event: never) => State;
  readonly #act: (key: string, at: Instant) => Command;

  constructor(
    decide: (state: State | undefined, command: Command, context: never) => readonly object[],
    evolve: (state: State | undefined, event: never) => State,
    act: (key: string, at: Instant) => Command,
  ) {
    [this.#decide, this.#evolve, this.#act] = [decide, evolve, act];
  }

  get state(): State {
    if (!this.#state) throw new Error('nothing has begun');
    return this.#state;
  }

  do(role: Role | 'machine', command: Command): void {
    const actor = role === 'machine' ? MACHINE_ACTOR : person(role, role.startsWith('unit') ? 'water' : undefined);
    const time = workingTimeOf(DEFAULT_POLICY, SPEC_CALENDAR);
    const fresh = this.#decide(this.#state, command, { now: this.now, policy: DEFAULT_POLICY, time, actor } as never);
    for (const event of fresh as readonly EventEnvelope[]) {
      const number = ++this.#count;
      const envelope = {
        ...event,
        stream: 's',
        number,
        at: this.now,
        by: actor.userId,
        previousHash: '',
        hash: `${number}`,
      };
      this.#state = this.#evolve(this.#state, JSON.parse(JSON.stringify(envelope)) as never);
      this.effects.push(...(event.payload.effects ?? []));
    }
  }

  /** Time passes, and the machine acts at each rung's instant; or, after an outage, at the end alone. */
  until(to: Instant, { onlyLast = false } = {}): string[] {
    const before = this.effects.length;
    if (onlyLast) this.now = laterOf(this.now, to);
    for (let next = nextAction(this.state); next && next.at <= to; next = nextAction(this.state)) {
      this.now = laterOf(this.now, next.at);
      this.do('machine', this.#act(next.key, this.now));
    }
    this.now = laterOf(this.now, to);
    return this.effects.slice(before).map(({ code }) => code);
  }
}

function opened(startsAt: Instant = STARTS): Living<ConferenceState, ConferenceCommand> {
  const living = new Living<ConferenceState, ConferenceCommand>(
    decideConference,
    (state, event: ConferenceEvent) => evolveConference(state, event),
    (key, at) => ({ type: 'act', key, at, drafted: [ITEM] }),
  );
  const unitIds = ['water'];
  living.do('machine', { type: 'open', month: '202601', startsAt, memberIds: ['m1', 'm2'], unitIds });
  return living;
}

const held = (itemId: string) => ({
  type: 'hold' as const,
  minutes: text,
  attendedMemberIds: ['m1'],
  decisions: [{ itemId, decision: 'resolution' as const, text }],
  resolutions: [{ itemId, unitId: 'water', way: 'assist' as const, text, dueAt: '2026-01-21T01:00:00.000Z' }],
});

describe('a session of the joint conference', () => {
  it('has its agenda drafted, its invitations sent, its reminder and its minutes asked for by itself', () => {
    const living = opened('2026-02-03T01:00:00.000Z');
    expect(living.until('2026-01-19T01:00:00.000Z')).toEqual([]);
    expect(living.until('2026-01-20T01:00:00.000Z')).toEqual(['task:conference-agenda:supervision']);
    expect(living.state.agenda).toEqual({ i1: { id: 'i1', ...ITEM } });
    expect(living.until('2026-01-27T01:00:00.000Z')).toEqual(['notice:conference-invitation:circle']);
    expect(living.state.status).toBe('invited');
    expect(living.until('2026-02-02T01:00:00.000Z')).toEqual(['notice:conference-reminder:circle']);
    expect(living.until('2026-02-04T01:00:00.000Z')).toEqual(['task:conference-minutes:supervision']);
    expect(living.until('2026-02-05T01:00:00.000Z')).toEqual(['notice:conference-overdue:director']);
  });

  it('drafts and invites after an outage too, and nobody to what is over', () => {
    const late = opened();
    expect(late.until('2026-01-08T01:00:00.000Z', { onlyLast: true })).toContain('notice:conference-invitation:circle');
    expect(late.state).toMatchObject({ status: 'invited', drafted: true });
    const over = opened();
    const codes = over.until('2026-01-20T01:00:00.000Z', { onlyLast: true });
    expect(codes).not.toContain('notice:conference-invitation:circle');
    expect(codes).toContain('task:conference-minutes:supervision');
    expect(over.state.status).toBe('invited');
  });

  it('keeps what a supervisor put on the agenda, and drafts no case twice', () => {
    const living = opened();
    const { caseNumber } = ITEM;
    living.do('supervisor', { type: 'add-item', caseNumber, text, memberIds: [] });
    expect(() => living.do('supervisor', { type: 'add-item', caseNumber, text, memberIds: [] })).toThrow(
      'conference.case-on-agenda',
    );
    expect(() => living.do('supervisor', { type: 'add-item', text, memberIds: ['m9'] })).toThrow(
      'conference.not-a-member',
    );
    living.until(BEGIN);
    expect(Object.keys(living.state.agenda)).toEqual(['i1']);
    living.do('supervisor', { type: 'remove-item', itemId: 'i1', text });
    expect(() => living.do('supervisor', { type: 'remove-item', itemId: 'constructor', text })).toThrow(
      'conference.unknown-item',
    );
    living.do('supervisor', { type: 'add-item', text, memberIds: [] });
    expect(Object.keys(living.state.agenda)).toEqual(['i2']);
  });

  it('moved before its invitations drafts no second agenda; moved after them, it tells everybody', () => {
    const living = opened();
    living.until(BEGIN);
    const before = living.effects.length;
    living.do('supervisor', { type: 'reschedule', startsAt: '2026-01-28T01:00:00.000Z', text });
    // The task that was open ended with its wait: it is given out anew, until the new day of the invitations.
    expect(living.effects.slice(before)).toEqual([
      { code: 'task:conference-agenda:supervision', subject: 'preparation', due: '2026-01-21T01:00:00.000Z' },
    ]);
    expect(living.until('2026-01-21T01:00:00.000Z')).toEqual(['notice:conference-invitation:circle']);
    living.do('supervisor', { type: 'reschedule', startsAt: '2026-01-29T01:00:00.000Z', text });
    expect(living.effects.at(-1)?.code).toBe('notice:conference-update:circle');
    living.do('director', { type: 'cancel', text });
    expect(living.effects.at(-1)?.code).toBe('notice:conference-cancellation:circle');
    expect(living.state.sequence).toBe(3);
    expect(nextAction(living.state)).toBeUndefined();
  });

  it('moved before its agenda was drafted asks nobody to settle one', () => {
    const living = opened('2026-02-03T01:00:00.000Z');
    living.do('supervisor', { type: 'reschedule', startsAt: '2026-02-04T01:00:00.000Z', text });
    expect(living.effects).toEqual([]);
    expect(living.until('2026-01-21T01:00:00.000Z')).toEqual(['task:conference-agenda:supervision']);
  });

  it('invited by hand before its agenda was drafted, it is drafted then, once', () => {
    const early = opened('2026-02-03T01:00:00.000Z');
    early.do('supervisor', { type: 'invite', drafted: [ITEM] });
    expect(early.state).toMatchObject({ status: 'invited', drafted: true, agenda: { i1: { id: 'i1', ...ITEM } } });
    const late = opened();
    late.until(BEGIN);
    late.do('supervisor', { type: 'invite', drafted: [{ ...ITEM, caseNumber: '202601050043' }] });
    expect(late.state.agenda).toEqual({ i1: { id: 'i1', ...ITEM } });
  });

  it('takes no more items than its minutes can decide of, drafted ones too', () => {
    const living = opened();
    const point = { type: 'add-item', text, memberIds: [] } as const;
    for (let item = 1; item < MOST_ON_AGENDA; item++) living.do('supervisor', point);
    const drafted = [ITEM, { ...ITEM, caseNumber: '202601050043' }];
    living.do('supervisor', { type: 'invite', drafted });
    expect(Object.keys(living.state.agenda)).toHaveLength(MOST_ON_AGENDA);
    expect(() => living.do('supervisor', point)).toThrow('conference.agenda-full');
    living.do('supervisor', { type: 'remove-item', itemId: 'i1', text });
    living.do('supervisor', point);
    expect(Object.keys(living.state.agenda)).toHaveLength(MOST_ON_AGENDA);
  });

  it('decides something of every item, and follows its resolutions until done', () => {
    const living = opened();
    living.until(BEGIN);
    expect(() => living.do('supervisor', held('i1'))).toThrow('conference.wrong-status');
    living.do('supervisor', { type: 'invite' });
    expect(() => living.do('supervisor', { ...held('i1'), decisions: [] })).toThrow('conference.undecided');
    expect(() => living.do('supervisor', { ...held('i1'), resolutions: [] })).toThrow('conference.resolution-missing');
    expect(() => living.do('supervisor', held('i7'))).toThrow('conference.unknown-item');
    living.now = STARTS;
    living.do('supervisor', held('i1'));
    expect(living.until('2026-01-21T01:00:00.000Z')).toEqual(['notice:conference-resolution-due:head']);
    expect(living.until('2026-01-22T01:00:00.000Z')).toEqual([
      'task:conference-resolution:supervision',
      'notice:conference-overdue:director',
    ]);
    living.do('unit-handler', { type: 'finish-resolution', resolutionId: 'r1', text });
    expect(nextAction(living.state)).toBeUndefined();
    expect(() => living.do('unit-handler', { type: 'finish-resolution', resolutionId: 'r1', text })).toThrow(
      'resolution.done-before',
    );
  });

  it('comes to an end whenever nobody does anything, and never asks for a rung twice', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.boolean(), (days, onlyLast) => {
        const living = opened(new Date(Date.parse(BEGIN) + days * 86_400_000).toISOString());
        living.until('2026-06-01T01:00:00.000Z', { onlyLast });
        expect(living.state.status).toBe('invited');
        expect(Object.keys(living.state.ladders.running)).toEqual(['minutes']);
        const invited = living.effects.filter(({ code }) => code === 'notice:conference-invitation:circle');
        expect(invited.length).toBe(onlyLast ? 0 : 1);
      }),
    ));
});

describe('the agenda', () => {
  const circle = [{ id: 'm1' }, { id: 'm2', unitId: 'u1' }];

  it('takes disputes, proposals and what concerns several bodies, with the reason, and nothing that is closed', () => {
    const lived = new LivingCase('2026-01-05T02:00:00.000Z');
    lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
    expect(reasonsFor(lived.state, circle, DEFAULT_POLICY)).toEqual([]);
    const units = [
      { unitId: 'u1', role: 'lead', member: true },
      { unitId: 'u2', role: 'co', member: true },
    ] as const;
    lived.do({ type: 'assign', units, quality: text, feedback: text });
    expect(reasonsFor(lived.state, circle, DEFAULT_POLICY)).toEqual(['several-bodies']);
    expect(reasonsFor(lived.state, [{ id: 'm1' }], DEFAULT_POLICY)).toEqual([]);
    lived.until('2026-01-20T02:00:00.000Z');
    const [item] = draftAgenda([lived.state], circle, DEFAULT_POLICY);
    expect(item?.reasons).toContain('meeting-proposed');
    expect(item?.memberIds).toEqual(['m2']);
    expect(draftAgenda([{ ...lived.state, stage: 'closed' }], circle, DEFAULT_POLICY)).toEqual([]);
  });

  it('puts what has most reasons first, and takes no more than a session can take up', () => {
    const { state } = (() => {
      const lived = new LivingCase('2026-01-05T02:00:00.000Z');
      lived.do({ type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
      return lived;
    })();
    const dispute = { assignmentId: 'a1', unitIds: ['u1'], ruleBy: BEGIN };
    const cases = Array.from({ length: 20 }, (_, index) => ({
      ...state,
      caseNumber: `2026010500${10 + index}`,
      dispute,
    }));
    const worst = { ...state, caseNumber: '202601050099', dispute, returns: 3 };
    const agenda = draftAgenda([...cases, worst], circle, DEFAULT_POLICY);
    expect(agenda).toHaveLength(12);
    expect(agenda.slice(0, 2).map(({ caseNumber }) => caseNumber)).toEqual(['202601050099', '202601050010']);
  });
});

describe('an invitation of another body', () => {
  const recorded = () => {
    const living = new Living<InvitationState, InvitationCommand>(
      decideInvitation,
      (state, event: InvitationEvent) => evolveInvitation(state, event),
      (key, at) => ({ type: 'act', key, at }),
    );
    living.do('supervisor', { type: 'record', from: text, text, place: text, startsAt: STARTS });
    return living;
  };

  it('unanswered becomes a task of the director', () => {
    const living = recorded();
    expect(living.effects.map(({ code }) => code)).toEqual(['task:center-invitation:supervision']);
    expect(living.until('2026-01-06T01:00:00.000Z')).toEqual(['task:center-invitation:director']);
    living.do('director', { type: 'decline', text });
    expect(nextAction(living.state)).toBeUndefined();
  });

  it('gives a task to whoever is named, reminds him a working day before, and asks what came of it', () => {
    const living = recorded();
    living.do('supervisor', { type: 'accept', attendeeId: 'lin' });
    expect(living.effects.at(-2)).toMatchObject({ code: 'task:attend-invitation:supervision', userId: 'lin' });
    expect(living.until('2026-01-13T01:00:00.000Z')).toEqual(['notice:center-invitation-reminder:leader']);
    expect(() => living.do('supervisor', { type: 'attend', text })).toThrow('invitation.not-begun');
    expect(living.until('2026-01-15T01:00:00.000Z')).toEqual(['task:invitation-outcome:supervision']);
    expect(living.effects.at(-1)?.userId).toBe('lin');
    expect(living.until('2026-01-16T01:00:00.000Z')).toEqual(['notice:center-invitation-overdue:director']);
    living.do('supervisor', { type: 'attend', text });
    expect(living.state.status).toBe('attended');
    expect(nextAction(living.state)).toBeUndefined();
  });
});

describe('who may do what', () => {
  it('is the supervisor’s and the director’s; a unit finishes what is its own; who was named tells', () => {
    for (const type of ['add-item', 'invite', 'reschedule', 'cancel', 'hold'] as const)
      expect(ROLES.filter((role) => mayDoConference(person(role), type))).toEqual(['supervisor', 'director']);
    expect(mayDoConference(person('unit-head', 'water'), 'finish-resolution')).toBe(true);
    expect(mayDoConference(person('director'), 'open')).toBe(false);
    expect(mayDoInvitation({ userId: 'lin', role: 'shift-leader' }, 'attend', 'lin')).toBe(true);
    expect(mayDoInvitation({ userId: 'lin', role: 'shift-leader' }, 'accept', 'lin')).toBe(false);
  });
});
