import { sentencesOf } from './problem-sentence.ts';

/** What the joint conference and the invitations of other bodies refuse. */
export const CONFERENCE_SENTENCES = [
  ...sentencesOf('circle', {
    'unknown-member': [422, '没有这个成员编号，新成员不填编号。', 'There is no such member; a new one has no id.'],
    'another-body': [
      422,
      '已有成员不能改为另一单位：请移出后作为新成员加入。',
      'A member cannot become another body: take it out and add the other as a new member.',
    ],
    twice: [422, '同一成员或单位不能列两次。', 'A member or a unit can be named only once.'],
    'mail-missing': [
      422,
      '不是网络成员单位的成员须有邮箱，以便发会议通知。',
      'A member that is no unit of ours needs a mail address.',
    ],
  }),
  ...sentencesOf('conference', {
    'not-found': [404, '没有这次联席会议。', 'There is no such session.'],
    stale: [412, '联席会议已被别人改动，请看最新内容后再试。', 'The session has changed since you saw it; look again.'],
    'already-open': [409, '这个月的联席会议已经开启。', 'The session of this month is open already.'],
    'wrong-status': [409, '联席会议现在的状态不能这样做。', 'The session is not in a state that allows this.'],
    'in-past': [422, '开会时间已过。', 'The session would begin in the past.'],
    'no-members': [422, '联席会议还没有成员。', 'The circle has no members.'],
    'agenda-full': [409, '议程最多50项，已满。', 'The agenda is full: it takes 50 items.'],
    'case-on-agenda': [409, '这个工单已在议程上。', 'The case is on the agenda already.'],
    'not-a-member': [422, '不是这次会议的成员。', 'That is no member of this session.'],
    'unknown-item': [422, '议程上没有这一项。', 'There is no such item on the agenda.'],
    undecided: [422, '议程的每一项都要有一个议定意见。', 'Something must be decided of every item, once.'],
    'substitute-absent': [422, '代会人的部门不在到会成员中。', 'A substitute’s body is not among those that came.'],
    'resolution-missing': [
      422,
      '联办、协办须写明责任单位和时限，通报的不写。',
      'A resolution names units and terms; what is noted does not.',
    ],
    'meeting-missing': [422, '会办须写明参会单位和时间。', 'A joint meeting needs its units and its time.'],
    'meeting-not-decided': [
      422,
      '议定会办的才写参会单位和时间。',
      'Units and a time are for what becomes a joint meeting.',
    ],
    'meeting-without-case': [422, '没有工单的议题不能会办。', 'Only of a case can a joint meeting be convened.'],
    'no-minutes': [404, '没有可看的会议纪要。', 'There are no minutes to see.'],
  }),
  ...sentencesOf('invitation', {
    'not-found': [404, '没有这个邀请。', 'There is no such invitation.'],
    stale: [412, '邀请已被别人改动，请看最新内容后再试。', 'The invitation has changed since you saw it; look again.'],
    'already-there': [409, '这个邀请已经登记。', 'The invitation is there already.'],
    'wrong-status': [409, '邀请现在的状态不能这样做。', 'The invitation is not in a state that allows this.'],
    'in-past': [422, '会议时间已过。', 'Its time is over.'],
    'not-begun': [409, '会议还没有开始。', 'It has not begun yet.'],
    'named-before': [409, '参加人已是这位同志。', 'That person was named before.'],
    'wrong-attendee': [422, '参加人须是受理中心负责同志。', 'Somebody who leads at the center must go.'],
  }),
] as const;
