import { SEWER_CALL } from '../../seed/famous-calls.ts';
import { sameCode, type Comparison } from '../expectation.ts';
import { inWorkingDays, untilInstant, workingDays } from '../pace.ts';
import { compareMails, type Scene, type Theatre } from '../scene.ts';
import { Stage } from '../stage.ts';

/** 文化局宿舍楼下水道疏通 (the seed, 会办): three units in one room settle whose pipe it is. */
export const SEWER_SCENE: Scene = { title: '下水道会办', play };

async function play(theatre: Theatre): Promise<readonly Comparison[]> {
  const stage = await Stage.open(theatre, '下水道', SEWER_CALL, [
    { unitId: 'zhujian', role: 'lead', termWorkingDays: 10 },
    { unitId: 'wenlv', role: 'co', termWorkingDays: 10 },
    { unitId: 'shuiwu', role: 'co', termWorkingDays: 10 },
  ]);
  for (const unitId of ['zhujian', 'wenlv', 'shuiwu']) await stage.acknowledge(unitId);
  await stage.unit('zhujian', 'interim-report', { text: '院内支管塌陷六米，产权在房改时没有写明，需三家共同商定。' });

  stage.say('三家各有说法，受理中心召集会办', 'three units, three views: the center convenes them');
  const unitIds = ['zhujian', 'wenlv', 'shuiwu'];
  const startsAt = inWorkingDays(2);
  const { meetings } = await stage.as('supervisor1', 'meetings', { unitIds, startsAt, place: '受理中心三楼会议室' });
  const meetingId = meetings.at(-1)?.meetingId ?? '';
  await untilInstant(startsAt);
  const dueAt = inWorkingDays(5);
  await stage.onMeeting('supervisor1', meetingId, 'minutes', {
    settled: true,
    minutes: '会议议定：院内支管由住建局按老旧宿舍改造更换，文旅局承担原单位分摊部分，水务集团疏通并接入主管。',
    attendedUnitIds: unitIds,
    resolutions: [
      { unitId: 'zhujian', text: '更换塌陷的六米支管', dueAt },
      { unitId: 'shuiwu', text: '疏通并接入市政主管', dueAt },
    ],
  });
  await workingDays(0.3);
  await stage.onMeeting('zhujian', meetingId, 'resolutions/r1/completion', { text: '支管已更换，住户验收。' });
  await stage.onMeeting('shuiwu', meetingId, 'resolutions/r2/completion', { text: '已疏通接入，放水试验正常。' });
  for (const unitId of unitIds) await stage.finish(unitId, '会办事项已完成，已上门向住户说明，排水恢复正常。');
  await stage.callBack('水不再倒灌了，大家都很满意。');

  const { stage: reached, outcome, meetings: held } = await stage.look();
  return [
    sameCode('工单阶段', 'stage of the case', 'closed', reached),
    sameCode('办理结果', 'outcome', 'solved', outcome),
    sameCode(
      '会办',
      'joint meeting',
      'held, settled',
      held[0]?.settled ? `${held[0].status}, settled` : held[0]?.status,
    ),
    ...(await compareMails(theatre.mailPage, stage.caseNumber, {
      assignment: 3,
      'meeting-invitation': 3,
      'meeting-reminder': 3,
      'meeting-minutes': 3,
      resolution: 2,
    })),
  ];
}
