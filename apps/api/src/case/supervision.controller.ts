import { Body, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import {
  cancelOnSiteSession,
  issueNotice,
  planOnSiteSession,
  publishCriticism,
  recordOnSiteSession,
  recordTalk,
  recordUrgingCall,
  returnSlip,
  type UseCaseContext,
} from '@hotline/application';
import {
  caseView,
  criticism,
  issuedNotice,
  onSiteCancellation,
  onSitePlan,
  onSiteSession,
  returnSlipInput,
  talkRecord,
  urgingCall,
} from '@hotline/contracts-http';
import { Resource, Writes } from '../contract/operation.decorator.ts';
import { assignmentParameters, type AssignmentParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 催办, 督办: what the center does when a unit does not act. */
@Resource('cases/:caseNumber/assignments/:assignmentId', 'supervision')
export class SupervisionController {
  @Post('urging-call')
  @Writes({ id: 'recordUrgingCall', summary: '电话催办 · Record an urging call', answer: caseView, changes: 'case' })
  recordUrgingCall(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: urgingCall }) body: z.output<typeof urgingCall>,
    @Acting() context: UseCaseContext,
  ) {
    return recordUrgingCall(context, { ...parameters, ...body });
  }

  @Post('notice')
  @Writes({ id: 'issueNotice', summary: '发催办单、督办单 · Issue a notice', answer: caseView, changes: 'case' })
  issueNotice(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: issuedNotice }) body: z.output<typeof issuedNotice>,
    @Acting() context: UseCaseContext,
  ) {
    return issueNotice(context, { ...parameters, ...body });
  }

  @Post('on-site-session')
  @Writes({
    id: 'recordOnSiteSession',
    summary: '现场办公 · Record an on-site session',
    answer: caseView,
    changes: 'case',
  })
  recordOnSiteSession(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: onSiteSession }) body: z.output<typeof onSiteSession>,
    @Acting() context: UseCaseContext,
  ) {
    return recordOnSiteSession(context, { ...parameters, ...body });
  }

  @Post('return-slip')
  @Writes({ id: 'returnSlip', summary: '催办单、督办单回执 · Return the slip', answer: caseView, changes: 'case' })
  returnSlip(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: returnSlipInput }) body: z.output<typeof returnSlipInput>,
    @Acting() context: UseCaseContext,
  ) {
    return returnSlip(context, { ...parameters, ...body });
  }

  @Post('on-site-plan')
  @Writes({
    id: 'planOnSiteSession',
    summary: '安排现场办公 · Arrange an on-site session',
    answer: caseView,
    changes: 'case',
  })
  planOnSiteSession(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: onSitePlan }) body: z.output<typeof onSitePlan>,
    @Acting() context: UseCaseContext,
  ) {
    return planOnSiteSession(context, { ...parameters, ...body });
  }

  @Post('on-site-cancellation')
  @Writes({
    id: 'cancelOnSiteSession',
    summary: '取消现场办公 · Call off an on-site session',
    answer: caseView,
    changes: 'case',
  })
  cancelOnSiteSession(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: onSiteCancellation }) body: z.output<typeof onSiteCancellation>,
    @Acting() context: UseCaseContext,
  ) {
    return cancelOnSiteSession(context, { ...parameters, ...body });
  }

  @Post('talk')
  @Writes({ id: 'recordTalk', summary: '约谈记录 · Record a talk', answer: caseView, changes: 'case' })
  recordTalk(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: talkRecord }) body: z.output<typeof talkRecord>,
    @Acting() context: UseCaseContext,
  ) {
    return recordTalk(context, { ...parameters, ...body });
  }

  @Post('criticism')
  @Writes({ id: 'publishCriticism', summary: '通报批评 · Publish a criticism', answer: caseView, changes: 'case' })
  publishCriticism(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: criticism }) body: z.output<typeof criticism>,
    @Acting() context: UseCaseContext,
  ) {
    return publishCriticism(context, { ...parameters, ...body });
  }
}
