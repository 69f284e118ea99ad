import {
  activeAssignments,
  type AssignmentState,
  type AssignmentStatus,
  type CaseState,
  type Stage,
} from '@hotline/domain';
import type { StreamStanding } from '../stream/stream-definition.ts';
import { shanghaiTime } from '../wording/shanghai-time.ts';

const STAGES: Readonly<Record<Stage, string>> = {
  registered: '待交办',
  assigned: '办理中',
  completed: '待回访',
  'second-look': '复核中',
  closed: '已办结归档',
  declined: '不予受理',
  merged: '已并案',
};

const STATUSES: Readonly<Record<AssignmentStatus, string>> = {
  waiting: '待签收',
  working: '办理中',
  'return-pending': '退单待裁定',
  suspended: '挂起',
  feedback: '已反馈，待中心审核',
  accepted: '已办结',
  withdrawn: '已撤回',
};

/** How a case stands, for a reader of the Temporal UI. Units by id, nothing of the citizen. */
export function caseStanding(state: CaseState): StreamStanding {
  return {
    stage: STAGES[state.stage],
    waitingFor: [...waitsOfCenter(state), ...waitsOfUnits(state), ...waitsOfDirector(state)],
  };
}

function waitsOfCenter(state: CaseState): string[] {
  if (state.stage === 'registered') return ['中心：交办或直接答复'];
  if (state.stage === 'completed') return [`中心：回访来电人（已试 ${state.callbackTries} 次）`];
  return state.stage === 'second-look' ? ['中心：复核'] : [];
}

function waitsOfUnits(state: CaseState): string[] {
  if (state.stage !== 'assigned' && state.stage !== 'registered') return [];
  return activeAssignments(state)
    .filter(({ status }) => status !== 'accepted')
    .map(lineOf);
}

function lineOf({ id, unitId, role, status, acknowledgeBy, dueAt }: AssignmentState): string {
  const name = `${role === 'lead' ? '主办' : '协办'} \`${unitId}\`（${id}）：${STATUSES[status]}`;
  if (status === 'waiting') return `${name}，${shanghaiTime(acknowledgeBy)}前签收，${shanghaiTime(dueAt)}前反馈`;
  return status === 'working' ? `${name}，${shanghaiTime(dueAt)}前反馈` : name;
}

function waitsOfDirector(state: CaseState): string[] {
  const proposals = Object.values(state.proposals)
    .filter(({ status }) => status === 'open')
    .map(({ id, decideBy }) => `主任：提议 ${id} 待决，${shanghaiTime(decideBy)}无人答复即自动生效`);
  const meeting = state.openMeetingId ? [`联席会 \`${state.openMeetingId}\` 进行中`] : [];
  const report = state.openReportId ? [`专题专报 \`${state.openReportId}\` 进行中`] : [];
  return [...proposals, ...meeting, ...report];
}
