import { z } from 'zod';
import { named } from '../contract.ts';
import { caseNumber, identifier } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { pageOf, pageQuery } from '../text/page.ts';
import { LENGTHS, line, note, text, words } from '../text/words.ts';

/** An invitation of another body to the center. */
export const invitationId = () =>
  z
    .string()
    .regex(/^invitation-[0-9]{1,12}$/)
    .meta({ description: '邀请编号', examples: ['invitation-5'] });

export const INVITATION_STATUSES = ['open', 'accepted', 'declined', 'attended'] as const;
/** 待答复, 拟参加, 不参加, 已参加 */
export const invitationStatus = named('InvitationStatus', z.enum(INVITATION_STATUSES));

/** 登记外部门邀请 */
export const invitationRecording = named(
  'InvitationRecording',
  z.strictObject({
    from: line(LENGTHS.name).meta({ description: '邀请部门' }),
    text: note('事由'),
    place: words(LENGTHS.place).meta({ description: '会议地点' }),
    startsAt: instant(),
    caseNumber: caseNumber().optional().meta({ description: '有关工单' }),
  }),
  {
    from: '市信访局',
    text: '研究老旧小区供水信访积案',
    place: '市信访局二楼会议室',
    startsAt: '2026-12-08T14:30:00+08:00',
  },
);
export type InvitationRecording = z.input<typeof invitationRecording>;

/** 确定参加人 */
export const invitationAcceptance = named(
  'InvitationAcceptance',
  z.strictObject({ attendeeId: identifier('参加人').meta({ description: '受理中心负责同志' }) }),
  { attendeeId: 'supervisor' },
);
export type InvitationAcceptance = z.input<typeof invitationAcceptance>;

/** 不参加 */
export const invitationRefusal = named('InvitationRefusal', z.strictObject({ text: note('不参加的理由') }), {
  text: '与市长接听日冲突，已电话说明。',
});
export type InvitationRefusal = z.input<typeof invitationRefusal>;

/** 参加结果 */
export const invitationOutcome = named('InvitationOutcome', z.strictObject({ text: text('参加结果') }), {
  text: '会议议定由水务集团先行垫资改造，受理中心跟踪回访。',
});
export type InvitationOutcome = z.input<typeof invitationOutcome>;

/** 外部门邀请 */
export const invitationView = named(
  'CenterInvitation',
  z.object({
    invitationId: z.string(),
    revision: z.int().meta({ description: 'The ETag' }),
    status: invitationStatus,
    from: z.string(),
    text: z.string(),
    place: z.string(),
    startsAt: answeredInstant(),
    caseNumber: z.string().optional(),
    attendeeId: z.string().optional(),
    attendeeName: z.string().optional(),
    outcome: z.string().optional().meta({ description: '参加结果，或不参加的理由' }),
  }),
);
export type CenterInvitation = z.infer<typeof invitationView>;
export const invitationPage = named('CenterInvitationPage', pageOf(invitationView));
export const invitationQuery = z.strictObject({ status: invitationStatus.optional(), ...pageQuery });
