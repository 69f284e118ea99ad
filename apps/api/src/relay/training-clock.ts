import { workflowIdOf } from '@hotline/contracts-process';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import Long from 'long';

/** What time it is for a stream of a training case. */
export interface TrainingClock {
  readonly stream: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** By how many milliseconds that is ahead. */
  readonly ahead: number;
}

const CALL_WITHIN = 10_000;
/** By so many milliseconds two clocks may differ: less is no day to skip. */
const NEAR = 2_000;

/**
 * Lets the workflow of a training's stream go forward to the stream's clock: the server skips from timer to timer, each
 * firing at its own instant, and stops there. Repeated it does nothing; nor where no workflow runs (ADR 0019).
 *
 * @throws the client's error, also when the server does not skip time; see `delivery-failure.ts`
 */
export async function bringForward(client: Client, clock: TrainingClock): Promise<void> {
  const lack = await lackOf(client, clock);
  if (lack < NEAR) return;
  const fastForwardConfig = { id: `${clock.stream}:${clock.ahead}`, duration: durationOf(lack) };
  await client.withDeadline(Date.now() + CALL_WITHIN, () =>
    client.workflowService.updateWorkflowExecutionOptions({
      namespace: client.options.namespace,
      workflowExecution: { workflowId: workflowIdOf(clock.stream) },
      workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig } },
      updateMask: { paths: ['time_skipping_config'] },
    }),
  );
}

/** Milliseconds by which the workflow is behind; 0 where it is on its way there already, and where none runs. */
async function lackOf(client: Client, { stream, now, ahead }: TrainingClock): Promise<number> {
  try {
    const { status, raw } = await client.withDeadline(Date.now() + CALL_WITHIN, () =>
      client.workflow.getHandle(workflowIdOf(stream)).describe(),
    );
    if (status.name !== 'RUNNING') return 0;
    const skipping = raw.workflowExtendedInfo?.timeSkippingInfo;
    if (!skipping?.currentTime) return ahead;
    const target = skipping.effectiveConfig?.enabled ? skipping.fastForwardInfo?.targetTime : undefined;
    const isOnItsWay = target && now - millisecondsOf(target) < NEAR;
    return isOnItsWay ? 0 : now - millisecondsOf(skipping.currentTime);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 0;
    throw error;
  }
}

function durationOf(milliseconds: number): { seconds: Long; nanos: number } {
  return { seconds: Long.fromNumber(Math.floor(milliseconds / 1_000)), nanos: (milliseconds % 1_000) * 1_000_000 };
}

function millisecondsOf({ seconds, nanos }: { seconds?: Long | null; nanos?: number | null }): number {
  return Number(seconds ?? 0) * 1_000 + Math.floor((nanos ?? 0) / 1_000_000);
}
