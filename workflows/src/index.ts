export { caseWorkflow } from './case/case.workflow.ts';
export { missedCallsWorkflow } from './duty/missed-calls.workflow.ts';
export { staysWorkflow } from './duty/stays.workflow.ts';
export { taskDigestWorkflow } from './duty/task-digest.workflow.ts';
export { articleWorkflow } from './knowledge/article.workflow.ts';
export { meetingWorkflow } from './joint-meeting/joint-meeting.workflow.ts';
export { rulesChangeWorkflow } from './rules-change/rules-change.workflow.ts';
export { specialReportWorkflow } from './special-report/special-report.workflow.ts';
