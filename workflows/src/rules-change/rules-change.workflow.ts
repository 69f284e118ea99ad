import type { StreamWorkflowInput } from '@hotline/contracts-process';
import {
  evolveRulesChange,
  type RulesChangeEvent,
  type RulesChangeEventType,
  type RulesChangeState,
} from '@hotline/domain';
import { runStream } from '../stream/stream-process.ts';
import type { StreamDefinition, StreamStanding } from '../stream/stream-definition.ts';
import { shanghaiTime } from '../wording/shanghai-time.ts';

const EVENT_TYPES = Object.keys({
  RulesDrafted: true,
  RulesRevised: true,
  PreviewStarted: true,
  RehearsalStarted: true,
  RunCancelled: true,
  RunFinished: true,
  RulesApproved: true,
  RulesWithdrawn: true,
  RungActed: true,
} satisfies Record<RulesChangeEventType, true>);

/** A change of the rules as a stream with a workflow: its previews and rehearsals, and the moving of what is open. */
export const rulesChangeStream: StreamDefinition<RulesChangeState> = {
  eventTypes: EVENT_TYPES,
  evolve: { 1: (state, event) => evolveRulesChange(state, event as RulesChangeEvent) },
  attributes: ({ status }) => ({ HotlineStage: status }),
  standing: rulesStanding,
};

const SUBJECTS = { policy: '政策', calendar: '放假安排' } as const;
const STATUSES = {
  draft: '草稿',
  moving: '已批准，正在调整在办期限',
  approved: '已批准',
  withdrawn: '已撤回',
} as const;
const RUNS = { preview: '影响预览', rehearsal: '历史推演', moving: '期限调整' } as const;

function rulesStanding({ subject, status, version, openRun, approval }: RulesChangeState): StreamStanding {
  const waitingFor = openRun ? [`系统：${RUNS[openRun.kind]}（第${openRun.run}次），逐批进行`] : [];
  if (status === 'draft' && !openRun) waitingFor.push(`起草人以外的人：批准第${version}稿`);
  const from = approval ? `，${shanghaiTime(approval.inForceFrom)}起生效` : '';
  return { stage: `${SUBJECTS[subject]} · ${STATUSES[status]}${from}`, waitingFor };
}

/** A change of the rules from its first run until nothing of it is to be done. */
export async function rulesChangeWorkflow(input: StreamWorkflowInput): Promise<void> {
  await runStream(rulesChangeStream, input);
}
