import { Body, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import {
  acknowledgeAssignment,
  decideExtension,
  reportInterim,
  requestExtension,
  resumeAssignment,
  returnAssignment,
  reviewFeedback,
  ruleReturn,
  submitFeedback,
  suspendAssignment,
  type UseCaseContext,
} from '@hotline/application';
import {
  acknowledgement,
  caseView,
  extensionDecision,
  extensionRequest,
  feedback,
  feedbackReview,
  interimReport,
  resumption,
  returnRuling,
  returning,
  suspension,
} from '@hotline/contracts-http';
import { Resource, Writes } from '../contract/operation.decorator.ts';
import { assignmentParameters, type AssignmentParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 交办: one unit’s duty in a case, until its feedback is reviewed. */
@Resource('cases/:caseNumber/assignments/:assignmentId', 'assignment')
export class AssignmentController {
  @Post('acknowledgement')
  @Writes({ id: 'acknowledgeAssignment', summary: '签收 · Acknowledge', answer: caseView, changes: 'case' })
  acknowledgeAssignment(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: acknowledgement }) body: z.output<typeof acknowledgement>,
    @Acting() context: UseCaseContext,
  ) {
    return acknowledgeAssignment(context, { ...parameters, ...body });
  }

  @Post('return')
  @Writes({ id: 'returnAssignment', summary: '退单 · Return', answer: caseView, changes: 'case' })
  returnAssignment(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: returning }) body: z.output<typeof returning>,
    @Acting() context: UseCaseContext,
  ) {
    return returnAssignment(context, { ...parameters, ...body });
  }

  @Post('return-ruling')
  @Writes({ id: 'ruleReturn', summary: '退单裁定 · Rule on a return', answer: caseView, changes: 'case' })
  ruleReturn(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: returnRuling }) body: z.output<typeof returnRuling>,
    @Acting() context: UseCaseContext,
  ) {
    return ruleReturn(context, { ...parameters, ...body });
  }

  @Post('extension')
  @Writes({ id: 'requestExtension', summary: '申请延期 · Ask for an extension', answer: caseView, changes: 'case' })
  requestExtension(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: extensionRequest }) body: z.output<typeof extensionRequest>,
    @Acting() context: UseCaseContext,
  ) {
    return requestExtension(context, { ...parameters, ...body });
  }

  @Post('extension-decision')
  @Writes({ id: 'decideExtension', summary: '延期审批 · Decide an extension', answer: caseView, changes: 'case' })
  decideExtension(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: extensionDecision }) body: z.output<typeof extensionDecision>,
    @Acting() context: UseCaseContext,
  ) {
    return decideExtension(context, { ...parameters, ...body });
  }

  @Post('suspension')
  @Writes({ id: 'suspendAssignment', summary: '挂起 · Suspend', answer: caseView, changes: 'case' })
  suspendAssignment(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: suspension }) body: z.output<typeof suspension>,
    @Acting() context: UseCaseContext,
  ) {
    return suspendAssignment(context, { ...parameters, ...body });
  }

  @Post('resumption')
  @Writes({ id: 'resumeAssignment', summary: '恢复办理 · Resume', answer: caseView, changes: 'case' })
  resumeAssignment(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: resumption }) body: z.output<typeof resumption>,
    @Acting() context: UseCaseContext,
  ) {
    return resumeAssignment(context, { ...parameters, ...body });
  }

  @Post('interim-report')
  @Writes({ id: 'reportInterim', summary: '阶段反馈 · Report in between', answer: caseView, changes: 'case' })
  reportInterim(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: interimReport }) body: z.output<typeof interimReport>,
    @Acting() context: UseCaseContext,
  ) {
    return reportInterim(context, { ...parameters, ...body });
  }

  @Post('feedback')
  @Writes({ id: 'submitFeedback', summary: '反馈 · Submit feedback', answer: caseView, changes: 'case' })
  submitFeedback(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: feedback }) body: z.output<typeof feedback>,
    @Acting() context: UseCaseContext,
  ) {
    return submitFeedback(context, { ...parameters, ...body });
  }

  @Post('review')
  @Writes({ id: 'reviewFeedback', summary: '审核 · Review feedback', answer: caseView, changes: 'case' })
  reviewFeedback(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: feedbackReview }) body: z.output<typeof feedbackReview>,
    @Acting() context: UseCaseContext,
  ) {
    return reviewFeedback(context, { ...parameters, ...body });
  }
}
