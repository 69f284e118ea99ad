import type { Actor } from '../access/actor.ts';
import type { TextReference } from '../case/case-event.ts';
import { ensure } from '../domain-error.ts';
import { entryOf } from '../entry.ts';
import { ensureNear, type Instant } from '../instant.ts';
import { actOnRung } from '../ledger/act.ts';
import type { Effect } from '../ledger/effect.ts';
import type { Consequences, EventEnvelope, NewEvent } from '../ledger/event-envelope.ts';
import { changeLadders, climb, NO_LADDERS, type Ladders, type RungActed } from '../ledger/ladder.ts';
import { buildLadder } from '../policy/build-ladder.ts';
import type { LadderName, Policy } from '../policy/policy.ts';
import type { WorkingTime } from '../working-time/working-time.ts';

/** What an instruction asks of one unit, until when. */
export interface InstructionPart {
  readonly id: string;
  readonly unitId: string;
  readonly text: TextReference;
  readonly dueAt: Instant;
}

export interface ReportPayloads {
  ReportDrafted: {
    readonly rulesVersion: 1;
    readonly caseNumbers: readonly string[];
    readonly deputyMayorId: string;
    readonly text: TextReference;
  };
  ReportRevised: { readonly text: TextReference };
  ReportSubmitted: { readonly automatic: boolean; readonly instructionBy: Instant };
  InstructionGiven: {
    readonly text: TextReference;
    readonly dueAt: Instant;
    readonly parts: readonly InstructionPart[];
  };
  FollowUpRecorded: { readonly text: TextReference; readonly partId?: string };
  ReportEnded: { readonly result: 'solved' | 'unsolved' | 'withdrawn'; readonly text?: TextReference };
  RungActed: RungActed;
}
export type ReportEventType = keyof ReportPayloads;
export type NewReportEvent = { [T in ReportEventType]: NewEvent<T, ReportPayloads[T]> }[ReportEventType];
export type ReportEvent = { [T in ReportEventType]: EventEnvelope<T, ReportPayloads[T]> }[ReportEventType];

export interface ReportState {
  readonly reportId: string;
  readonly caseNumbers: readonly string[];
  readonly deputyMayorId: string;
  readonly head: { readonly number: number; readonly hash: string };
  readonly rulesVersion: 1;
  readonly status: 'draft' | 'submitted' | 'instructed' | 'ended';
  readonly automatic: boolean;
  readonly instructionBy?: Instant;
  readonly dueAt?: Instant;
  readonly parts: Readonly<Record<string, InstructionPart & { readonly doneAt?: Instant }>>;
  readonly result?: 'solved' | 'unsolved' | 'withdrawn';
  readonly ladders: Ladders;
}

export type ReportCommand =
  | {
      readonly type: 'draft';
      readonly caseNumbers: readonly string[];
      readonly deputyMayorId: string;
      readonly text: TextReference;
    }
  | { readonly type: 'revise'; readonly text: TextReference }
  | { readonly type: 'submit'; readonly automatic: boolean }
  | {
      readonly type: 'give-instruction';
      readonly text: TextReference;
      readonly dueAt: Instant;
      readonly parts: readonly Omit<InstructionPart, 'id'>[];
    }
  | { readonly type: 'follow-up'; readonly text: TextReference; readonly partId?: string }
  | { readonly type: 'end'; readonly result: 'solved' | 'unsolved' | 'withdrawn'; readonly text?: TextReference }
  | { readonly type: 'act'; readonly key: string; readonly at: Instant };

export interface ReportContext {
  readonly now: Instant;
  readonly policy: Policy;
  readonly time: WorkingTime;
  readonly actor: Actor;
}

/** The report after one more event; throws on an unknown type. */
export function evolveReport(state: ReportState | undefined, event: ReportEvent): ReportState {
  const folded = fold(state, event);
  return {
    ...folded,
    head: { number: event.number, hash: event.hash },
    ladders: changeLadders(folded.ladders, event.payload.ladders),
  };
}

function fold(state: ReportState | undefined, event: ReportEvent): ReportState {
  if (event.type === 'ReportDrafted') {
    const { rulesVersion, caseNumbers, deputyMayorId } = event.payload;
    const head = { number: event.number, hash: event.hash };
    return {
      reportId: event.stream,
      caseNumbers,
      deputyMayorId,
      head,
      rulesVersion,
      status: 'draft',
      automatic: false,
      parts: {},
      ladders: NO_LADDERS,
    };
  }
  if (!state) throw new Error(`a special report begins with ReportDrafted, not ${event.type}`);
  switch (event.type) {
    case 'ReportRevised':
      return state;
    case 'ReportSubmitted':
      return {
        ...state,
        status: 'submitted',
        automatic: event.payload.automatic,
        instructionBy: event.payload.instructionBy,
      };
    case 'InstructionGiven': {
      const parts = Object.fromEntries(event.payload.parts.map((part) => [part.id, part]));
      return { ...state, status: 'instructed', dueAt: event.payload.dueAt, parts };
    }
    case 'FollowUpRecorded': {
      const part = event.payload.partId ? state.parts[event.payload.partId] : undefined;
      return part ? { ...state, parts: { ...state.parts, [part.id]: { ...part, doneAt: event.at } } } : state;
    }
    case 'ReportEnded':
      return { ...state, status: 'ended', result: event.payload.result };
    case 'RungActed':
      return { ...state, ladders: climb(state.ladders, event.payload) };
    default:
      throw new Error(`unknown special report event ${String((event as ReportEvent).type)}`);
  }
}

