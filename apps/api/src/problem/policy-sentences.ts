import { sentencesOf } from './problem-sentence.ts';

/** What the rules of the house, and changes of them, refuse. */
export const POLICY_SENTENCES = [
  ...sentencesOf('policy', {
    'not-found': [503, '这一版政策不在库中。', 'This version of the policy is missing.'],
    'none-in-force': [503, '还没有生效的政策，请先初始化。', 'No policy is in force yet; the system must be set up.'],
    'no-such-version': [404, '没有这一版政策。', 'There is no such version of the policy.'],
    invalid: [422, '政策草稿有不合要求的地方。', 'The policy has values that cannot be put in force.'],
    missing: [422, '缺少这一项。', 'It is missing.'],
    unknown: [422, '没有这一项。', 'There is no such value in a policy.'],
    'wrong-type': [422, '这一项的类型不对。', 'It is not of the right sort.'],
    'not-a-term': [
      422,
      '不是期限（工作日、工作小时或分钟）。',
      'It is no term (working days, working hours or minutes).',
    ],
    'out-of-range': [422, '超出范围。', 'It is out of range.'],
    'unknown-effect': [422, '没有这种处置。', 'There is no such effect.'],
    twice: [422, '重名。', 'The name is there twice.'],
    empty: [422, '不能为空。', 'It must not be empty.'],
  }),
  ...sentencesOf('rules', {
    'not-found': [404, '没有这项规则变更。', 'There is no such change of the rules.'],
    stale: [412, '规则变更已被别人改动，请看最新内容后再试。', 'The change has changed since you saw it; look again.'],
    'already-there': [409, '这项规则变更已经存在。', 'The change is there already.'],
    'wrong-status': [409, '规则变更现在的状态不能这样做。', 'The change is not in a state that allows this.'],
    'run-under-way': [409, '还有预览或推演正在进行。', 'A preview or a rehearsal is under way.'],
    'no-run': [409, '没有可以停止的预览或推演。', 'There is no preview or rehearsal to cancel.'],
    'own-approval': [
      409,
      '起草人不能批准自己的草稿，须由另一人批准。',
      'Who wrote at it cannot approve it; another must.',
    ],
    outdated: [
      409,
      '起草之后政策已有新版，请在新版上重新起草。',
      'Another version came since; write the draft upon that one.',
    ],
    'preview-missing': [409, '要先对这一稿做完影响预览。', 'A preview of exactly this draft must come first.'],
    'in-force-in-past': [422, '生效时间不能早于现在。', 'It cannot come into force in the past.'],
    'calendar-at-once': [422, '放假安排一经批准立即生效。', 'Days of the calendar are in force at once.'],
    'calendar-reaches-all': [422, '放假安排适用于所有在办工单。', 'Days of the calendar reach every open case.'],
    'other-subject': [422, '草稿的种类不能改变。', 'A draft stays a policy’s or the calendar’s.'],
    'period-empty': [422, '推演的时间段是空的。', 'The period is empty.'],
    'period-in-future': [422, '推演的时间段还没有到。', 'The period lies in the future.'],
  }),
  ...sentencesOf('calendar', {
    'day-unknown': [422, '没有这一天。', 'There is no such day.'],
    'day-twice': [422, '同一天出现了两次。', 'A day is there twice.'],
    'day-over': [422, '今天和已过去的日子不能再改。', 'Today and days that are over stay as they were counted.'],
    'work-on-a-workday': [422, '调休上班只能在周末。', 'Only a weekend day is worked to make up.'],
  }),
];
