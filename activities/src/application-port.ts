import {
  actOnStream,
  deliverNotices,
  MACHINE_ACTOR,
  openConferences,
  readStream,
  reportFailedAction,
  sendTaskDigests,
  watchMissedCalls,
  watchStays,
  type NoticeDelivery,
  type UseCaseContext,
} from '@hotline/application';
import type { ProcessPort } from './process-port.ts';

/** The use cases of the application, asked by the machine. */
export function applicationPort(
  parts: Pick<UseCaseContext, 'orm' | 'clock'> & { readonly delivery: NoticeDelivery },
): ProcessPort {
  const context = { ...parts, actor: MACHINE_ACTOR };
  return {
    readStream: (input) => readStream(context, input),
    actOnStream: (input) => actOnStream(context, input),
    deliverNotices: (input) => deliverNotices(context, input),
    reportFailedAction: (input) => reportFailedAction(context, input),
    sendTaskDigests: (input) => sendTaskDigests(context, input),
    watchMissedCalls: (input) => watchMissedCalls(context, input),
    watchStays: (input) => watchStays(context, input),
    openConferences: (input) => openConferences(context, input),
  };
}
