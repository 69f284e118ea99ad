import { z } from 'zod';
import { caseNumber, identifier, machineId, meetingId, reportId } from '@hotline/contracts-http';

/** The parameters of paths. */
export const caseParameters = z.object({ caseNumber: caseNumber() });
export const assignmentParameters = z.object({ caseNumber: caseNumber(), assignmentId: identifier('交办编号') });
export const proposalParameters = z.object({ caseNumber: caseNumber(), proposalId: identifier('提议编号') });
export const meetingParameters = z.object({ meetingId: meetingId() });
export const resolutionParameters = z.object({ meetingId: meetingId(), resolutionId: identifier('议定事项编号') });
export const reportParameters = z.object({ reportId: reportId() });
export const taskParameters = z.object({ taskId: machineId('待办编号') });
export const noticeParameters = z.object({ noticeId: machineId('通知编号') });

export type CaseParameters = z.output<typeof caseParameters>;
export type AssignmentParameters = z.output<typeof assignmentParameters>;
export type ProposalParameters = z.output<typeof proposalParameters>;
export type MeetingParameters = z.output<typeof meetingParameters>;
export type ResolutionParameters = z.output<typeof resolutionParameters>;
export type ReportParameters = z.output<typeof reportParameters>;
export type TaskParameters = z.output<typeof taskParameters>;
export type NoticeParameters = z.output<typeof noticeParameters>;
