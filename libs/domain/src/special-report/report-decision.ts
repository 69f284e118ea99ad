import type { DecisionContext } from '../decision-context.ts';
import { ensure } from '../domain-error.ts';
import type { Instant } from '../instant.ts';
import type { Consequences } from '../ledger/event-envelope.ts';
import type { Ladder } from '../ledger/ladder.ts';
import { buildLadder } from '../policy/build-ladder.ts';
import type { LadderName } from '../policy/policy.ts';
import type { NewReportEvent, ReportCommand, ReportEventType, ReportPayloads, ReportState } from './report-event.ts';

export type ReportCommandOf<Type extends ReportCommand['type']> = Extract<ReportCommand, { readonly type: Type }>;

/** Refuses what the report's status does not allow. */
export function inStatus(state: ReportState, status: ReportState['status']): void {
  ensure(state.status === status, 'report.wrong-status', { status: state.status, expected: [status] });
}

/** The wait of a ladder of the policy, from `start` until `due`. */
export function wait(
  name: LadderName,
  as: { readonly subject: string; readonly term?: number; readonly start?: Instant; readonly due: Instant },
  context: DecisionContext,
): Ladder {
  const { subject, term = 1, start = context.now, due } = as;
  return buildLadder(name, { subject, term, now: context.now }, { start, due }, context);
}

export function event<T extends ReportEventType>(
  type: T,
  payload: ReportPayloads[T],
  consequences: Consequences = {},
): NewReportEvent {
  return { type, payload: { ...payload, ...consequences } } as NewReportEvent;
}
