import type { DecisionContext } from '../decision-context.ts';
import { ensure } from '../domain-error.ts';
import { ensureNear, instantOf, laterOf, millisecondsOf, type Instant } from '../instant.ts';
import { actOnRung } from '../ledger/act.ts';
import { withConsequences, type Consequences } from '../ledger/event-envelope.ts';
import type { Ladder } from '../ledger/ladder.ts';
import type {
  NewRulesChangeEvent,
  RulesChangeCommand,
  RulesChangeCommandType,
  RulesChangeEventType,
  RulesChangePayloads,
} from './rules-change-event.ts';
import type { RulesChangeState } from './rules-change-state.ts';

type Command<Type extends RulesChangeCommandType> = Extract<RulesChangeCommand, { type: Type }>;

/**
 * So long after an approval what is open begins to move: whoever still decides by the calendar as it was has then read
 * the new one (10 s, `rules.ts`).
 */
const MOVING_BEGINS_AFTER = 15_000;

/**
 * What a command means for a change of the rules; DomainError when a rule is not met. A draft is approved by a second
 * person, never by one who wrote at it; what moves open cases is approved upon a preview of exactly what is written
 * (ADR 0026).
 */
export function decideRulesChange(
  state: RulesChangeState | undefined,
  command: RulesChangeCommand,
  context: DecisionContext,
): NewRulesChangeEvent[] {
  if (command.type === 'draft') {
    ensure(!state, 'rules.already-there');
    const { type: _, subject, ...written } = command;
    return [event('RulesDrafted', { rulesVersion: 1, subject, version: 1, ...written })];
  }
  ensure(state, 'rules.not-found');
  switch (command.type) {
    case 'revise': {
      isDraft(state);
      ensure(!state.openRun, 'rules.run-under-way');
      const { type: _, ...written } = command;
      return [event('RulesRevised', { version: state.version + 1, ...written })];
    }
    case 'preview':
      return begin(state, context, (run) => event('PreviewStarted', run, works(run.run, context.now)));
    case 'rehearse':
      return rehearse(state, command, context);
    case 'cancel-run': {
      const { openRun } = state;
      ensure(openRun && openRun.kind !== 'moving', 'rules.no-run');
      return [event('RunCancelled', { run: openRun.run }, { ladders: { drop: [subjectOfRun(openRun.run)] } })];
    }
    case 'approve':
      return approve(state, command, context);
    case 'withdraw': {
      isDraft(state);
      const drop = Object.keys(state.ladders.running);
      return [event('RulesWithdrawn', { text: command.text }, drop.length > 0 ? { ladders: { drop } } : {})];
    }
    case 'act':
      return act(state, command, context);
  }
}

function isDraft(state: RulesChangeState): void {
  ensure(state.status === 'draft', 'rules.wrong-status', { status: state.status });
}

/** The wait that a run's work is done in, piece by piece: its rung comes again until all is done. */
export const subjectOfRun = (run: number): string => `run/${run}`;

function works(run: number, at: Instant): Consequences {
  const rung = { rung: 'work', at, effects: [], try: 1, repeat: { minutes: 0 } } as const;
  const ladder: Ladder = { subject: subjectOfRun(run), term: 1, rungs: [rung], aroundTheClock: true };
  return { ladders: { set: [ladder] } };
}

function begin(
  state: RulesChangeState,
  _: DecisionContext,
  started: (run: { readonly run: number; readonly version: number }) => NewRulesChangeEvent,
): NewRulesChangeEvent[] {
  isDraft(state);
  ensure(!state.openRun, 'rules.run-under-way');
  return [started({ run: state.runs + 1, version: state.version })];
}

function rehearse(
  state: RulesChangeState,
  { from, to }: Command<'rehearse'>,
  context: DecisionContext,
): NewRulesChangeEvent[] {
  ensureNear(context.now, from, to);
  ensure(from < to, 'rules.period-empty');
  ensure(from <= context.now, 'rules.period-in-future');
  return begin(state, context, (run) => event('RehearsalStarted', { ...run, from, to }, works(run.run, context.now)));
}

function approve(
  state: RulesChangeState,
  command: Command<'approve'>,
  { now, actor }: DecisionContext,
): NewRulesChangeEvent[] {
  isDraft(state);
  ensure(!state.openRun, 'rules.run-under-way');
  ensure(!state.authors.includes(actor.userId), 'rules.own-approval');
  ensure(state.basedOn === command.latest, 'rules.outdated', { basedOn: state.basedOn, latest: command.latest });
  const { reach, text, policyVersion } = command;
  ensure(state.subject === 'policy' || reach === 'open-cases', 'rules.calendar-reaches-all');
  const inForceFrom = command.inForceFrom ?? now;
  ensureNear(now, inForceFrom);
  ensure(inForceFrom >= now, 'rules.in-force-in-past');
  ensure(state.subject === 'policy' || inForceFrom === now, 'rules.calendar-at-once');
  const facts = { reach, inForceFrom, text, ...(policyVersion === undefined ? {} : { policyVersion }) };
  const preview = state.preview ? { preview: state.preview.run } : {};
  if (reach === 'new-cases') return [event('RulesApproved', { ...facts, ...preview })];
  ensure(state.preview, 'rules.preview-missing');
  const run = state.runs + 1;
  const begins = laterOf(inForceFrom, instantOf(millisecondsOf(now) + MOVING_BEGINS_AFTER));
  return [event('RulesApproved', { ...facts, ...preview, run }, works(run, begins))];
}

/** A piece of a run's work was done; the last ends the run. */
function act(
  state: RulesChangeState,
  { key, at, work }: Command<'act'>,
  context: DecisionContext,
): NewRulesChangeEvent[] {
  ensureNear(context.now, at);
  const happening = actOnRung(state.ladders, key, at, context.time);
  const { openRun } = state;
  if (!happening || !openRun || !work) return [];
  const { acted } = happening;
  const acting = { ...event('RungActed', acted), actionKey: happening.key };
  if (!work.done) return [acting];
  const { run, kind } = openRun;
  const { touched, untouched } = work;
  const drop = [subjectOfRun(run)];
  return [acting, event('RunFinished', { run, kind, touched, untouched }, { ladders: { drop } })];
}

function event<T extends RulesChangeEventType>(
  type: T,
  payload: RulesChangePayloads[T],
  consequences: Consequences = {},
): NewRulesChangeEvent {
  return { type, payload: withConsequences(payload, consequences) } as NewRulesChangeEvent;
}
