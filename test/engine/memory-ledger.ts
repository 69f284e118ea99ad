import { createHash } from 'node:crypto';
import type { ProcessPort } from '@hotline/activities';
import { streamKindOf } from '@hotline/contracts-process';
import {
  decideCase,
  decideConference,
  decideInvitation,
  decideMeeting,
  decideReport,
  DEFAULT_POLICY,
  evolveCase,
  evolveConference,
  evolveInvitation,
  evolveMeeting,
  evolveReport,
  GENESIS,
  MACHINE,
  workingTimeOf,
  type Actor,
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  type ConferenceCommand,
  type ConferenceEvent,
  type ConferenceState,
  type DecisionContext,
  type EventEnvelope,
  type Instant,
  type InvitationCommand,
  type InvitationEvent,
  type InvitationState,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
  type NewEvent,
  type Policy,
  type ReportCommand,
  type ReportEvent,
  type ReportState,
} from '@hotline/domain';
import { carriesNotice } from '../../workflows/src/stream/stream-memory.ts';

const DIRECTOR: Actor = { userId: 'u-director', role: 'director' };
const BY_MACHINE: Actor = { userId: MACHINE, role: 'machine' };
const TEXT = { id: 'text-1', sha256: '0'.repeat(64) };

interface Act {
  readonly key: string;
  readonly at: Instant;
}

/**
 * The ledger in memory, with the real domain's decisions: a double of the application for tests of the engine alone. What
 * it does is asked through the same port; what a person does, through `command`.
 */
export class MemoryLedger implements ProcessPort {
  readonly #clock: () => Promise<Instant>;
  #streams = new Map<string, EventEnvelope[]>();
  #undelivered = new Map<string, EventEnvelope[]>();
  /** How many events of a stream had their notices sent. */
  readonly #deliveredUpTo = new Map<string, number>();
  /** How often each stream was read. */
  readonly reads: { stream: string; after: number }[] = [];
  readonly acts: Act[] = [];
  readonly failed: { stream: string; key: string; code: string }[] = [];
  readonly deliveries: string[] = [];
  /** What decisions follow from now on. */
  policy: Policy = DEFAULT_POLICY;
  /** Nothing happens when the machine acts: what a ledger answers whose rules and fold disagree. */
  refusesToAct = false;
  /** Faults to be met, by the name of the port's function; what one throws is thrown. */
  readonly faults = new Map<keyof ProcessPort, (input: unknown) => void | Promise<void>>();

  constructor(clock: () => Promise<Instant>) {
    this.#clock = clock;
  }

  /** A person of the center, or `actor`, does something to a case. */
  async command(stream: string, command: CaseCommand, actor: Actor = DIRECTOR): Promise<void> {
    const now = await this.#clock();
    this.#record(stream, decideCase(this.caseOf(stream), command, this.#context(now, actor)), now, actor.userId);
  }

  async meetingCommand(stream: string, command: MeetingCommand): Promise<void> {
    const now = await this.#clock();
    this.#record(
      stream,
      decideMeeting(this.meetingOf(stream), command, this.#context(now, DIRECTOR)),
      now,
      DIRECTOR.userId,
    );
    const state = this.meetingOf(stream);
    if (command.type !== 'hold' || !state) return;
    const result = command.settled ? 'settled' : 'unsettled';
    await this.command(state.caseNumber, { type: 'end-meeting', meetingId: stream, result });
  }

  async reportCommand(stream: string, command: ReportCommand): Promise<void> {
    const now = await this.#clock();
    this.#record(
      stream,
      decideReport(this.reportOf(stream), command, this.#context(now, DIRECTOR)),
      now,
      DIRECTOR.userId,
    );
  }

