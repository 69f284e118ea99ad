import type { Actor, Role } from '../access/actor.ts';
import type { CaseCommand } from '../case/case-command.ts';
import type { CaseEvent, NewCaseEvent } from '../case/case-event.ts';
import type { CaseState } from '../case/case-state.ts';
import { decideCase } from '../case/decide-case.ts';
import { evolveCase } from '../case/evolve-case.ts';
import { laterOf, type Instant } from '../instant.ts';
import { decideMeeting } from '../joint-meeting/decide-meeting.ts';
import { evolveMeeting } from '../joint-meeting/evolve-meeting.ts';
import type { MeetingCommand } from '../joint-meeting/meeting-command.ts';
import type { MeetingEvent } from '../joint-meeting/meeting-event.ts';
import type { MeetingState } from '../joint-meeting/meeting-state.ts';
import type { EventEnvelope, NewEvent } from '../ledger/event-envelope.ts';
import { nextAction, type NextAction } from '../ledger/ladder.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { workingTimeOf, type Policy } from '../policy/policy.ts';
import { decideReport } from '../special-report/decide-report.ts';
import { evolveReport } from '../special-report/evolve-report.ts';
import type { ReportCommand, ReportEvent, ReportState } from '../special-report/report-event.ts';
import type { WorkingCalendar } from '../working-time/desk-time.ts';

/** 2026 and 2027 without holidays, but for the Spring Festival of 2026: enough for specs that know their days. */
export const SPEC_CALENDAR: WorkingCalendar = {
  days: {
    ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`2026-02-${15 + index}`, 'holiday' as const])),
    '2026-02-14': 'workday',
    '2026-02-28': 'workday',
  },
  names: {
    ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`2026-02-${15 + index}`, '春节'])),
    '2026-02-14': '春节',
    '2026-02-28': '春节',
  },
  knownYears: [2026, 2027],
};

export const MACHINE_ACTOR: Actor = { userId: 'machine', role: 'machine' };

/** Somebody of the center, or of a unit. */
export function person(role: Role, unitId?: string): Actor {
  return { userId: `${role}-${unitId ?? 'center'}`, role, ...(unitId ? { unitId } : {}) };
}

export function words(id: string) {
  return { id, sha256: '0'.repeat(64) };
}

interface Stream<State, Event extends EventEnvelope> {
  state: State;
  readonly events: Event[];
}

/**
 * A case lived through in memory, with its meetings and reports, as use cases and workflows would: each decision is
 * numbered, written as JSON, read back and folded.
 */
export class LivingCase {
  now: Instant;
  policy: Policy;
  readonly calendar: WorkingCalendar;
  readonly meetings = new Map<string, Stream<MeetingState, MeetingEvent>>();
  readonly reports = new Map<string, Stream<ReportState, ReportEvent>>();
  readonly #case: { state: CaseState | undefined; readonly events: CaseEvent[] } = { state: undefined, events: [] };

  constructor(now: Instant, policy: Policy = DEFAULT_POLICY, calendar: WorkingCalendar = SPEC_CALENDAR) {
    this.now = now;
    this.policy = policy;
    this.calendar = calendar;
  }

