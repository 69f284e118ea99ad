import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { activeAssignments, type CaseEvent, type CaseState } from '@hotline/domain';
import { CaseFileEntity, eventsAfter, UnitEntity, type ReportWords } from '@hotline/persistence';

const RUNG_NAMES: Readonly<Record<string, string>> = {
  yellow: '黄灯提醒',
  red: '红灯告知单位负责人并电话催办',
  'urging-notice': '发催办单',
  'supervision-notice': '发督办单',
  talk: '提请约谈、会办',
  'still-overdue': '报中心主任',
};

/** A first draft of a special report, from what the ledger knows: trouble, cause, way out, what was tried. */
export async function wordsFromLedger(em: SqlEntityManager, state: CaseState): Promise<ReportWords> {
  const file = await em.findOneOrFail(CaseFileEntity, { caseNumber: state.caseNumber }, { disableIdentityMap: true });
  const assignments = activeAssignments(state);
  const units = await em.find(
    UnitEntity,
    { id: { $in: assignments.map(({ unitId }) => unitId) } },
    { disableIdentityMap: true },
  );
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const responsible = assignments
    .map(({ unitId, role }) => `${names.get(unitId) ?? unitId}（${role === 'lead' ? '主办' : '协办'}）`)
    .join('、');
  const events = (await eventsAfter(em, state.caseNumber)) as CaseEvent[];
  const stuck = assignments
    .filter(({ status }) => status !== 'accepted')
    .map(({ unitId }) => names.get(unitId) ?? unitId);
  return {
    trouble: `工单${state.caseNumber}“${file.title}”至今未办结，承办单位：${responsible || '未定'}。`,
    cause:
      stuck.length > 0
        ? `${stuck.join('、')}未在规定期限内办结反馈；退单${state.returns}次，重办${state.redos}次，会办${state.meetings}次。`
        : `诉求人对办理结果不满意，重办${state.redos}次后仍未认可。`,
    wayOut: `请分管领导批示：明确${assignments.length > 1 ? '主办、协办单位各自' : '承办单位'}的责任、办法和完成时限，由受理中心跟踪督办至问题解决。`,
    tried: tried(events) || '已按规定交办。',
  };
}

function tried(events: readonly CaseEvent[]): string {
  const steps = events.flatMap((event) => {
    const day = event.at.slice(0, 10);
    if (event.type === 'RungActed') {
      const name = RUNG_NAMES[event.payload.rung];
      return name ? [`${day} ${name}`] : [];
    }
    if (event.type === 'UrgingCallRecorded') return [`${day} 电话催办`];
    if (event.type === 'OnSiteSessionRecorded') return [`${day} 现场办公`];
    if (event.type === 'MeetingConvened') return [`${day} 召集会办`];
    if (event.type === 'MeetingEnded')
      return [`${day} 会办${event.payload.result === 'settled' ? '达成一致' : '未能解决'}`];
    return [];
  });
  return steps.join('；');
}
