import type { HotlineAttributes, StreamWorkflowInput } from '@hotline/contracts-process';
import {
  evolveMeeting,
  isPolling,
  unansweredOf,
  type MeetingEvent,
  type MeetingEventType,
  type MeetingState,
} from '@hotline/domain';
import { runStream } from '../stream/stream-process.ts';
import type { StreamDefinition, StreamStanding } from '../stream/stream-definition.ts';
import { shanghaiTime } from '../wording/shanghai-time.ts';

const EVENT_TYPES = Object.keys({
  MeetingOpened: true,
  PollAnswered: true,
  MeetingTimeFixed: true,
  MeetingRescheduled: true,
  MeetingHeld: true,
  MeetingCancelled: true,
  ResolutionDone: true,
  DeadlinesMoved: true,
  RungActed: true,
} satisfies Record<MeetingEventType, true>);

/** A joint meeting as a stream with a workflow. */
export const meetingStream: StreamDefinition<MeetingState> = {
  eventTypes: EVENT_TYPES,
  evolve: { 1: (state, event) => evolveMeeting(state, event as MeetingEvent) },
  attributes: meetingAttributes,
  standing: meetingStanding,
};

const undone = (state: MeetingState) => Object.values(state.resolutions).filter(({ doneAt }) => doneAt === undefined);

function meetingAttributes(state: MeetingState): HotlineAttributes {
  if (isPolling(state))
    return { HotlineStage: 'polling', HotlineUnits: unansweredOf(state).sort(), HotlineDue: state.poll.answerBy };
  const convened = state.status === 'convened';
  const units = convened ? state.unitIds : undone(state).map(({ unitId }) => unitId);
  return {
    HotlineStage: state.status,
    HotlineUnits: [...new Set(units)].sort(),
    HotlineDue: convened
      ? state.startsAt
      : undone(state)
          .map(({ dueAt }) => dueAt)
          .sort()[0],
  };
}

function meetingStanding(state: MeetingState): StreamStanding {
  if (state.status === 'cancelled') return { stage: '会议已取消', waitingFor: [] };
  if (isPolling(state)) {
    const silent = unansweredOf(state).map(
      (unitId) => `\`${unitId}\`：${shanghaiTime(state.poll.answerBy)}前答复会议时间`,
    );
    return { stage: '征求会议时间', waitingFor: [...silent, '中心：确定会议时间'] };
  }
  if (state.status === 'convened') {
    const units = state.unitIds.map((unitId) => `\`${unitId}\``).join('、');
    return {
      stage: '联席会已召集',
      waitingFor: [`${shanghaiTime(state.startsAt)}开会，参会：${units}`, '中心：会后录入会议纪要'],
    };
  }
  return {
    stage: state.settled ? '已开会，问题议定' : '已开会，未议定',
    waitingFor: undone(state).map(
      ({ id, unitId, dueAt }) => `\`${unitId}\`：议定事项 ${id}，${shanghaiTime(dueAt)}前完成`,
    ),
  };
}

/** A joint meeting from its invitation to the last of its resolutions. */
export async function meetingWorkflow(input: StreamWorkflowInput): Promise<void> {
  await runStream(meetingStream, input);
}
