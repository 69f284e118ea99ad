import { sentencesOf } from './problem-sentence.ts';

/** Rules of the intake that were not met: calls, mails, what is merged, handed over or urgent. */
export const INTAKE_SENTENCES = [
  ...sentencesOf('mail', {
    'no-text': [422, '邮件里没有文字。', 'The mail has no text.'],
    'bad-sender': [422, '发件人没有可以回复的地址。', 'The sender has no address to be answered at.'],
  }),
  ...sentencesOf('merge', {
    'same-case': [422, '不能并入自己，或已经并过。', 'A case cannot be merged into itself, or twice.'],
    'meeting-open': [
      409,
      '工单有会办正在进行，不能并案。',
      'A joint meeting of the case is open; it cannot be merged.',
    ],
    'report-open': [
      409,
      '工单有专报已经呈报，不能并案。',
      'A special report of the case is under way; it cannot be merged.',
    ],
    training: [422, '演练工单不能并案。', 'A training case cannot be merged.'],
    'lead-ended': [409, '主件已经结束，不能撤销并案。', 'The lead case has ended; the merging cannot be undone.'],
    'not-merged': [409, '这两件没有并案。', 'These cases are not merged.'],
  }),
  ...sentencesOf('classify', {
    'nothing-new': [422, '类型和分类都没有改变。', 'Neither kind nor category is new.'],
    'reporter-stays-hidden': [422, '举报件已交办，不能改为其他类型。', 'A violation report that a unit has stays one.'],
  }),
  ...sentencesOf('incident', {
    'joined-before': [409, '工单已归入一个事件。', 'The case belongs to an incident already.'],
    'not-open': [409, '这个工单没有正在进行的事件。', 'The case has no open incident.'],
  }),
  ...sentencesOf('call', {
    'not-found': [404, '没有这个来电。', 'There is no such call.'],
    'other-content': [409, '这个来电编号已记录，内容不同。', 'This call was kept with other content.'],
    times: [
      422,
      '振铃、接听、结束的时间先后不对。',
      'A call rings, is answered and ends, in this order, and not in the future.',
    ],
    'was-missed': [409, '未接来电没有办理结果。', 'A missed call came to nothing.'],
    'case-missing': [
      422,
      '登记或追加工单须填工单编号，其他结果不填。',
      'A case is named where one was registered or called about, and only there.',
    ],
    'reason-missing': [422, '恶意骚扰须写明情形，其他结果不填。', 'Say why it was nuisance, and only then.'],
  }),
  ...sentencesOf('transfer', {
    'not-found': [404, '没有这次转接。', 'There is no such transfer.'],
    'in-future': [422, '转接时刻还没有到。', 'The transfer lies in the future.'],
    'back-to-110-only': [422, '只能移交给110。', 'A case is handed back to 110 alone.'],
    'receipted-before': [409, '回执已经登记。', 'The receipt was written down before.'],
    'outcome-known': [409, '处置情况已经登记。', 'What became of it was written down before.'],
  }),
  ...sentencesOf('hand-over', {
    none: [409, '这个工单不是110移交的。', 'The case was not handed over by 110.'],
    'receipted-before': [409, '已经给过110回执。', 'The receipt was given to 110 before.'],
  }),
  ...sentencesOf('hand-down', {
    none: [409, '这个工单不是上级转办的。', 'The case was not handed down.'],
    'returned-before': [409, '办理结果已经回复上级。', 'The result was returned before.'],
    'in-future': [422, '回复时间还没有到。', 'The reply lies in the future.'],
    'not-answered': [409, '工单还没有办结，不能回复上级。', 'The case is not completed yet.'],
  }),
  ...sentencesOf('emergency', {
    'declared-before': [409, '已经启动应急处置。', 'It is an emergency already.'],
  }),
  ...sentencesOf('urgent-report', {
    open: [409, '已有紧急信息正在报送。', 'An urgent report is under way.'],
    none: [409, '没有需要报送的紧急信息。', 'No urgent report is asked for.'],
    'in-future': [422, '事件发生时间还没有到。', 'The event lies in the future.'],
    'next-in-past': [422, '下次报告时间已过。', 'The next report would be in the past.'],
  }),
  ...sentencesOf('period', {
    'not-one': [422, '期间须起早于止，最长一年。', 'A period ends after it begins, and is a year long at most.'],
  }),
  ...sentencesOf('line-122', {
    'not-offered': [422, '本市122没有并入12345，请拨122。', 'The 122 line is apart here; it is reached at 122.'],
    'help-elsewhere': [422, '求助类别只在122电话登记时填写。', 'Only a call on the 122 line has a kind of help.'],
  }),
  ...sentencesOf('register', {
    'external-due-in-past': [422, '上级要求的到期时间已过。', 'The due given from above has passed.'],
  }),
  ...sentencesOf('external', {
    'number-missing': [422, '上级转办件须填写上级编号。', 'A hand-down needs the number it has above.'],
    'number-registered': [409, '这个上级编号已经登记。', 'The number from above was registered before.'],
    'other-content': [409, '这个来源编号已登记，内容不同。', 'This external id was registered with other content.'],
  }),
];
