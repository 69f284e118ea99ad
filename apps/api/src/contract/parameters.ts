import { z } from 'zod';
import {
  articleId,
  caseNumber,
  conferenceId,
  identifier,
  invitationId,
  machineId,
  meetingId,
  reportId,
  room,
  rulesChangeId,
  serialNumber,
} from '@hotline/contracts-http';

/** The parameters of paths. */
export const caseParameters = z.object({ caseNumber: caseNumber() });
export const assignmentParameters = z.object({ caseNumber: caseNumber(), assignmentId: identifier('交办编号') });
export const documentParameters = z.object({ caseNumber: caseNumber(), documentId: identifier('公文编号') });
export const questionParameters = z.object({ caseNumber: caseNumber(), questionId: identifier('督办编号') });
export const callParameters = z.object({ callId: identifier('来电编号') });
export const transferParameters = z.object({ caseNumber: caseNumber(), transferId: identifier('转接编号') });
export const proposalParameters = z.object({ caseNumber: caseNumber(), proposalId: identifier('提议编号') });
export const meetingParameters = z.object({ meetingId: meetingId() });
export const resolutionParameters = z.object({ meetingId: meetingId(), resolutionId: identifier('议定事项编号') });
export const partParameters = z.object({ reportId: reportId(), partId: identifier('分工') });
export const conferenceParameters = z.object({ conferenceId: conferenceId() });
export const agendaItemParameters = z.object({ conferenceId: conferenceId(), itemId: identifier('议程编号') });
export const conferenceResolutionParameters = z.object({
  conferenceId: conferenceId(),
  resolutionId: identifier('决议编号'),
});
export const invitationParameters = z.object({ invitationId: invitationId() });
export const reportParameters = z.object({ reportId: reportId() });
export const articleParameters = z.object({ articleId: articleId() });
export const articleVersionParameters = z.object({
  articleId: articleId(),
  version: z
    .string()
    .regex(/^[1-9][0-9]{0,5}$/)
    .transform(Number)
    .meta({ description: '第几版' }),
});
export const qualityCheckParameters = z.object({
  caseNumber: caseNumber(),
  checkNumber: z
    .string()
    .regex(/^[1-9][0-9]{0,5}$/)
    .transform(Number)
    .meta({ description: '第几次质检' }),
});
export const absenceParameters = z.object({ absenceId: machineId('不在岗登记编号') });
export const subDeskParameters = z.object({ subDeskId: machineId('岗位编号') });
export const delegationParameters = z.object({ delegationId: machineId('授权编号') });
export const shiftParameters = z.object({ shiftId: machineId('班次编号') });
export const roomParameters = z.object({ room });
export const userParameters = z.object({ userId: identifier('人员') });
export const stayParameters = z.object({ stayId: machineId('轮岗编号') });
export const unitParameters = z.object({ unitId: identifier('单位') });
export const boardEntryParameters = z.object({ entryId: machineId('看板条目编号') });
export const attachmentParameters = z.object({ caseNumber: caseNumber(), attachmentId: machineId('附件编号') });
export const taskParameters = z.object({ taskId: machineId('待办编号') });
export const noticeParameters = z.object({ noticeId: machineId('通知编号') });

export const rulesChangeParameters = z.object({ changeId: rulesChangeId() });
export const rulesRunParameters = z.object({ changeId: rulesChangeId(), run: serialNumber('第几次') });
export const policyVersionParameters = z.object({ version: serialNumber('第几版') });

export type CaseParameters = z.output<typeof caseParameters>;
export type AssignmentParameters = z.output<typeof assignmentParameters>;
export type DocumentParameters = z.output<typeof documentParameters>;
export type QuestionParameters = z.output<typeof questionParameters>;
export type CallParameters = z.output<typeof callParameters>;
export type TransferParameters = z.output<typeof transferParameters>;
export type ProposalParameters = z.output<typeof proposalParameters>;
export type MeetingParameters = z.output<typeof meetingParameters>;
export type ResolutionParameters = z.output<typeof resolutionParameters>;
export type ConferenceParameters = z.output<typeof conferenceParameters>;
export type AgendaItemParameters = z.output<typeof agendaItemParameters>;
export type ConferenceResolutionParameters = z.output<typeof conferenceResolutionParameters>;
export type InvitationParameters = z.output<typeof invitationParameters>;
export type ReportParameters = z.output<typeof reportParameters>;
export type PartParameters = z.output<typeof partParameters>;
export type ArticleParameters = z.output<typeof articleParameters>;
export type ArticleVersionParameters = z.output<typeof articleVersionParameters>;
export type QualityCheckParameters = z.output<typeof qualityCheckParameters>;
export type AbsenceParameters = z.output<typeof absenceParameters>;
export type SubDeskParameters = z.output<typeof subDeskParameters>;
export type DelegationParameters = z.output<typeof delegationParameters>;
export type ShiftParameters = z.output<typeof shiftParameters>;
export type RoomParameters = z.output<typeof roomParameters>;
export type UserParameters = z.output<typeof userParameters>;
export type StayParameters = z.output<typeof stayParameters>;
export type UnitParameters = z.output<typeof unitParameters>;
export type BoardEntryParameters = z.output<typeof boardEntryParameters>;
export type AttachmentParameters = z.output<typeof attachmentParameters>;
export type TaskParameters = z.output<typeof taskParameters>;
export type NoticeParameters = z.output<typeof noticeParameters>;
export type RulesChangeParameters = z.output<typeof rulesChangeParameters>;
export type RulesRunParameters = z.output<typeof rulesRunParameters>;
export type PolicyVersionParameters = z.output<typeof policyVersionParameters>;
