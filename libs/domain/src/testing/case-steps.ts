import type { Actor, Role } from '../access/actor.ts';
import type { CaseCommand, UnitToAssign } from '../case/case-command.ts';
import type { NewCaseEvent } from '../case/case-event.ts';
import type { EffectCode } from '../ledger/effect.ts';
import type { Urgency } from '../policy/policy.ts';
import { attempt } from './arbitrary-walk.ts';
import { LivingCase, person, words } from './living-case.ts';

const text = words('t');

export const unit = (unitId: string, role: Role = 'unit-handler'): Actor => person(role, unitId);
export const lead = (unitId: string, more: Partial<UnitToAssign> = {}): UnitToAssign => ({
  unitId,
  role: 'lead',
  member: true,
  ...more,
});
export const co = (unitId: string, more: Partial<UnitToAssign> = {}): UnitToAssign => ({
  ...lead(unitId, more),
  role: 'co',
});

/** The codes of all that events brought about at once. */
export const codesOf = (events: readonly NewCaseEvent[]): EffectCode[] =>
  events.flatMap(({ payload }) => payload.effects?.map(({ code }) => code) ?? []);

/** The usual steps of a case, from Monday 5 January 2026, 10:00. */
export class CaseSteps {
  readonly lived: LivingCase;

  constructor(now = '2026-01-05T02:00:00.000Z') {
    this.lived = new LivingCase(now);
  }

  registered(urgency: Urgency = 'ordinary'): void {
    this.lived.do({ type: 'register', kind: 'help', urgency, categoryId: 'c1' });
  }

  assigned(units: readonly UnitToAssign[], urgency?: Urgency): void {
    this.registered(urgency);
    this.assign(units);
  }

  assign(units: readonly UnitToAssign[]): readonly NewCaseEvent[] {
    return this.lived.do({ type: 'assign', units, termReason: text, quality: text, feedback: text });
  }

  acknowledge(assignmentId: string, unitId: string): void {
    this.lived.do({ type: 'acknowledge', assignmentId }, unit(unitId));
    const contact = { contactedAt: this.lived.now, contactMethod: 'phone', text } as const;
    if (this.lived.state.ladders.running[`${assignmentId}/contact`])
      this.lived.do({ type: 'record-contact', assignmentId, ...contact }, unit(unitId));
  }

  feedBack(assignmentId: string, unitId: string, outcome: 'solved' | 'partly' = 'solved'): void {
    if (this.statusOf(assignmentId) === 'waiting') this.acknowledge(assignmentId, unitId);
    const facts = { contactedAt: this.lived.now, contactMethod: 'phone', outcome, text } as const;
    this.lived.do({ type: 'submit-feedback', assignmentId, ...facts }, unit(unitId));
  }

  accept(assignmentId: string): readonly NewCaseEvent[] {
    return this.lived.do({ type: 'review', assignmentId, accepted: true });
  }

  done(assignmentId: string, unitId: string): void {
    this.feedBack(assignmentId, unitId);
    this.accept(assignmentId);
  }

  giveBack(
    assignmentId: string,
    unitId: string,
    ruling: 'accepted' | 'rejected' | 'designated',
  ): readonly NewCaseEvent[] {
    this.lived.do({ type: 'return', assignmentId, basis: text, approvedBy: 'head' }, unit(unitId, 'unit-head'));
    return this.lived.do({ type: 'rule-return', assignmentId, ruling, text });
  }

  called(satisfaction: 'satisfied' | 'dissatisfied'): void {
    const answers = { contactedByUnit: true, solved: satisfaction === 'satisfied', satisfaction };
    this.lived.do({ type: 'record-callback', result: 'reached', ...answers });
  }

  /** The code of the rule that refuses a command; nothing when it was done. */
  refusal(command: CaseCommand, actor: Actor = person('director')): string | undefined {
    return attempt(() => this.lived.do(command, actor))?.code;
  }

  statusOf(assignmentId: string) {
    return this.lived.state.assignments[assignmentId]?.status;
  }
}
