import type { StreamWorkflowInput } from '@hotline/contracts-process';
import {
  evolveInvitation,
  type InvitationEvent,
  type InvitationEventType,
  type InvitationState,
} from '@hotline/domain';
import { runStream } from '../stream/stream-process.ts';
import type { StreamDefinition, StreamStanding } from '../stream/stream-definition.ts';
import { shanghaiTime } from '../wording/shanghai-time.ts';

const EVENT_TYPES = Object.keys({
  InvitationRecorded: true,
  InvitationAccepted: true,
  InvitationDeclined: true,
  InvitationAttended: true,
  DeadlinesMoved: true,
  RungActed: true,
} satisfies Record<InvitationEventType, true>);

/** An invitation of another body as a stream with a workflow. */
export const invitationStream: StreamDefinition<InvitationState> = {
  eventTypes: EVENT_TYPES,
  evolve: { 1: (state, event) => evolveInvitation(state, event as InvitationEvent) },
  attributes: ({ status, startsAt }) => ({
    HotlineStage: status,
    HotlineDue: status === 'open' || status === 'accepted' ? startsAt : undefined,
  }),
  standing: invitationStanding,
};

function invitationStanding({ status, startsAt, attendeeId }: InvitationState): StreamStanding {
  const at = shanghaiTime(startsAt);
  switch (status) {
    case 'open':
      return { stage: '待答复', waitingFor: [`中心：确定由谁参加，${at}开会`] };
    case 'accepted':
      return { stage: '拟参加', waitingFor: [`\`${attendeeId ?? ''}\`：${at}参加，会后填报参加结果`] };
    case 'declined':
      return { stage: '不参加', waitingFor: [] };
    case 'attended':
      return { stage: '已参加', waitingFor: [] };
  }
}

/** An invitation until it is said what came of it. */
export async function invitationWorkflow(input: StreamWorkflowInput): Promise<void> {
  await runStream(invitationStream, input);
}