  get state(): CaseState {
    if (!this.#case.state) throw new Error('nothing was registered');
    return this.#case.state;
  }

  get events(): readonly CaseEvent[] {
    return this.#case.events;
  }

  /** Decides and appends; throws what the domain throws, and then nothing changed. */
  do(command: CaseCommand, actor: Actor = person('director')): readonly NewCaseEvent[] {
    const events = decideCase(this.#case.state, command, this.#context(actor));
    for (const fresh of events) {
      const event = this.#numbered('202601050042', this.#case.events.length, fresh, actor) as CaseEvent;
      this.#case.state = evolveCase(this.#case.state, event);
      this.#case.events.push(event);
    }
    for (const { type, payload } of events) this.#carryOn(type, payload, actor);
    return events;
  }

  doMeeting(id: string, command: MeetingCommand, actor: Actor = person('director')): readonly NewEvent[] {
    const before = this.meetings.get(id);
    const decided = decideMeeting(before?.state, command, this.#context(actor));
    for (const fresh of decided) {
      const events = this.meetings.get(id)?.events ?? [];
      const event = this.#numbered(id, events.length, fresh, actor) as MeetingEvent;
      this.meetings.set(id, { state: evolveMeeting(this.meetings.get(id)?.state, event), events: [...events, event] });
    }
    return decided;
  }

  doReport(id: string, command: ReportCommand, actor: Actor = person('director')): readonly NewEvent[] {
    const before = this.reports.get(id);
    const decided = decideReport(before?.state, command, this.#context(actor));
    for (const fresh of decided) {
      const events = this.reports.get(id)?.events ?? [];
      const event = this.#numbered(id, events.length, fresh, actor) as ReportEvent;
      this.reports.set(id, { state: evolveReport(this.reports.get(id)?.state, event), events: [...events, event] });
    }
    return decided;
  }

  /** What the case's own process waits for. */
  get next(): NextAction | undefined {
    return nextAction(this.state);
  }

  /** Time passes, and the machine acts at each rung's own instant. */
  until(to: Instant): readonly NewCaseEvent[] {
    const acted: NewCaseEvent[] = [];
    for (let next = this.next; next && next.at <= to; next = this.next) {
      this.now = laterOf(this.now, next.at);
      acted.push(...this.#act(next));
    }
    this.now = laterOf(this.now, to);
    this.#letStreamsCatchUp();
    return acted;
  }

  /** An outage: nobody acts until then, and then the machine catches up. */
  outageUntil(to: Instant): readonly NewCaseEvent[] {
    this.now = laterOf(this.now, to);
    const acted: NewCaseEvent[] = [];
    for (let next = this.next; next && next.at <= this.now; next = this.next) acted.push(...this.#act(next));
    this.#letStreamsCatchUp();
    return acted;
  }

  #act({ key }: NextAction): readonly NewCaseEvent[] {
    const events = this.do({ type: 'act', key, at: this.now }, MACHINE_ACTOR);
    if (events.length === 0) throw new Error(`the case waits for ${key} and does nothing when it comes`);
    return events;
  }

  #letStreamsCatchUp(): void {
    for (const [id, { state }] of this.meetings)
      for (
        let next = nextAction(state);
        next && next.at <= this.now;
        next = nextAction(this.meetings.get(id)?.state ?? state)
      )
        this.doMeeting(id, { type: 'act', key: next.key, at: this.now }, MACHINE_ACTOR);
    for (const [id, { state }] of this.reports)
      for (
        let next = nextAction(state);
        next && next.at <= this.now;
        next = nextAction(this.reports.get(id)?.state ?? state)
      )
        this.doReport(id, { type: 'act', key: next.key, at: this.now }, MACHINE_ACTOR);
  }

  #context(actor: Actor) {
    return { now: this.now, policy: this.policy, time: workingTimeOf(this.policy, this.calendar), actor };
  }

  /** As the ledger keeps it: numbered, written, read back. */
  #numbered(stream: string, count: number, fresh: NewEvent, actor: Actor): EventEnvelope {
    const number = count + 1;
    const envelope = {
      ...fresh,
      stream,
      number,
      at: this.now,
      by: actor.userId,
      previousHash: `${count}`,
      hash: `${number}`,
    };
    return JSON.parse(JSON.stringify(envelope)) as EventEnvelope;
  }

  #carryOn(type: NewCaseEvent['type'], payload: object, actor: Actor): void {
    if (type === 'MeetingConvened' && 'meetingId' in payload) {
      const { meetingId, unitIds, startsAt, automatic, follows } = payload as Extract<
        NewCaseEvent,
        { type: 'MeetingConvened' }
      >['payload'];
      this.doMeeting(
        meetingId,
        {
          type: 'open',
          caseNumber: this.state.caseNumber,
          unitIds,
          startsAt,
          automatic,
          ...(follows ? { follows } : {}),
        },
        actor,
      );
    }
    if (!('reportId' in payload) || typeof payload.reportId !== 'string') return;
    const { reportId } = payload;
    if (type === 'SpecialReportDrafted')
      this.doReport(
        reportId,
        { type: 'draft', caseNumbers: [this.state.caseNumber], deputyMayorId: 'deputy', text: words('report') },
        actor,
      );
    if (!this.reports.has(reportId)) return;
    if (type === 'SpecialReportSubmitted') {
      const folder = 'folder' in payload && payload.folder === 'weekly' ? 'weekly' : 'urgent';
      this.doReport(reportId, { type: 'submit', automatic: actor === MACHINE_ACTOR, folder }, actor);
    }
    const withdrawn = type === 'SpecialReportEnded' && 'result' in payload && payload.result === 'withdrawn';
    if (withdrawn && this.reports.get(reportId)?.state.status === 'draft')
      this.doReport(reportId, { type: 'end', result: 'withdrawn' }, actor);
  }
}
