import type { Instant } from '../instant.ts';
import { climb, NO_LADDERS, type Ladders } from '../ledger/ladder.ts';
import { standingAt } from '../ledger/standing-at.ts';
import { UnknownEvent } from '../ledger/unknown-event.ts';
import type { RulesChangeEvent, RulesReach, RulesSubject, RunKind } from './rules-change-event.ts';

export const RULES_STATUSES = ['draft', 'moving', 'approved', 'withdrawn'] as const;
/** 草稿, 已批准（在办期限调整中）, 已批准, 已撤回 */
export type RulesStatus = (typeof RULES_STATUSES)[number];

/** A run that is under way. */
export interface OpenRun {
  readonly run: number;
  readonly kind: RunKind;
}

/** A change of the rules: a policy's next version, or days of the calendar. */
export interface RulesChangeState {
  readonly changeId: string;
  readonly head: { readonly number: number; readonly hash: string };
  readonly rulesVersion: 1;
  readonly subject: RulesSubject;
  readonly status: RulesStatus;
  /** Counts what was written, from 1. */
  readonly version: number;
  readonly digest: string;
  readonly basedOn: number;
  /** Who wrote at it: none of them approves it. */
  readonly authors: readonly string[];
  readonly runs: number;
  readonly openRun?: OpenRun;
  /** The latest preview of what is written now, when it was finished. */
  readonly preview?: { readonly run: number; readonly at: Instant };
  readonly approval?: {
    readonly by: string;
    readonly at: Instant;
    readonly reach: RulesReach;
    readonly inForceFrom: Instant;
    readonly policyVersion?: number;
  };
  readonly ladders: Ladders;
}

/** The change of the rules after one more event; throws on an unknown type. */
export function evolveRulesChange(state: RulesChangeState | undefined, event: RulesChangeEvent): RulesChangeState {
  return standingAt(fold(state, event), event);
}

function fold(state: RulesChangeState | undefined, event: RulesChangeEvent): RulesChangeState {
  if (event.type === 'RulesDrafted') {
    const { rulesVersion, subject, version, digest, basedOn } = event.payload;
    const head = { number: event.number, hash: event.hash };
    const written = { version, digest, basedOn, authors: [event.by] };
    return {
      changeId: event.stream,
      head,
      rulesVersion,
      subject,
      status: 'draft',
      ...written,
      runs: 0,
      ladders: NO_LADDERS,
    };
  }
  if (!state) throw new Error(`a change of the rules begins with RulesDrafted, not ${event.type}`);
  return foldKnown(state, event);
}

function foldKnown(
  state: RulesChangeState,
  event: Exclude<RulesChangeEvent, { type: 'RulesDrafted' }>,
): RulesChangeState {
  switch (event.type) {
    case 'RulesRevised': {
      const { preview: _, ...rest } = state;
      const { version, digest, basedOn } = event.payload;
      return { ...rest, version, digest, basedOn, authors: [...new Set([...state.authors, event.by])] };
    }
    case 'PreviewStarted':
      return { ...state, runs: event.payload.run, openRun: { run: event.payload.run, kind: 'preview' } };
    case 'RehearsalStarted':
      return { ...state, runs: event.payload.run, openRun: { run: event.payload.run, kind: 'rehearsal' } };
    case 'RunCancelled':
      return withoutRun(state);
    case 'RunFinished': {
      const { run, kind } = event.payload;
      const ended = withoutRun(state);
      if (kind === 'preview') return { ...ended, preview: { run, at: event.at } };
      return kind === 'moving' ? { ...ended, status: 'approved' } : ended;
    }
    case 'RulesApproved': {
      const { reach, inForceFrom, policyVersion, run } = event.payload;
      const version = policyVersion === undefined ? {} : { policyVersion };
      const approval = { by: event.by, at: event.at, reach, inForceFrom, ...version };
      if (run === undefined) return { ...state, status: 'approved', approval };
      return { ...state, status: 'moving', approval, runs: run, openRun: { run, kind: 'moving' } };
    }
    case 'RulesWithdrawn':
      return { ...withoutRun(state), status: 'withdrawn' };
    case 'RungActed':
      return { ...state, ladders: climb(state.ladders, event.payload) };
    default:
      throw new UnknownEvent(event);
  }
}

function withoutRun(state: RulesChangeState): RulesChangeState {
  const { openRun: _, ...rest } = state;
  return rest;
}
