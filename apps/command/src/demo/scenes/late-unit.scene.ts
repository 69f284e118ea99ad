import type { Case, TimelineEntry } from '@hotline/contracts-http';
import type { SampleCall } from '../../seed/sample-call.ts';
import { sameCode, sameCount, sameTime, type Comparison } from '../expectation.ts';
import { inWorkingDays, until, WORKING_DAY } from '../pace.ts';
import { compareMails, type Scene, type Theatre } from '../scene.ts';
import { Stage } from '../stage.ts';

const CALL: SampleCall = {
  callerName: '村民',
  callerPhone: '13900000104',
  title: '村道断头六十米，校车绕行五公里',
  text: '村里到镇上的水泥路差六十米没有接上，雨天全是烂泥，校车不肯进来，孩子每天多绕五公里，反映两年了没有人管。',
  kind: 'help',
  urgency: 'ordinary',
  categoryId: 'countryside.village',
  place: '柴港镇',
  course: { kind: 'waiting' },
};

/** A late unit: nobody does anything, and the process goes up the whole ladder (DESIGN, section 7) by itself. */
export const LATE_UNIT_SCENE: Scene = { title: '迟缓单位', play };

/** Milliseconds that a loaded machine may need for one step of the process. */
const TOLERANCE = 3_000;

/** When each rung must act, in working days after the assignment; the term of a request for help is 5. */
const RUNGS: readonly (readonly [subject: string, rung: string, days: number, chinese: string])[] = [
  ['a1/acknowledge', 'reminder', 1, '签收提醒'],
  ['a1/acknowledge', 'phone', 1 + 2 / 7, '电话催促签收'],
  ['a1/due', 'yellow', 3.75, '黄灯'],
  ['a1/due', 'red', 5, '红灯，电话催办'],
  ['a1/due', 'urging-notice', 6, '催办单'],
  ['a1/due', 'supervision-notice', 8, '督办单，提请现场办公'],
  ['a1/due', 'talk', 10, '提请约谈、会办'],
  ['a1/due', 'special-report', 15, '提请专题专报'],
];

async function play(theatre: Theatre): Promise<readonly Comparison[]> {
  const stage = await Stage.open(theatre, '断头路', CALL, [
    { unitId: 'chaiwan', role: 'lead' },
    { unitId: 'jiaotong', role: 'co' },
  ]);
  stage.say('从现在起没有人做任何事', 'from now on nobody does anything');
  const reportId = await untilDirectorIsTold(stage);
  const alone = await stage.look();
  await takeItInHand(stage, reportId);
  const { stage: reached, outcome } = await stage.look();
  return [
    ...comparedTimes(alone),
    ...comparedProposals(alone),
    sameCode('工单阶段', 'stage of the case', 'closed', reached),
    sameCode('办理结果', 'outcome', 'solved', outcome),
    ...(await compareMails(theatre.mailPage, stage.caseNumber, {
      assignment: 2,
      'acknowledge-reminder': 2,
      yellow: 2,
      red: 2,
      'urging-notice': 4,
      'supervision-notice': 2,
      'return-slip-missing': { atLeast: 2 },
      proposal: 7,
      'on-site-session': 2,
      talk: 2,
      'meeting-invitation': 2,
      'meeting-reminder': 2,
      'meeting-minutes': 2,
      'special-report': 1,
      'instruction-reminder': 1,
      'instruction-overdue': { atLeast: 1 },
      'still-overdue': { atLeast: 2 },
      'desk-overdue': { atLeast: 2 },
      instruction: 2,
    })),
  ];
}

/** The last thing the process does by itself: the deputy mayor does not instruct, so the director is told. */
async function untilDirectorIsTold(stage: Stage): Promise<string> {
  return until(`${stage.caseNumber}: the director told`, 30 * WORKING_DAY, async () => {
    const { reports } = await stage.look();
    const told = reports.find(({ timeline }) => timeline.some(({ payload }) => payload['rung'] === 'director-told'));
    return told?.reportId;
  });
}

