import { MEDICAL_INSURANCE_CALL } from '../../seed/famous-calls.ts';
import { sameCode, type Comparison } from '../expectation.ts';
import { inWorkingDays, untilInstant } from '../pace.ts';
import { compareMails, type Scene, type Theatre } from '../scene.ts';
import { Stage } from '../stage.ts';

/** 酒厂、航运公司退休职工医疗保险 (the seed, 批办): two meetings cannot settle it, so the deputy mayor instructs. */
export const MEDICAL_INSURANCE_SCENE: Scene = { title: '医保专报批办', play };

const UNIT_IDS = ['yibao', 'renshe', 'guozi'] as const;

async function play(theatre: Theatre): Promise<readonly Comparison[]> {
  const stage = await Stage.open(theatre, '医保', MEDICAL_INSURANCE_CALL, [
    { unitId: 'yibao', role: 'lead', termWorkingDays: 12 },
    { unitId: 'renshe', role: 'co', termWorkingDays: 12 },
    { unitId: 'guozi', role: 'co', termWorkingDays: 12 },
  ]);
  for (const unitId of UNIT_IDS) await stage.acknowledge(unitId);
  await stage.unit('yibao', 'interim-report', { text: '应参保213人，补缴金额已测算，资金来源尚未落实。' });
  await meetInVain(stage);
  await meetInVain(stage);
  const reportId = await report(stage);
  await instruct(stage, reportId);
  for (const unitId of UNIT_IDS) await stage.finish(unitId, '补缴费用已到账，213人全部参保，已向职工代表当面说明。');
  await stage.onReport('director', reportId, 'ending', { result: 'solved', text: '批示事项全部落实。' });
  await stage.callBack('三年的事情解决了，老同志们都能看病了。');

  const { stage: reached, outcome, reports } = await stage.look();
  return [
    sameCode('工单阶段', 'stage of the case', 'closed', reached),
    sameCode('办理结果', 'outcome', 'solved', outcome),
    sameCode('专题专报', 'special report', 'ended, solved', reports[0] && `${reports[0].status}, ${reports[0].result}`),
    sameCode('呈报', 'submitted', 'by the director', reports[0]?.automatic ? 'by itself' : 'by the director'),
    ...(await compareMails(theatre.mailPage, stage.caseNumber, {
      assignment: 3,
      'meeting-invitation': 6,
      'meeting-reminder': 6,
      'meeting-minutes': 6,
      proposal: 2,
      'special-report': 1,
      instruction: 3,
    })),
  ];
}

async function meetInVain(stage: Stage): Promise<void> {
  const startsAt = inWorkingDays(1.5);
  const { meetings } = await stage.as('supervisor1', 'meetings', {
    unitIds: UNIT_IDS,
    startsAt,
    place: '受理中心三楼会议室',
  });
  await untilInstant(startsAt);
  await stage.onMeeting('supervisor1', meetings.at(-1)?.meetingId ?? '', 'minutes', {
    settled: false,
    minutes: '名册已核对一致；补缴资金由谁承担，三家意见不一，会议不能决定。',
    unsettled: ['补缴资金由谁承担'],
    attendedUnitIds: UNIT_IDS,
    resolutions: [],
  });
}

/** The draft that the failed meeting made is given its words, and the director sends it at once. */
async function report(stage: Stage): Promise<string> {
  const { course } = MEDICAL_INSURANCE_CALL;
  const words = course.kind === 'assigned' ? course.report : undefined;
  const proposal = await stage.until('the proposal of a special report', 3, ({ proposals }) =>
    proposals.find(({ kind, status }) => kind === 'special-report' && status === 'open'),
  );
  const reportId = proposal.reportId ?? '';
  await stage.onReport('supervisor1', reportId, 'revision', { ...words });
  await stage.as('director', `proposals/${proposal.id}/decision`, {
    decision: 'do-it',
    text: '症结已清，请市长定夺。',
  });
  return reportId;
}

async function instruct(stage: Stage, reportId: string): Promise<void> {
  await stage.onReport('deputy-executive', reportId, 'instruction', {
    text: '民生无小事。请国资办从改制资产处置款中列支，不足部分财政先行垫付，医保局限期办理参保，受理中心跟踪督办直至解决。',
    dueAt: inWorkingDays(8),
    parts: [
      { unitId: 'guozi', text: '落实补缴资金', dueAt: inWorkingDays(4) },
      { unitId: 'yibao', text: '213人全部参保', dueAt: inWorkingDays(6) },
    ],
  });
  await stage.onReport('supervisor1', reportId, 'follow-ups', { partId: 'i1', text: '资金已从处置款中列支到账。' });
  await stage.onReport('supervisor1', reportId, 'follow-ups', { partId: 'i2', text: '参保手续全部办结。' });
}
