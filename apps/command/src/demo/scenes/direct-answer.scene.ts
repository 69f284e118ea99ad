import type { SampleCall } from '../../seed/sample-call.ts';
import { sameCode, sameTime, type Comparison } from '../expectation.ts';
import { WORKING_DAY } from '../pace.ts';
import { compareMails, type Scene, type Theatre } from '../scene.ts';
import { Stage } from '../stage.ts';

const CALL: SampleCall = {
  callerName: '来电人',
  callerPhone: '13900000105',
  title: '老年公交卡在哪里年审',
  text: '母亲的老年公交卡刷不出来了，司机说要年审，请问在哪里办，要不要本人去。',
  kind: 'consultation',
  urgency: 'ordinary',
  categoryId: 'traffic.bus',
  place: '雉水街道',
  course: { kind: 'waiting' },
};

/**
 * 直办, as most calls are: but first the operator forgets it, and after a working hour the shift leader has a task. It is
 * played before the others, so that the worker, just started, has found its pace.
 */
export const DIRECT_ANSWER_SCENE: Scene = { title: '直办', play };

const WORKING_HOUR = WORKING_DAY / 7;
/** Milliseconds: the first case of a worker that has just started. */
const TOLERANCE = 8_000;

async function play(theatre: Theatre): Promise<readonly Comparison[]> {
  const stage = await Stage.register(theatre, '公交卡', CALL);
  const forgotten = await stage.until('the task of the shift leader', 10, ({ timeline }) =>
    timeline.find(({ type, payload }) => type === 'RungActed' && payload['subject'] === 'intake'),
  );
  await stage.as('leader1', 'direct-answer', { text: '可由家人代办：带老人身份证和公交卡，到公交总站服务窗口年审。' });

  const { stage: reached, registeredAt } = await stage.look();
  const after = Date.parse(forgotten.at) - Date.parse(registeredAt);
  return [
    sameTime('无人处理，班长有了待办', 'unanswered: a task to the shift leader', WORKING_HOUR, after, TOLERANCE),
    sameCode('工单阶段', 'stage of the case', 'closed', reached),
    ...(await compareMails(theatre.mailPage, stage.caseNumber, { assignment: 0, 'desk-overdue': { atLeast: 0 } })),
  ];
}
