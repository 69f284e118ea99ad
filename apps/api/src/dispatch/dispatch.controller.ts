import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { listDispatchRates, raiseDispute, ruleDispute, type UseCaseContext } from '@hotline/application';
import { caseView, dispatchRateList, disputeRaising, disputeRuling, suggestionPeriod } from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import {
  assignmentParameters,
  caseParameters,
  type AssignmentParameters,
  type CaseParameters,
} from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** Whose duty a case is: disputes between units, and how well it was sent. */
@Resource('', 'assignment')
export class DispatchController {
  @Post('cases/:caseNumber/assignments/:assignmentId/dispute')
  @Writes({ id: 'raiseDispute', summary: '提出职责争议 · Dispute whose duty it is', answer: caseView, changes: 'case' })
  raiseDispute(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: disputeRaising }) body: z.output<typeof disputeRaising>,
    @Acting() context: UseCaseContext,
  ) {
    return raiseDispute(context, { ...parameters, ...body });
  }

  @Post('cases/:caseNumber/dispute-ruling')
  @Writes({ id: 'ruleDispute', summary: '裁定争议，指定办理 · Decide a dispute', answer: caseView, changes: 'case' })
  ruleDispute(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: disputeRuling }) body: z.output<typeof disputeRuling>,
    @Acting() context: UseCaseContext,
  ) {
    return ruleDispute(context, { ...parameters, ...body });
  }

  @Get('dispatch-rates')
  @Reads({ id: 'listDispatchRates', summary: '交办准确率和退单率 · Dispatch accuracy', answer: dispatchRateList })
  rates(
    @Query({ schema: suggestionPeriod }) period: z.output<typeof suggestionPeriod>,
    @Acting() context: UseCaseContext,
  ) {
    return listDispatchRates(context, period);
  }
}
