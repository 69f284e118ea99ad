import type { Actor, CaseState, Instant, TransferState } from '@hotline/domain';

/** What a case has to do with emergencies and other authorities, for the center and the leaders. */
export interface EmergencyView {
  readonly since?: Instant;
  readonly transfers?: readonly TransferState[];
  readonly handOver?: CaseState['handOver'];
  readonly urgentReport?: CaseState['urgentReport'];
  readonly handDown?: CaseState['handDown'];
}

/** A unit is told that it is an emergency, and nothing else. */
export function viewEmergency(state: CaseState, { unitId }: Actor): EmergencyView {
  const { emergencySince: since, transfers, handOver, urgentReport, handDown } = state;
  const told = since ? { since } : {};
  if (unitId) return told;
  return {
    ...told,
    ...(transfers ? { transfers: Object.values(transfers) } : {}),
    ...(handOver ? { handOver } : {}),
    ...(urgentReport ? { urgentReport } : {}),
    ...(handDown ? { handDown } : {}),
  };
}
