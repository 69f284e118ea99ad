import type { AssignedUnit, CaseEvent } from '../case/case-event.ts';
import type { CaseState } from '../case/case-state.ts';
import { evolveCase } from '../case/evolve-case.ts';
import { laterOf, type Instant } from '../instant.ts';
import { actOnRung } from '../ledger/act.ts';
import { MACHINE } from '../ledger/event-envelope.ts';
import { changeLadders, climb, nextAction, NO_LADDERS, type Ladder, type Ladders } from '../ledger/ladder.ts';
import { shiftLadder } from '../policy/build-ladder.ts';
import { rebuildLadder, type RulesTurn } from '../policy/rebuild-ladder.ts';
import { rateFactsOf, type AssignmentFacts } from '../rates/rate-facts.ts';
import { termOfAssignment } from './move-case.ts';

/** What the machine did, or would have done: rungs climbed, notices sent, ways out proposed. */
export interface MachineDeed {
  /** The unit it concerns; nothing where the center waited for itself. */
  readonly unitId?: string;
  /** `due/red`, `acknowledge/reminder`, `callback/overdue`. */
  readonly rung: string;
  readonly notices: number;
  readonly proposals: number;
}

/** One closed case as it went, and as it would have gone under a draft, the people having done what they did when they did. */
export interface RehearsedCase {
  readonly actual: { readonly deeds: readonly MachineDeed[]; readonly assignments: readonly AssignmentFacts[] };
  readonly rehearsed: { readonly deeds: readonly MachineDeed[]; readonly assignments: readonly AssignmentFacts[] };
}

type Rules = Omit<RulesTurn, 'now'>;

/**
 * 历史推演: folds a case's events with the units' recorded behaviour under other rules. Each wait that a person's act began
 * is built as the draft would have built it; each rung that would have come before the next act is climbed. What people
 * did stays as it was, at its instant: nobody would have acted otherwise. Pure.
 */
export function rehearseCase(events: readonly CaseEvent[], rules: Rules): RehearsedCase {
  const { assignments } = rateFactsOf(events);
  const course = new Course(rules);
  for (const event of events) course.take(event);
  const dues = course.dues;
  return {
    actual: { deeds: course.actual, assignments },
    rehearsed: {
      deeds: course.rehearsed,
      assignments: assignments.map((row) => ({ ...row, dueAt: dues.get(row.assignmentId) ?? row.dueAt })),
    },
  };
}

/** The course of a case, twice: as recorded, and under the draft. */
class Course {
  readonly actual: MachineDeed[] = [];
  readonly rehearsed: MachineDeed[] = [];
  /** Each assignment's due under the draft, in its first round. */
  readonly dues = new Map<string, Instant>();
  readonly #rules: Rules;
  #ladders: Ladders = NO_LADDERS;
  /** When somebody last did something. */
  #now: Instant = '';
  #state: CaseState | undefined;
  readonly #heldSince = new Map<string, Instant>();
  readonly #proposed = new Set<string>();
  /** The waits that people began. Those that the machine begins itself (an answer to a proposal) are left out on both sides. */
  readonly #begun = new Set<string>();

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  take(event: CaseEvent): void {
    const before = this.#state;
    if (event.by !== MACHINE) this.#climbUntil(event.at);
    this.#state = evolveCase(before, event);
    if (event.by !== MACHINE) this.#now = event.at;
    if (event.by === MACHINE) this.#note(event);
    else this.#follow(event, this.#state);
  }