const AWAITED = 'instruction-awaited';
const TERM = 'instruction-term';

/** What a command means for a special report; DomainError when a rule is not met. */
export function decideReport(
  state: ReportState | undefined,
  command: ReportCommand,
  context: ReportContext,
): NewReportEvent[] {
  if (command.type === 'draft') {
    ensure(!state, 'report.already-open');
    ensure(command.caseNumbers.length > 0, 'report.no-cases');
    const { caseNumbers, deputyMayorId, text } = command;
    return [event('ReportDrafted', { rulesVersion: 1, caseNumbers, deputyMayorId, text })];
  }
  ensure(state, 'report.not-found');
  switch (command.type) {
    case 'revise':
      inStatus(state, 'draft');
      return [event('ReportRevised', { text: command.text })];
    case 'submit':
      return submit(state, command.automatic, context);
    case 'give-instruction':
      return giveInstruction(state, command, context);
    case 'follow-up':
      return followUp(state, command);
    case 'end': {
      ensure(state.status !== 'ended', 'report.wrong-status', { status: state.status });
      ensure(command.result === 'withdrawn' || state.status === 'instructed', 'report.wrong-status', {
        status: state.status,
      });
      const { result, text } = command;
      const drop = [...Object.keys(state.ladders.running), ...Object.keys(state.ladders.held)];
      return [event('ReportEnded', { result, ...(text ? { text } : {}) }, { ladders: { drop } })];
    }
    case 'act': {
      ensureNear(context.now, command.at);
      const happening = actOnRung(state.ladders, command.key, command.at, context.time);
      if (!happening) return [];
      const unitId = state.parts[happening.acted.subject.replace('part/', '')]?.unitId;
      const effects = happening.effects.map((code): Effect => ({
        code,
        subject: happening.acted.subject,
        ...(unitId ? { unitId } : {}),
      }));
      return [{ ...event('RungActed', happening.acted, { effects }), actionKey: happening.key }];
    }
  }
}

function submit(state: ReportState, automatic: boolean, context: ReportContext): NewReportEvent[] {
  inStatus(state, 'draft');
  const instructionBy = context.time.add(context.now, context.policy.waits.instruction).at;
  const set = [wait('instruction-awaited', AWAITED, instructionBy, context)];
  const effects: Effect[] = [{ code: 'notice:special-report:deputy-mayor', subject: AWAITED, due: instructionBy }];
  return [event('ReportSubmitted', { automatic, instructionBy }, { ladders: { set }, effects })];
}

function giveInstruction(
  state: ReportState,
  command: Extract<ReportCommand, { type: 'give-instruction' }>,
  context: ReportContext,
): NewReportEvent[] {
  inStatus(state, 'submitted');
  const { text, dueAt } = command;
  ensureNear(context.now, dueAt, ...command.parts.map((part) => part.dueAt));
  ensure(dueAt > context.now && command.parts.every((part) => part.dueAt > context.now), 'instruction.due-in-past');
  const parts = command.parts.map((part, index) => ({ id: `i${index + 1}`, ...part }));
  const set = [
    wait('instruction-term', TERM, dueAt, context),
    ...parts.map((part) => wait('instruction-part', `part/${part.id}`, part.dueAt, context)),
  ];
  const told = parts.map((part): Effect => ({
    code: 'notice:instruction:head',
    subject: `part/${part.id}`,
    unitId: part.unitId,
    due: part.dueAt,
  }));
  const effects: Effect[] = [{ code: 'notice:instruction:director', subject: TERM, due: dueAt }, ...told];
  return [event('InstructionGiven', { text, dueAt, parts }, { ladders: { drop: [AWAITED], set }, effects })];
}

function followUp(state: ReportState, command: Extract<ReportCommand, { type: 'follow-up' }>): NewReportEvent[] {
  inStatus(state, 'instructed');
  const { text, partId } = command;
  if (partId === undefined) return [event('FollowUpRecorded', { text })];
  const part = entryOf(state.parts, partId);
  ensure(part, 'instruction.part-not-found', { partId });
  ensure(!part.doneAt, 'instruction.part-done-before', { partId });
  return [event('FollowUpRecorded', { text, partId }, { ladders: { drop: [`part/${partId}`] } })];
}

function inStatus(state: ReportState, status: ReportState['status']): void {
  ensure(state.status === status, 'report.wrong-status', { status: state.status, expected: [status] });
}

function wait(name: LadderName, subject: string, due: Instant, context: ReportContext) {
  return buildLadder(name, { subject, term: 1, now: context.now }, { start: context.now, due }, context);
}

function event<T extends ReportEventType>(
  type: T,
  payload: ReportPayloads[T],
  consequences: Consequences = {},
): NewReportEvent {
  return { type, payload: { ...payload, ...consequences } } as NewReportEvent;
}
