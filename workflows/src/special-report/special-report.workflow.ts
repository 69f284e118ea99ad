import type { HotlineAttributes, StreamWorkflowInput } from '@hotline/contracts-process';
import { evolveReport, OPEN, type ReportEvent, type ReportEventType, type ReportState } from '@hotline/domain';
import { runStream } from '../stream/stream-process.ts';
import type { StreamDefinition, StreamStanding } from '../stream/stream-definition.ts';
import { shanghaiTime } from '../wording/shanghai-time.ts';

const EVENT_TYPES = Object.keys({
  ReportDrafted: true,
  ReportRevised: true,
  ReportCoverageChanged: true,
  ReportSubmitted: true,
  ReportDelivered: true,
  InstructionGiven: true,
  FollowUpRecorded: true,
  PartReported: true,
  PartReviewed: true,
  OpenInstructionDecided: true,
  ReportEnded: true,
  DeadlinesMoved: true,
  RungActed: true,
} satisfies Record<ReportEventType, true>);

/** A special report as a stream with a workflow. */
export const reportStream: StreamDefinition<ReportState> = {
  eventTypes: EVENT_TYPES,
  evolve: { 1: (state, event) => evolveReport(state, event as ReportEvent) },
  attributes: reportAttributes,
  standing: reportStanding,
};

const undone = (state: ReportState) => Object.values(state.parts).filter(({ doneAt }) => doneAt === undefined);

function reportAttributes(state: ReportState): HotlineAttributes {
  const instructed = state.status === 'instructed';
  return {
    HotlineStage: state.status,
    HotlineDeputyMayor: state.deputyMayorId,
    HotlineUnits: instructed ? [...new Set(undone(state).map(({ unitId }) => unitId))].sort() : [],
    HotlineDue: instructed
      ? state.dueAt
      : state.status === 'submitted'
        ? (state.instructionBy ?? state.deliverAt)
        : undefined,
  };
}

function reportStanding(state: ReportState): StreamStanding {
  switch (state.status) {
    case 'draft':
      return { stage: '拟稿', waitingFor: ['主任：签发'] };
    case 'submitted': {
      if (!state.deliveredAt && state.deliverAt)
        return {
          stage: '已签发，在每周专报夹中',
          waitingFor: [`分管副市长 \`${state.deputyMayorId}\`：${shanghaiTime(state.deliverAt)}送达`],
        };
      const until = state.instructionBy ? `，${shanghaiTime(state.instructionBy)}前` : '';
      return {
        stage: state.automatic ? '已自动呈报，待批示' : '已呈报，待批示',
        waitingFor: [`分管副市长 \`${state.deputyMayorId}\`：批示${until}`],
      };
    }
    case 'instructed': {
      const parts = undone(state).map(({ id, unitId, dueAt, reportedAt }) =>
        reportedAt
          ? `督办岗：审核 \`${unitId}\` 批示事项 ${id} 的落实情况`
          : `\`${unitId}\`：批示事项 ${id}，${shanghaiTime(dueAt)}前完成`,
      );
      const whole = state.dueAt ? [`中心：跟踪至问题解决，${shanghaiTime(state.dueAt)}到期`] : [];
      return { stage: '已批示，跟踪中', waitingFor: [...parts, ...whole, ...askedOfDirector(state)] };
    }
    case 'ended':
      return {
        stage: { solved: '已解决', unsolved: '未解决，已结束', withdrawn: '已撤回' }[state.result ?? 'unsolved'],
        waitingFor: [],
      };
  }
}

/** What stays open after the instruction's term. */
function askedOfDirector({ ladders, dueAt = '' }: ReportState): string[] {
  const [next] = ladders.running[OPEN]?.rungs ?? [];
  if (next?.rung !== 'told') return [];
  return [`主任：${shanghaiTime(dueAt)}到期未落实，${shanghaiTime(next.at)}前决定是否报告常务副市长`];
}

/** A special report from its submission until the matter is solved: 直到问题得到圆满解决. */
export async function specialReportWorkflow(input: StreamWorkflowInput): Promise<void> {
  await runStream(reportStream, input);
}