  async conferenceCommand(stream: string, command: ConferenceCommand): Promise<void> {
    const now = await this.#clock();
    const decided = decideConference(this.conferenceOf(stream), command, this.#context(now, DIRECTOR));
    this.#record(stream, decided, now, DIRECTOR.userId);
  }

  async invitationCommand(stream: string, command: InvitationCommand): Promise<void> {
    const now = await this.#clock();
    const decided = decideInvitation(this.invitationOf(stream), command, this.#context(now, DIRECTOR));
    this.#record(stream, decided, now, DIRECTOR.userId);
  }

  /** Puts an event into the ledger that no decision made: of another release, say. */
  async forge(stream: string, fact: NewEvent): Promise<void> {
    this.#append(stream, fact, await this.#clock(), DIRECTOR.userId);
  }

  /** The ledger as a restored copy would be: without its last events, which nobody will ever see again. */
  loseLast(stream: string, count: number): void {
    this.#streams.set(stream, this.eventsOf(stream).slice(0, -count));
    this.#undelivered.delete(stream);
  }

  eventsOf(stream: string): EventEnvelope[] {
    return this.#streams.get(stream) ?? [];
  }

  /** The events that the relay must bring to a workflow, in order; each is taken once. */
  takeUndelivered(): EventEnvelope[] {
    const events = [...this.#undelivered.values()].flat();
    this.#undelivered = new Map();
    return events;
  }

  caseOf(stream: string): CaseState | undefined {
    return (this.eventsOf(stream) as CaseEvent[]).reduce<CaseState | undefined>(evolveCase, undefined);
  }

  meetingOf(stream: string): MeetingState | undefined {
    return (this.eventsOf(stream) as MeetingEvent[]).reduce<MeetingState | undefined>(evolveMeeting, undefined);
  }

  reportOf(stream: string): ReportState | undefined {
    return (this.eventsOf(stream) as ReportEvent[]).reduce<ReportState | undefined>(evolveReport, undefined);
  }

  conferenceOf(stream: string): ConferenceState | undefined {
    const events = this.eventsOf(stream) as ConferenceEvent[];
    return events.reduce<ConferenceState | undefined>(evolveConference, undefined);
  }

  invitationOf(stream: string): InvitationState | undefined {
    const events = this.eventsOf(stream) as InvitationEvent[];
    return events.reduce<InvitationState | undefined>(evolveInvitation, undefined);
  }

  async readStream(input: {
    readonly stream: string;
    readonly after: number;
  }): Promise<{ events: EventEnvelope[]; unsent: boolean }> {
    await this.faults.get('readStream')?.(input);
    this.reads.push(input);
    const events = this.eventsOf(input.stream);
    const unsent = events.slice(this.#deliveredUpTo.get(input.stream) ?? 0).some(carriesNotice);
    return { events: events.slice(input.after), unsent };
  }

  async actOnStream(
    input: Act & { readonly stream: string; readonly after: number },
  ): Promise<{ events: EventEnvelope[] }> {
    await this.faults.get('actOnStream')?.(input);
    const { stream, key, at, after } = input;
    this.acts.push({ key, at });
    if (this.refusesToAct) return { events: this.eventsOf(stream).slice(after) };
    const now = await this.#clock();
    const command = { type: 'act', key, at: at > now ? at : now } as const;
    const context = this.#context(now, BY_MACHINE);
    this.#record(stream, this.#acting(stream, command, context), now, MACHINE);
    return { events: this.eventsOf(stream).slice(after) };
  }

  #acting(stream: string, command: { type: 'act' } & Act, context: DecisionContext): NewEvent[] {
    switch (streamKindOf(stream)) {
      case 'meeting':
        return decideMeeting(this.meetingOf(stream), command, context);
      case 'report':
        return decideReport(this.reportOf(stream), command, context);
      case 'conference':
        return decideConference(this.conferenceOf(stream), command, context);
      case 'invitation':
        return decideInvitation(this.invitationOf(stream), command, context);
      default:
        return decideCase(this.caseOf(stream), command, context);
    }
  }

  async deliverNotices({ stream }: { readonly stream: string }): Promise<void> {
    await this.faults.get('deliverNotices')?.({ stream });
    this.deliveries.push(stream);
    this.#deliveredUpTo.set(stream, this.eventsOf(stream).length);
  }

  async reportFailedAction(input: {
    readonly stream: string;
    readonly key: string;
    readonly code: string;
  }): Promise<void> {
    await this.faults.get('reportFailedAction')?.(input);
    this.failed.push(input);
  }

  async sendTaskDigests({ at }: { readonly at: string }): Promise<{ nextAt: string }> {
    await this.faults.get('sendTaskDigests')?.({ at });
    return { nextAt: new Date(Date.parse(at) + 86_400_000).toISOString() };
  }

  async watchMissedCalls({ at }: { readonly at: string }): Promise<{ nextAt: string }> {
    await this.faults.get('watchMissedCalls')?.({ at });
    return { nextAt: new Date(Date.parse(at) + 1_800_000).toISOString() };
  }

  async watchStays({ at }: { readonly at: string }): Promise<{ nextAt: string }> {
    await this.faults.get('watchStays')?.({ at });
    return { nextAt: new Date(Date.parse(at) + 86_400_000).toISOString() };
  }

  async openConferences({ at }: { readonly at: string }): Promise<{ nextAt: string }> {
    await this.faults.get('openConferences')?.({ at });
    return { nextAt: new Date(Date.parse(at) + 86_400_000).toISOString() };
  }

  #context(now: Instant, actor: Actor) {
    const time = workingTimeOf(this.policy, { days: {}, knownYears: [] });
    return { now, policy: this.policy, time, actor };
  }

  #record(stream: string, facts: readonly NewEvent[], now: Instant, by: string): void {
    for (const fact of facts) {
      const event = this.#append(stream, fact, now, by);
      if (by !== MACHINE) this.#undelivered.set(stream, [...(this.#undelivered.get(stream) ?? []), event]);
      this.#open(event as CaseEvent, now, by);
    }
  }

  /** What another stream must know is written at once. */
  #open(event: CaseEvent, now: Instant, by: string): void {
    const context = this.#context(now, DIRECTOR);
    if (event.type === 'MeetingConvened') {
      const { meetingId, unitIds, startsAt, automatic } = event.payload;
      const open = { type: 'open', caseNumber: event.stream, unitIds, startsAt, automatic } as const;
      for (const fact of decideMeeting(undefined, open, context)) this.#append(meetingId, fact, now, by);
    }
    if (event.type === 'SpecialReportDrafted') {
      const draft = { type: 'draft', caseNumbers: [event.stream], deputyMayorId: 'u-deputy', text: TEXT } as const;
      for (const fact of decideReport(undefined, draft, context)) this.#append(event.payload.reportId, fact, now, by);
    }
    if (event.type === 'SpecialReportSubmitted') {
      const { reportId, ...submission } = event.payload;
      const submitted = decideReport(this.reportOf(reportId), { type: 'submit', ...submission }, context);
      for (const fact of submitted) this.#append(reportId, fact, now, by);
    }
  }

  #append(stream: string, fact: NewEvent, at: Instant, by: string): EventEnvelope {
    const events = this.eventsOf(stream);
    const previousHash = events.at(-1)?.hash ?? GENESIS;
    const open = { ...fact, stream, number: events.length + 1, at, by, previousHash };
    const event = { ...open, hash: createHash('sha256').update(JSON.stringify(open)).digest('hex') };
    this.#streams.set(stream, [...events, event]);
    return event;
  }
}
