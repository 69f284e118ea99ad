import type { CallLine, CallOutcome, Instant } from '@hotline/domain';
import type { Call } from '@hotline/persistence';
import { maskPhone } from '../case/mask-phone.ts';

/** A call as the center sees it; the number is masked. */
export interface CallView {
  readonly callId: string;
  readonly line: CallLine;
  readonly rangAt: Instant;
  readonly answeredAt?: Instant;
  readonly endedAt: Instant;
  readonly callerPhone?: string;
  readonly operatorId?: string;
  readonly recording?: string;
  readonly outcome?: CallOutcome;
  readonly reason?: string;
  readonly caseNumber?: string;
  readonly taskId?: string;
}

export function callView(call: Call): CallView {
  const { callId, line, answeredAt, callerPhone, operatorId, recording, outcome, reason, caseNumber, taskId } = call;
  return {
    callId,
    line,
    rangAt: call.rangAt.toISOString(),
    ...(answeredAt ? { answeredAt: answeredAt.toISOString() } : {}),
    endedAt: call.endedAt.toISOString(),
    ...(callerPhone ? { callerPhone: maskPhone(callerPhone) } : {}),
    ...(operatorId ? { operatorId } : {}),
    ...(recording ? { recording } : {}),
    ...(outcome ? { outcome } : {}),
    ...(reason ? { reason } : {}),
    ...(caseNumber ? { caseNumber } : {}),
    ...(taskId ? { taskId } : {}),
  };
}
