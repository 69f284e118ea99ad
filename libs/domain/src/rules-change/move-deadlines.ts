import type { Instant } from '../instant.ts';
import type { EffectCode } from '../ledger/effect.ts';
import type { NewEvent } from '../ledger/event-envelope.ts';
import type { Ladder, Ladders } from '../ledger/ladder.ts';
import { rebuildLadder, type RulesTurn, type TurnedTerm } from '../policy/rebuild-ladder.ts';

/** Why deadlines moved: another policy, or another calendar. */
export type MovingCause = 'policy' | 'calendar';

/** The end of a wait before and after; absent where the end stays and only rungs move. */
export interface MovedWait {
  /** `a1/due`, `callback`, `proposal/p1`. */
  readonly subject: string;
  readonly from: Instant;
  readonly to: Instant;
  /** The new end is provisional still, or firm now. */
  readonly provisional?: boolean;
  /** Of an assignment whose first term changed: its milliseconds. */
  readonly firstTerm?: number;
}

/** Deadlines of a stream moved because the rules changed (ADR 0026). */
export interface DeadlinesMoved {
  /** The change of the rules: `rules-3`. */
  readonly change: string;
  readonly cause: MovingCause;
  /** The policy that the stream went by, and that it goes by from now on. */
  readonly fromVersion: number;
  readonly policyVersion: number;
  readonly waits: readonly MovedWait[];
  /** 对来电人的答复时限: the citizen's own due, where a day of the calendar moves it. */
  readonly citizenDueAt?: Instant;
}

/** A change of the rules as it reaches one stream. */
export interface Turn extends RulesTurn {
  readonly change: string;
  readonly cause: MovingCause;
}

/** What the change means for one wait, with every rung that stands otherwise: null where it joins or goes. */
export interface WaitMove {
  readonly subject: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly rungs: readonly RungMove[];
}

export interface RungMove {
  readonly rung: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** It does something else from now on. */
  readonly effects?: readonly EffectCode[];
}

/** The ladders that stand otherwise, the ends of waits that moved, and both as a preview shows them. */
export interface LadderMoves {
  readonly move: readonly Ladder[];
  readonly waits: readonly MovedWait[];
  readonly shown: readonly WaitMove[];
}

/** The terms of a stream's waits that the policy gave, and whether their end is provisional; nothing for other waits. */
export type FactsOfWait = (
  subject: string,
) => { readonly term?: TurnedTerm; readonly provisional?: boolean } | undefined;

/** What a change of the rules means for the waits of a stream, held ones included. Pure; the same in preview and in deed. */
export function moveLadders(ladders: Ladders, turn: RulesTurn, factsOf: FactsOfWait = () => undefined): LadderMoves {
  const move: Ladder[] = [];
  const waits: MovedWait[] = [];
  const shown: WaitMove[] = [];
  for (const ladder of [...Object.values(ladders.running), ...Object.values(ladders.held)]) {
    const facts = factsOf(ladder.subject);
    const rebuilt = rebuildLadder(ladder, turn, facts?.term);
    if (!rebuilt) continue;
    const { from, to, provisional } = rebuilt;
    const rungs = rungMoves(ladder, rebuilt.ladder);
    const firmness = facts?.provisional !== undefined && facts.provisional !== provisional;
    if (from === to && rungs.length === 0 && !firmness) continue;
    const { subject } = ladder;
    move.push(rebuilt.ladder);
    if (from !== to || firmness) waits.push({ subject, from, to, ...(firmness || provisional ? { provisional } : {}) });
    shown.push({ subject, from, to, rungs });
  }
  return { move, waits, shown };
}

function rungMoves(before: Ladder, after: Ladder): RungMove[] {
  const was = new Map(before.rungs.map((rung) => [rung.rung, rung]));
  const is = new Map(after.rungs.map((rung) => [rung.rung, rung]));
  const moved = after.rungs.flatMap(({ rung, at, effects }): RungMove[] => {
    const old = was.get(rung);
    if (!old) return [{ rung, from: null, to: at, effects }];
    const other = old.effects.length !== effects.length || old.effects.some((code, index) => code !== effects[index]);
    return old.at === at && !other ? [] : [{ rung, from: old.at, to: at, ...(other ? { effects } : {}) }];
  });
  const gone = before.rungs.flatMap(({ rung, at }): RungMove[] => (is.has(rung) ? [] : [{ rung, from: at, to: null }]));
  return [...moved, ...gone];
}

/** The event by which a stream's deadlines move, once for each change; nothing where nothing moves. */
export function deadlinesMoved(
  { change, cause, before, after }: Turn,
  { move, waits }: LadderMoves,
  more: Pick<DeadlinesMoved, 'citizenDueAt'> = {},
): NewEvent<'DeadlinesMoved', DeadlinesMoved> {
  return {
    type: 'DeadlinesMoved',
    payload: {
      change,
      cause,
      fromVersion: before.policy.version,
      policyVersion: after.policy.version,
      waits,
      ...more,
      ...(move.length > 0 ? { ladders: { move } } : {}),
    },
    actionKey: `moved:${change}`,
  };
}
