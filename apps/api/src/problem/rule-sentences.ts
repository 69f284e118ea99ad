import { sentencesOf } from './problem-sentence.ts';

/** Rules of the house that were not met: what the domain and the use cases answer. */
export const RULE_SENTENCES = [
  ...sentencesOf('login', {
    wrong: [401, '用户名或密码不对。', 'The user name or the password is wrong.'],
    'too-many': [429, '登录尝试太多，请稍后再试。', 'Too many attempts to log in; please wait.'],
  }),
  ...sentencesOf('case', {
    'already-assigned': [409, '工单已经交办。', 'The case has been assigned.'],
    'not-found': [404, '没有这个工单。', 'There is no such case.'],
    stale: [412, '工单已被别人改动，请看最新内容后再试。', 'The case has changed since you saw it; look again.'],
    'wrong-stage': [409, '工单现在的阶段不能这样做。', 'The case is not in a stage that allows this.'],
    'already-registered': [409, '工单已登记。', 'The case has been registered before.'],
  }),
  ...sentencesOf('assignment', {
    'term-out-of-range': [422, '期限超出范围。', 'The term is out of range.'],
    'minutes-in-emergencies-only': [422, '只有紧急事项才按分钟计算期限。', 'Only an emergency has a term in minutes.'],
    'not-found': [404, '没有这项交办。', 'There is no such assignment.'],
    'wrong-status': [409, '这项交办现在的状态不能这样做。', 'The assignment is not in a state that allows this.'],
    'no-units': [422, '至少要交办给一个单位。', 'At least one unit must be assigned.'],
    'two-leads': [422, '只能有一个主办单位。', 'There can be only one lead unit.'],
    'no-lead': [422, '必须有一个主办单位。', 'There must be a lead unit.'],
    'due-in-past': [422, '到期时间已过。', 'The due time is in the past.'],
    'unit-is-online': [422, '网络成员单位由自己操作，中心不能代办。', 'This unit is online and acts for itself.'],
    designated: [409, '指定办理的单位不能退单。', 'A designated unit cannot return the case.'],
    'unit-twice': [422, '同一单位不能交办两次。', 'A unit can be assigned only once.'],
  }),
  ...sentencesOf('return', {
    'director-only': [403, '指定办理须由主任决定。', 'A designation is the director’s to decide.'],
    'head-approval-missing': [422, '退单须有单位负责人批准。', 'A return needs the approval of the unit’s head.'],
    'too-late': [409, '退单须在交办后一个工作日内。', 'A return must come within one working day of the assignment.'],
    'same-unit': [422, '建议的单位不能是本单位。', 'The proposed unit must be another one.'],
    'must-designate': [409, '已退单三次，只能指定办理。', 'After three returns the center can only designate.'],
  }),
  ...sentencesOf('extension', {
    'whole-days': [422, '延期须为整工作日。', 'An extension is in whole working days.'],
    pending: [409, '已有延期申请待审批。', 'An extension is already asked for.'],
    'after-due': [409, '延期须在到期前申请。', 'An extension must be asked for before the due time.'],
    'too-long': [422, '延期合计不能超过首次期限。', 'Extensions together must not exceed the first term.'],
    'none-pending': [409, '没有待审批的延期申请。', 'No extension is asked for.'],
    'director-only': [403, '第二次延期须由主任审批。', 'A second extension is the director’s to decide.'],
  }),
  ...sentencesOf('suspension', {
    'unknown-cause': [422, '挂起原因不在政策所列之内。', 'The policy does not name this cause of suspension.'],
    'review-in-past': [422, '复查时间已过。', 'The review lies in the past.'],
  }),
  ...sentencesOf('feedback', {
    'contact-in-future': [422, '联系来电人的时间还没有到。', 'The contact with the citizen lies in the future.'],
    'contact-before-request': [
      422,
      '联系来电人的时间早于登记。',
      'The contact with the citizen lies before the request.',
    ],
    'books-review-date': [
      422,
      '挂账须写明将来的复查时间；其他结果不写。',
      'Pending on the books needs a review date to come; other outcomes have none.',
    ],
  }),
  ...sentencesOf('review', {
    'reason-missing': [422, '退回反馈须写明理由。', 'Say why the feedback is sent back.'],
  }),
  ...sentencesOf('callback', {
    'answers-missing': [
      422,
      '联系上时须记录是否联系、是否解决、是否满意。',
      'When reached, record contact, solution and satisfaction.',
    ],
    'not-reached-has-no-answers': [
      422,
      '未联系上或拒绝回访时没有评价。',
      'When not reached or refused there are no answers.',
    ],
  }),
  ...sentencesOf('close', {
    'not-on-books': [422, '挂账不能直接归档。', 'A case cannot be closed as pending on the books.'],
  }),
  ...sentencesOf('proposal', {
    'not-found': [404, '没有这项提议。', 'There is no such proposal.'],
    'already-decided': [409, '这项提议已有决定。', 'This proposal has been decided.'],
    'until-when': [
      422,
      '暂缓须写明将来的时间；其他决定不写。',
      '“Not now” needs a time to come; other decisions have none.',
    ],
  }),
  ...sentencesOf('meeting', {
    'not-found': [404, '没有这次会办。', 'There is no such meeting.'],
    stale: [412, '会办已被别人改动，请看最新内容后再试。', 'The meeting has changed since you saw it; look again.'],
    'already-open': [409, '已有一次会办尚未结束。', 'A meeting is already open.'],
    'no-units': [422, '至少要有一个单位参会。', 'At least one unit must be invited.'],
    'in-past': [422, '开会时间已过。', 'The meeting would begin in the past.'],
    'not-open': [409, '这次会办已经结束。', 'This meeting is not open.'],
    'wrong-status': [409, '会办现在的状态不能这样做。', 'The meeting is not in a state that allows this.'],
    'unit-not-invited': [422, '到会单位不在邀请之列。', 'An attending unit was not invited.'],
  }),
  ...sentencesOf('resolution', {
    'not-found': [404, '没有这项议定事项。', 'There is no such resolution.'],
    'done-before': [409, '这项议定事项已完成。', 'This resolution was finished before.'],
    'due-in-past': [422, '议定事项的期限已过。', 'The resolution would be due in the past.'],
  }),
  ...sentencesOf('report', {
    'no-deputy-mayor': [409, '没有可以呈报的分管副市长。', 'There is no deputy mayor to report to.'],
    'not-found': [404, '没有这份专题专报。', 'There is no such special report.'],
    stale: [
      412,
      '专题专报已被别人改动，请看最新内容后再试。',
      'The special report has changed since you saw it; look again.',
    ],
    'already-open': [409, '已有一份专题专报尚未办结。', 'A special report is already open.'],
    'no-cases': [422, '专题专报至少涉及一个工单。', 'A special report covers at least one case.'],
    'not-open': [409, '这份专题专报已经办结。', 'This special report is not open.'],
    'wrong-status': [409, '专题专报现在的状态不能这样做。', 'The special report is not in a state that allows this.'],
  }),
  ...sentencesOf('instruction', {
    empty: [422, '批示不能为空。', 'An instruction must not be empty.'],
    'due-in-past': [422, '批示的落实期限已过。', 'The instruction would be due in the past.'],
    'part-not-found': [404, '没有这项分工。', 'There is no such part of the instruction.'],
    'part-done-before': [409, '这项分工已完成。', 'This part was done before.'],
  }),
  ...sentencesOf('access', {
    denied: [403, '您的岗位不能做这件事。', 'Your role may not do this.'],
  }),
  ...sentencesOf('unit', {
    unknown: [422, '没有这个单位，或已停用。', 'There is no such unit, or it is no longer active.'],
  }),
  ...sentencesOf('category', {
    unknown: [422, '没有这个诉求分类。', 'There is no such category.'],
  }),
  ...sentencesOf('external', {
    'other-content': [409, '这个来源编号已登记，内容不同。', 'This external id was registered with other content.'],
  }),
  ...sentencesOf('task', {
    'not-found': [404, '没有这项待办。', 'There is no such task.'],
    ended: [409, '这项待办已经了结。', 'The task has ended.'],
    'taken-by-another': [409, '这项待办已被别人领取。', 'Somebody else has taken the task.'],
  }),
  ...sentencesOf('notice', {
    'not-found': [404, '没有这条通知。', 'There is no such notice.'],
    undelivered: [503, '还有通知没有送出。', 'Some notices are not delivered yet.'],
  }),
  ...sentencesOf('stream', {
    'not-found': [404, '没有这条记录。', 'There is no such record.'],
  }),
  ...sentencesOf('policy', {
    'not-found': [503, '这一版政策不在库中。', 'This version of the policy is missing.'],
    'none-in-force': [503, '还没有生效的政策，请先初始化。', 'No policy is in force yet; the system must be set up.'],
  }),
];
