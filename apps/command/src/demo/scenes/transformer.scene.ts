import { TRANSFORMER_CALL } from '../../seed/famous-calls.ts';
import { sameCode, sameCount, type Comparison } from '../expectation.ts';
import { inWorkingDays, untilInstant, workingDays } from '../pace.ts';
import { compareMails, type Scene, type Theatre } from '../scene.ts';
import { Stage } from '../stage.ts';

/** 开发区原动力机厂宿舍变压器搬迁 (the seed, 会办): a return, an extension, a meeting put off, a report sent back. */
export const TRANSFORMER_SCENE: Scene = { title: '变压器会办', play };

const UNIT_IDS = ['gongdian', 'kaifaqu'] as const;

async function play(theatre: Theatre): Promise<readonly Comparison[]> {
  const stage = await Stage.open(theatre, '变压器', TRANSFORMER_CALL, [
    { unitId: 'gongdian', role: 'lead', termWorkingDays: 10 },
    { unitId: 'kaifaqu', role: 'co', termWorkingDays: 10 },
  ]);
  await stage.acknowledge('gongdian');
  await returnInVain(stage);
  const meetingId = await meetAfterAll(stage);
  await stage.unit('gongdian', 'extension', { workingDays: 2, reason: '停电安排需提前公告。' });
  await stage.onUnit('supervisor2', 'gongdian', 'extension-decision', {
    granted: true,
    text: '同意，请提前告知住户。',
  });
  await stage.onMeeting('gongdian', meetingId, 'resolutions/r1/completion', { text: '变压器已迁走，原址恢复绿化。' });
  await stage.finish('kaifaqu', '用地和费用已落实，已告知住户代表。');
  await stage.feedBack('gongdian', '变压器已搬迁。');
  const text = '请补充搬迁后的噪声检测和住户意见。';
  await stage.onUnit('supervisor2', 'gongdian', 'review', { accepted: false, text });
  await stage.finish('gongdian', '变压器已搬迁，夜间室内噪声检测合格，二十户住户签字认可。');
  await stage.callBack('晚上终于安静了。');

  const { stage: reached, outcome, assignments } = await stage.look();
  const extensions = assignments.find(({ unitId }) => unitId === 'gongdian')?.extensions ?? 0;
  return [
    sameCode('工单阶段', 'stage of the case', 'closed', reached),
    sameCode('办理结果', 'outcome', 'solved', outcome),
    sameCount('同意的延期', 'extensions granted', 1, extensions),
    ...(await compareMails(theatre.mailPage, stage.caseNumber, {
      assignment: 2,
      'return-ruled': 1,
      'meeting-invitation': 2,
      'meeting-update': 2,
      'meeting-reminder': 2,
      'meeting-minutes': 2,
      resolution: 1,
      'extension-decided': 1,
      'feedback-rejected': 1,
    })),
  ];
}

async function returnInVain(stage: Stage): Promise<void> {
  await stage.as('kaifaqu-head', `assignments/${await stage.assignmentOf('kaifaqu')}/return`, {
    basis: '用户专变的管理依据供用电合同，属供电公司职责。',
    proposedUnitId: 'gongdian',
  });
  await stage.onUnit('supervisor2', 'kaifaqu', 'return-ruling', {
    ruling: 'rejected',
    text: '宿舍和用电企业都在开发区内，搬迁用地和费用协调离不开开发区，继续协办。',
  });
  await stage.acknowledge('kaifaqu');
}

async function meetAfterAll(stage: Stage): Promise<string> {
  const planned = { unitIds: UNIT_IDS, startsAt: inWorkingDays(2.5), place: '开发区管委会' };
  const { meetings } = await stage.as('supervisor1', 'meetings', planned);
  const meetingId = meetings.at(-1)?.meetingId ?? '';
  await workingDays(0.5);
  stage.say('用电企业负责人外出，会议改期', 'the owner of a factory is away: the meeting is put off');
  const startsAt = inWorkingDays(2.5);
  await stage.onMeeting('supervisor1', meetingId, 'rescheduling', { startsAt, text: '用电企业负责人明天才能到会。' });
  await untilInstant(startsAt);
  await stage.onMeeting('supervisor1', meetingId, 'minutes', {
    settled: true,
    minutes: '会议议定：变压器迁至厂区东北角，开发区提供用地，费用由四家用电企业按容量分担，供电公司组织施工。',
    attendedUnitIds: UNIT_IDS,
    resolutions: [{ unitId: 'gongdian', text: '完成变压器搬迁', dueAt: inWorkingDays(6) }],
  });
  return meetingId;
}
