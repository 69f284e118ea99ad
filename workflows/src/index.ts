export { caseWorkflow } from './case/case.workflow.ts';
export { taskDigestWorkflow } from './duty/task-digest.workflow.ts';
export { meetingWorkflow } from './joint-meeting/joint-meeting.workflow.ts';
export { specialReportWorkflow } from './special-report/special-report.workflow.ts';
