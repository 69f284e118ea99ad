import type { TextReference } from '../case/case-words.ts';
import type { Instant } from '../instant.ts';
import type { EventEnvelope, NewEvent } from '../ledger/event-envelope.ts';
import type { RungActed } from '../ledger/ladder.ts';

export const RULES_SUBJECTS = ['policy', 'calendar'] as const;
/** 政策, 放假安排 */
export type RulesSubject = (typeof RULES_SUBJECTS)[number];

export const RULES_REACHES = ['new-cases', 'open-cases'] as const;
/** Whom an approved policy binds: what is registered from then on (适用新工单), or every open case too (在办工单一并适用). */
export type RulesReach = (typeof RULES_REACHES)[number];

export const RUN_KINDS = ['preview', 'rehearsal', 'moving'] as const;
/** 影响预览, 历史推演, 期限调整 */
export type RunKind = (typeof RUN_KINDS)[number];

/** What is written lies beside the ledger; an event names it by its SHA-256. */
export interface WrittenRules {
  readonly version: number;
  readonly digest: string;
  /** The policy in force as it was written. */
  readonly basedOn: number;
  readonly text: TextReference;
}

/** A period of the ledger, from the first instant, included, to the last, excluded. */
export interface RehearsedPeriod {
  readonly from: Instant;
  readonly to: Instant;
}

export interface RulesChangePayloads {
  RulesDrafted: { readonly rulesVersion: 1; readonly subject: RulesSubject } & WrittenRules;
  RulesRevised: WrittenRules;
  /** 影响预览 begins: which open cases would change, and how. */
  PreviewStarted: { readonly run: number; readonly version: number };
  /** 历史推演 begins: the draft over what closed in a period. */
  RehearsalStarted: { readonly run: number; readonly version: number } & RehearsedPeriod;
  RunCancelled: { readonly run: number };
  /** Everything was looked at, or moved: how many streams changed, and how many were left as they are. */
  RunFinished: { readonly run: number; readonly kind: RunKind; readonly touched: number; readonly untouched: number };
  RulesApproved: {
    readonly reach: RulesReach;
    readonly inForceFrom: Instant;
    /** Of a policy: the version that it has become. */
    readonly policyVersion?: number;
    /** The preview that was confirmed. */
    readonly preview?: number;
    /** The run that moves what is open. */
    readonly run?: number;
    readonly text: TextReference;
  };
  RulesWithdrawn: { readonly text: TextReference };
  RungActed: RungActed;
}
export type RulesChangeEventType = keyof RulesChangePayloads;
export type NewRulesChangeEvent = {
  [T in RulesChangeEventType]: NewEvent<T, RulesChangePayloads[T]>;
}[RulesChangeEventType];
export type RulesChangeEvent = {
  [T in RulesChangeEventType]: EventEnvelope<T, RulesChangePayloads[T]>;
}[RulesChangeEventType];

/** What a piece of a run's work came to. */
export interface WorkDone {
  readonly done: boolean;
  readonly touched: number;
  readonly untouched: number;
}

/** What a person, or the machine, wants of a change of the rules. */
export type RulesChangeCommand =
  | ({ readonly type: 'draft'; readonly subject: RulesSubject } & Omit<WrittenRules, 'version'>)
  | ({ readonly type: 'revise' } & Omit<WrittenRules, 'version'>)
  | { readonly type: 'preview' }
  | ({ readonly type: 'rehearse' } & RehearsedPeriod)
  | { readonly type: 'cancel-run' }
  | {
      readonly type: 'approve';
      readonly reach: RulesReach;
      readonly inForceFrom?: Instant;
      /** The policy that is in force, or is to come into force last: what the draft must be based on. */
      readonly latest: number;
      readonly policyVersion?: number;
      readonly text: TextReference;
    }
  | { readonly type: 'withdraw'; readonly text: TextReference }
  | { readonly type: 'act'; readonly key: string; readonly at: Instant; readonly work?: WorkDone };
export type RulesChangeCommandType = RulesChangeCommand['type'];