async function takeItInHand(stage: Stage, reportId: string): Promise<void> {
  stage.say('现在大家动起来', 'now everybody acts');
  await stage.onReport('deputy-safety', reportId, 'instruction', {
    text: '群众出行是大事，柴港镇本周内接通，交通局给予技术支持，逾期问责。',
    dueAt: inWorkingDays(10),
    parts: [{ unitId: 'chaiwan', text: '接通断头路', dueAt: inWorkingDays(8) }],
  });
  const { openMeeting } = openOf(await stage.look());
  if (openMeeting)
    await stage.onMeeting('supervisor1', openMeeting, 'minutes', {
      settled: true,
      minutes: '会议议定：柴港镇负责施工，交通运输局负责设计和验收。',
      attendedUnitIds: ['chaiwan', 'jiaotong'],
    });
  for (const unitId of ['chaiwan', 'jiaotong']) await stage.acknowledge(unitId);
  for (const unitId of ['chaiwan', 'jiaotong'])
    await stage.finish(unitId, '六十米断头路已接通，校车今天进村，已告知村民。');
  await stage.onReport('supervisor1', reportId, 'follow-ups', { partId: 'i1', text: '道路已接通。' });
  await stage.onReport('director', reportId, 'ending', { result: 'solved', text: '批示事项落实。' });
  await stage.callBack('路通了，就是等得太久。');
}

function openOf({ meetings }: Case): { readonly openMeeting?: string } {
  const open = meetings.find(({ status }) => status === 'convened');
  return open ? { openMeeting: open.meetingId } : {};
}

function comparedTimes(seen: Case): Comparison[] {
  const { timeline } = seen;
  const began = Date.parse(timeline.find(({ type }) => type === 'CaseAssigned')?.at ?? '');
  const after = (event: TimelineEntry | undefined): number | undefined => event && Date.parse(event.at) - began;
  const acted = (events: readonly TimelineEntry[], subject: string, rung: string) =>
    events.find(
      ({ type, payload }) => type === 'RungActed' && payload['subject'] === subject && payload['rung'] === rung,
    );
  const report = seen.reports[0]?.timeline ?? [];
  const at = (days: number): number => days * WORKING_DAY;
  const automatic = (type: string) =>
    timeline.find((event) => event.type === type && event.payload['automatic'] === true);
  return [
    ...RUNGS.map(([subject, rung, days, chinese]) =>
      sameTime(chinese, `${subject} ${rung}`, at(days), after(acted(timeline, subject, rung)), TOLERANCE),
    ),
    sameTime('会办自动召集', 'meeting by itself', at(12), after(automatic('MeetingConvened')), TOLERANCE),
    sameTime('专报自动呈报', 'special report by itself', at(17), after(automatic('SpecialReportSubmitted')), TOLERANCE),
    sameTime(
      '提醒副市长办公室',
      'office reminded',
      at(20),
      after(acted(report, 'instruction-awaited', 'office-reminder')),
      TOLERANCE,
    ),
    sameTime(
      '报告主任',
      'director told',
      at(21),
      after(acted(report, 'instruction-awaited', 'director-told')),
      TOLERANCE,
    ),
  ];
}

/** Nobody can sit on a proposal: each happened by itself. The phone tasks of the supervision room stood too. */
function comparedProposals({ proposals, timeline }: Case): Comparison[] {
  const happened = (kind: string): number =>
    proposals.filter((proposal) => proposal.kind === kind && proposal.status === 'happened').length;
  const effects = timeline.flatMap(({ payload }) => (payload['effects'] as { code: string }[] | undefined) ?? []);
  const tasks = (code: string): number => effects.filter((effect) => effect.code === code).length;
  return [
    sameCount('现场办公自动执行', 'on-site sessions by themselves', 2, happened('on-site')),
    sameCount('约谈自动执行', 'talks by themselves', 2, happened('talk')),
    sameCount('会办自动执行', 'joint meetings by themselves', 1, happened('joint-meeting')),
    sameCount('专报自动执行', 'special reports by themselves', 1, happened('special-report')),
    sameCount('通报批评自动执行', 'public criticism by itself', 1, happened('public-criticism')),
    sameCount('待办 电话催办', 'tasks: phone urging', { atLeast: 4 }, tasks('task:phone-urging:supervision')),
    sameCount(
      '待办 电话催促签收',
      'tasks: phone to acknowledge',
      { atLeast: 2 },
      tasks('task:phone-acknowledge:supervision'),
    ),
    sameCount('待办 提醒查看', 'tasks: phone, assignment unread', 2, tasks('task:phone-unread:dispatch')),
  ];
}
