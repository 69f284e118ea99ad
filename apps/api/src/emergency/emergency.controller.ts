import { Body, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import {
  declareEmergency,
  receiptHandOver,
  receiptTransfer,
  recordTransferOutcome,
  requireUrgentReport,
  returnResult,
  sendUrgentReport,
  transferCase,
  type UseCaseContext,
} from '@hotline/application';
import {
  caseView,
  emergencyDeclaration,
  handOverReceipt,
  resultReturn,
  transferOutcome,
  transferReceipt,
  transferring,
  urgentReport,
  urgentReportDemand,
} from '@hotline/contracts-http';
import { Resource, Writes } from '../contract/operation.decorator.ts';
import {
  caseParameters,
  transferParameters,
  type CaseParameters,
  type TransferParameters,
} from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 应急处置, 紧急信息报送, and what the hotline owes to other authorities. */
@Resource('cases/:caseNumber', 'emergency')
export class EmergencyController {
  @Post('transfers')
  @Writes({
    id: 'transferCase',
    summary: '转接110、119、120，移交110 · Transfer to another line',
    answer: caseView,
    changes: 'case',
  })
  transfer(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: transferring }) body: z.output<typeof transferring>,
    @Acting() context: UseCaseContext,
  ) {
    return transferCase(context, { ...parameters, ...body });
  }

  @Post('transfers/:transferId/receipt')
  @Writes({ id: 'receiptTransfer', summary: '移交回执 · Receipt of a transfer', answer: caseView, changes: 'case' })
  receiptTransfer(
    @Param({ schema: transferParameters }) parameters: TransferParameters,
    @Body({ schema: transferReceipt }) body: z.output<typeof transferReceipt>,
    @Acting() context: UseCaseContext,
  ) {
    return receiptTransfer(context, { ...parameters, ...body });
  }

  @Post('transfers/:transferId/outcome')
  @Writes({
    id: 'recordTransferOutcome',
    summary: '转接后的处置情况 · What became of a transfer',
    answer: caseView,
    changes: 'case',
  })
  recordOutcome(
    @Param({ schema: transferParameters }) parameters: TransferParameters,
    @Body({ schema: transferOutcome }) body: z.output<typeof transferOutcome>,
    @Acting() context: UseCaseContext,
  ) {
    return recordTransferOutcome(context, { ...parameters, ...body });
  }

  @Post('hand-over-receipt')
  @Writes({ id: 'receiptHandOver', summary: '给110回执 · Receipt to 110', answer: caseView, changes: 'case' })
  receiptHandOver(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: handOverReceipt }) body: z.output<typeof handOverReceipt>,
    @Acting() context: UseCaseContext,
  ) {
    return receiptHandOver(context, { ...parameters, ...body });
  }

  @Post('emergency')
  @Writes({ id: 'declareEmergency', summary: '应急处置 · Declare an emergency', answer: caseView, changes: 'case' })
  declare(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: emergencyDeclaration }) body: z.output<typeof emergencyDeclaration>,
    @Acting() context: UseCaseContext,
  ) {
    return declareEmergency(context, { ...parameters, ...body });
  }

  @Post('urgent-report-demand')
  @Writes({
    id: 'requireUrgentReport',
    summary: '须报送紧急信息 · Demand an urgent report',
    answer: caseView,
    changes: 'case',
  })
  requireUrgentReport(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: urgentReportDemand }) body: z.output<typeof urgentReportDemand>,
    @Acting() context: UseCaseContext,
  ) {
    return requireUrgentReport(context, { ...parameters, ...body });
  }

  @Post('urgent-reports')
  @Writes({
    id: 'sendUrgentReport',
    summary: '紧急信息报送 · Send an urgent report',
    answer: caseView,
    changes: 'case',
  })
  sendUrgentReport(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: urgentReport }) body: z.output<typeof urgentReport>,
    @Acting() context: UseCaseContext,
  ) {
    return sendUrgentReport(context, { ...parameters, ...body });
  }

  @Post('result-return')
  @Writes({
    id: 'returnResult',
    summary: '转办件回复 · Return the result of a hand-down',
    answer: caseView,
    changes: 'case',
  })
  returnResult(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: resultReturn }) body: z.output<typeof resultReturn>,
    @Acting() context: UseCaseContext,
  ) {
    return returnResult(context, { ...parameters, ...body });
  }
}
