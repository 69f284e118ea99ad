import type { HotlineAttributes, StreamWorkflowInput } from '@hotline/contracts-process';
import {
  evolveConference,
  type ConferenceEvent,
  type ConferenceEventType,
  type ConferenceState,
} from '@hotline/domain';
import { runStream } from '../stream/stream-process.ts';
import type { StreamDefinition, StreamStanding } from '../stream/stream-definition.ts';
import { shanghaiTime } from '../wording/shanghai-time.ts';

const EVENT_TYPES = Object.keys({
  ConferenceOpened: true,
  AgendaDrafted: true,
  AgendaItemAdded: true,
  AgendaItemRemoved: true,
  ConferenceInvited: true,
  ConferenceRescheduled: true,
  ConferenceCancelled: true,
  ConferenceHeld: true,
  ConferenceResolutionDone: true,
  DeadlinesMoved: true,
  RungActed: true,
} satisfies Record<ConferenceEventType, true>);

/** A session of the joint conference as a stream with a workflow. */
export const conferenceStream: StreamDefinition<ConferenceState> = {
  eventTypes: EVENT_TYPES,
  evolve: { 1: (state, event) => evolveConference(state, event as ConferenceEvent) },
  attributes: conferenceAttributes,
  standing: conferenceStanding,
};

const undone = (state: ConferenceState) =>
  Object.values(state.resolutions).filter(({ doneAt }) => doneAt === undefined);
const isBefore = ({ status }: ConferenceState): boolean => status === 'preparing' || status === 'invited';

function conferenceAttributes(state: ConferenceState): HotlineAttributes {
  const owing = undone(state);
  return {
    HotlineStage: state.status,
    HotlineUnits: [...new Set(isBefore(state) ? state.unitIds : owing.map(({ unitId }) => unitId))].sort(),
    HotlineDue: isBefore(state) ? state.startsAt : owing.map(({ dueAt }) => dueAt).sort()[0],
  };
}

function conferenceStanding(state: ConferenceState): StreamStanding {
  const at = shanghaiTime(state.startsAt);
  const items = Object.keys(state.agenda).length;
  switch (state.status) {
    case 'cancelled':
      return { stage: '会议已取消', waitingFor: [] };
    case 'preparing':
      return {
        stage: state.drafted ? `筹备中，议程${items}项` : '筹备中，议程待收集',
        waitingFor: [`中心：核定议程、发出会议通知，${at}开会`],
      };
    case 'invited':
      return { stage: `已通知，议程${items}项`, waitingFor: [`${at}开会`, '中心：会后录入会议纪要'] };
    case 'held':
      return {
        stage: '已召开',
        waitingFor: undone(state).map(
          ({ id, unitId, dueAt }) => `\`${unitId}\`：决议 ${id}，${shanghaiTime(dueAt)}前完成`,
        ),
      };
  }
}

/** A session from its opening to the last of its resolutions. */
export async function conferenceWorkflow(input: StreamWorkflowInput): Promise<void> {
  await runStream(conferenceStream, input);
}
