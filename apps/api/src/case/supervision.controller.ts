import { Body, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { issueNotice, recordOnSiteSession, recordUrgingCall, type UseCaseContext } from '@hotline/application';
import { caseView, issuedNotice, onSiteSession, urgingCall } from '@hotline/contracts-http';
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
}