  /** What the machine did, as it is recorded. */
  #note(event: CaseEvent): void {
    const last = this.actual.at(-1);
    if (event.type === 'RungActed') {
      if (!this.#begun.has(`${event.payload.subject}:${event.payload.term}`)) return;
      const codes = (event.payload.effects ?? []).map(({ code }) => code);
      this.actual.push(this.#deed(event.payload.subject, event.payload.rung, codes, 0));
    } else if (event.type === 'ProposalMade' && last)
      this.actual[this.actual.length - 1] = { ...last, proposals: last.proposals + 1 };
  }

  /** The rungs that the machine would have climbed before somebody did something. */
  #climbUntil(at: Instant): void {
    const { time } = this.#rules.after;
    for (let next = nextAction({ ladders: this.#ladders }); next && next.at <= at;) {
      // A wait that was held past its end goes on late: of what fell due meanwhile only the highest acts, as it did.
      const act = actOnRung(this.#ladders, next.key, laterOf(next.at, this.#now), time);
      if (!act) return;
      this.#ladders = climb(this.#ladders, act.acted);
      const proposals = act.effects.filter((code) => this.#proposes(code, act.acted.subject)).length;
      this.rehearsed.push(this.#deed(act.acted.subject, act.acted.rung, act.effects, proposals));
      next = nextAction({ ladders: this.#ladders });
    }
  }

  /** Nothing is proposed twice; a joint meeting only where several units, or a dispute, are concerned. */
  #proposes(code: string, subject: string): boolean {
    if (!code.startsWith('propose:') || !this.#state) return false;
    const kind = code.slice('propose:'.length);
    const active = Object.values(this.#state.assignments).filter(({ status }) => status !== 'withdrawn');
    if (kind === 'joint-meeting' && active.length < 2 && this.#state.returns === 0) return false;
    const name = kind === 'on-site' || kind === 'talk' ? `${kind} ${subject}` : kind;
    if (this.#proposed.has(name)) return false;
    this.#proposed.add(name);
    return true;
  }

  #deed(subject: string, rung: string, codes: readonly string[], proposals: number): MachineDeed {
    const [of = '', wait] = subject.split('/');
    const unitId = this.#state?.assignments[of]?.unitId;
    const notices = codes.filter((code) => code.startsWith('notice:')).length;
    return { ...(unitId ? { unitId } : {}), rung: `${unitId ? wait : of}/${rung}`, notices, proposals };
  }

  /** A person's act ends, holds and begins waits; those it begins are the draft's. */
  #follow(event: CaseEvent, state: CaseState): void {
    const { ladders: changes } = event.payload;
    if (!changes) return this.#keepDues(state);
    for (const { subject, term } of changes.set ?? []) this.#begun.add(`${subject}:${term}`);
    const set = (changes.set ?? []).map((ladder) => this.#ladderUnderDraft(ladder, event, state));
    for (const subject of changes.hold ?? []) this.#heldSince.set(subject, event.at);
    this.#ladders = changeLadders(this.#ladders, { ...changes, set, move: [] });
    this.#keepDues(state);
  }

  #ladderUnderDraft(ladder: Ladder, event: CaseEvent, state: CaseState): Ladder {
    const held = this.#ladders.held[ladder.subject];
    if (held && event.type === 'FeedbackReviewed') return held;
    if (held && (event.type === 'ReturnRuled' || event.type === 'AssignmentResumed')) {
      const from = this.#heldSince.get(ladder.subject) ?? event.at;
      return shiftLadder(held, { from, to: event.at }, this.#rules.after.time);
    }
    const assignment = state.assignments[ladder.subject.replace(/\/due$/, '')];
    const turn = { ...this.#rules, now: event.at };
    const term = assignment && ladder.subject.endsWith('/due') ? termOfAssignment(state, assignment, turn) : undefined;
    return rebuildLadder(ladder, turn, term)?.ladder ?? ladder;
  }

  #keepDues(state: CaseState): void {
    for (const { subject, wait } of [...Object.values(this.#ladders.running), ...Object.values(this.#ladders.held)]) {
      const [id = '', of] = subject.split('/');
      if (of !== 'due' || !wait || this.#isSettled(id)) continue;
      const end = wait.due ?? this.#rules.after.time.addWorking(wait.start, wait.length ?? 0).at;
      this.dues.set(id, end);
    }
    for (const { id, status } of Object.values(state.assignments)) if (status === 'accepted') this.#settled.add(id);
  }

  readonly #settled = new Set<AssignedUnit['assignmentId']>();

  /** The first round of an assignment ends when it is accepted. */
  #isSettled(id: string): boolean {
    return this.#settled.has(id);
  }
}
