import { sentencesOf } from './problem-sentence.ts';

/** Rules about the people of the house that were not met: who is away, who stands in, who is of what. */
export const PEOPLE_SENTENCES = [
  ...sentencesOf('absence', {
    'not-found': [404, '没有这条不在岗登记。', 'There is no such absence.'],
    'wrong-substitute': [
      422,
      '代班人须是同一单位的人，或同为中心人员。',
      'A substitute is of the same unit, or both are of the center.',
    ],
    'ends-before-start': [422, '回岗时间须晚于开始时间。', 'It ends before it begins.'],
    over: [409, '已经回岗。', 'The absence is over.'],
  }),
  ...sentencesOf('delegation', {
    'not-found': [404, '没有这条授权。', 'There is no such delegation.'],
    'wrong-person': [422, '只能授权给受理中心的其他人员。', 'Powers go to somebody else of the center.'],
    'ends-before-start': [422, '失效时间须晚于生效时间。', 'It ends before it begins.'],
    over: [409, '授权已经失效。', 'The delegation is over.'],
  }),
  ...sentencesOf('room', {
    'wrong-person': [
      422,
      '只有受理中心主任以外的人员属于室。',
      'Only the people of the center below its director are of a room.',
    ],
    'wrong-head': [422, '室负责人须是本室的人。', 'A room is headed by one of its people.'],
  }),
  ...sentencesOf('shift', {
    'not-found': [404, '没有这个班次。', 'There is no such shift.'],
    'wrong-leader': [422, '班长须是中心的班长或主任。', 'A shift is led by one who may lead it.'],
    'wrong-member': [422, '当班人员须是受理中心的人。', 'Who is on a shift is of the center.'],
    'ends-before-start': [422, '下班时间须晚于上班时间。', 'The shift ends before it begins.'],
    'too-long': [422, '一班不超过二十四小时。', 'A shift lasts a day at most.'],
    over: [422, '这个时间已经过去。', 'That time is over.'],
    taken: [409, '这段时间同类班次已经排好。', 'A shift of this kind is planned for that time.'],
    'not-begun': [409, '班次还没有开始。', 'The shift has not begun.'],
    'not-written': [409, '还没有写交接班记录。', 'The hand-over log is not written yet.'],
    'confirmed-before': [409, '接班人已经确认。', 'The hand-over was confirmed before.'],
  }),
  ...sentencesOf('sub-desk', {
    'not-found': [404, '没有这个岗位。', 'There is no such sub-desk.'],
    unknown: [422, '本单位没有这个岗位，或已撤销。', 'The unit has no such sub-desk, or no longer.'],
    'has-it': [409, '工单已在这个岗位。', 'The sub-desk has it already.'],
    'name-taken': [409, '本单位已有同名岗位。', 'The unit has a sub-desk of that name.'],
    'wrong-member': [422, '岗位人员须是本单位的人。', 'The people of a sub-desk are of the unit.'],
  }),
  ...sentencesOf('stay', {
    'not-found': [404, '没有这次轮岗。', 'There is no such stay.'],
    'wrong-person': [
      422,
      '轮岗的须是受理中心主任以外的人员。',
      'A stay is of somebody of the center below its director.',
    ],
    'wrong-successor': [422, '接手人须是受理中心的其他人员。', 'The successor is somebody else of the center.'],
    'ends-before-start': [422, '结束时间须晚于开始时间。', 'It ends before it begins.'],
    'ends-too-soon': [422, '结束时间须在一天之后。', 'It ends within a day; more time is needed to see to it.'],
    'not-written': [409, '还没有写交接清单。', 'The hand-over list is not written yet.'],
    'no-such-matter': [422, '交接清单上没有这一项。', 'The hand-over list has no such matter.'],
    'handed-over-before': [409, '已经全部交接。', 'Everything was handed over before.'],
    closed: [409, '轮岗已经结束。', 'The stay has ended.'],
  }),
];
