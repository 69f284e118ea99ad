import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  countReports,
  coverCases,
  decideOpenInstruction,
  downloadReport,
  draftReport,
  endReport,
  followUpReport,
  getReport,
  giveInstruction,
  listInstructionParts,
  listReports,
  listReportVersions,
  readReport,
  reportPart,
  reviewPart,
  reviseReport,
  submitReport,
  type UseCaseContext,
} from '@hotline/application';
import {
  caseView,
  followUp,
  instruction,
  instructionPart,
  instructionPartPage,
  instructionPartQuery,
  openInstruction,
  partReport,
  partReview,
  reportCountQuery,
  reportCounts,
  reportCoverage,
  reportDraft,
  reportEnding,
  reportPage,
  reportQuery,
  reportReading,
  reportRevision,
  reportSubmission,
  reportVersions,
  reportView,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import {
  caseParameters,
  partParameters,
  reportParameters,
  type CaseParameters,
  type PartParameters,
  type ReportParameters,
} from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';
import { pdfAnswer } from '../house/file-answer.ts';

/** 专题专报: to the deputy mayor in charge, whose instruction is followed until the matter is solved. */
@Resource('', 'special-report')
export class SpecialReportController {
  @Post('cases/:caseNumber/special-reports')
  @Writes({ id: 'draftReport', summary: '起草专题专报 · Draft a special report', answer: caseView, changes: 'case' })
  draft(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: reportDraft }) body: z.output<typeof reportDraft>,
    @Acting() context: UseCaseContext,
  ) {
    return draftReport(context, { ...parameters, ...body });
  }

  @Get('special-reports')
  @Reads({ id: 'listReports', summary: '专题专报列表 · Special reports', answer: reportPage })
  list(@Query({ schema: reportQuery }) query: z.output<typeof reportQuery>, @Acting() context: UseCaseContext) {
    return listReports(context, query);
  }

  @Get('special-report-counts')
  @Reads({ id: 'countReports', summary: '专报夹计数 · How many reports lie in the folders', answer: reportCounts })
  count(
    @Query({ schema: reportCountQuery }) query: z.output<typeof reportCountQuery>,
    @Acting() context: UseCaseContext,
  ) {
    return countReports(context, query);
  }

  @Get('special-reports/:reportId')
  @Reads({ id: 'getReport', summary: '专题专报详情 · A special report', answer: reportView })
  get(@Param({ schema: reportParameters }) parameters: ReportParameters, @Acting() context: UseCaseContext) {
    return getReport(context, parameters);
  }

  @Get('special-reports/:reportId/versions')
  @Reads({ id: 'listReportVersions', summary: '专报的历次稿本 · Versions of a report', answer: reportVersions })
  versions(@Param({ schema: reportParameters }) parameters: ReportParameters, @Acting() context: UseCaseContext) {
    return listReportVersions(context, parameters);
  }

  @Get('special-reports/:reportId/document')
  @Reads({ id: 'downloadReport', summary: '专题专报（PDF） · A special report as a PDF', file: 'application/pdf' })
  async download(
    @Param({ schema: reportParameters }) parameters: ReportParameters,
    @Acting() context: UseCaseContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return pdfAnswer(reply, await downloadReport(context, parameters), parameters.reportId);
  }

  @Post('special-reports/:reportId/revision')
  @Writes({ id: 'reviseReport', summary: '修改专报 · Revise the draft', answer: reportView, changes: 'report' })
  revise(
    @Param({ schema: reportParameters }) parameters: ReportParameters,
    @Body({ schema: reportRevision }) body: z.output<typeof reportRevision>,
    @Acting() context: UseCaseContext,
  ) {
    return reviseReport(context, { ...parameters, ...body });
  }

  @Post('special-reports/:reportId/cases')
  @Writes({ id: 'coverCases', summary: '并报 · Cover other cases too', answer: reportView, changes: 'report' })
  cover(
    @Param({ schema: reportParameters }) parameters: ReportParameters,
    @Body({ schema: reportCoverage }) body: z.output<typeof reportCoverage>,
    @Acting() context: UseCaseContext,
  ) {
    return coverCases(context, { ...parameters, ...body });
  }

  @Post('special-reports/:reportId/submission')
  @Writes({ id: 'submitReport', summary: '呈报 · Submit to the deputy mayor', answer: reportView, changes: 'report' })
  submit(
    @Param({ schema: reportParameters }) parameters: ReportParameters,
    @Body({ schema: reportSubmission }) body: z.output<typeof reportSubmission>,
    @Acting() context: UseCaseContext,
  ) {
    return submitReport(context, { ...parameters, ...body });
  }

  @Post('special-reports/:reportId/reading')
  @Writes({ id: 'readReport', summary: '已阅 · The deputy mayor opened it', answer: reportView })
  read(
    @Param({ schema: reportParameters }) parameters: ReportParameters,
    @Body({ schema: reportReading }) _: object,
    @Acting() context: UseCaseContext,
  ) {
    return readReport(context, parameters);
  }

  @Post('special-reports/:reportId/instruction')
  @Writes({ id: 'giveInstruction', summary: '批示 · Give an instruction', answer: reportView, changes: 'report' })
  giveInstruction(
    @Param({ schema: reportParameters }) parameters: ReportParameters,
    @Body({ schema: instruction }) body: z.output<typeof instruction>,
    @Acting() context: UseCaseContext,
  ) {
    return giveInstruction(context, { ...parameters, ...body });
  }

  @Post('special-reports/:reportId/follow-ups')
  @Writes({
    id: 'followUpReport',
    summary: '批示落实跟踪 · Follow up an instruction',
    answer: reportView,
    changes: 'report',
  })
  followUp(
    @Param({ schema: reportParameters }) parameters: ReportParameters,
    @Body({ schema: followUp }) body: z.output<typeof followUp>,
    @Acting() context: UseCaseContext,
  ) {
    return followUpReport(context, { ...parameters, ...body });
  }

  @Get('instruction-parts')
  @Reads({
    id: 'listInstructionParts',
    summary: '本单位的批示分工 · What instructions ask of my unit',
    answer: instructionPartPage,
  })
  parts(
    @Query({ schema: instructionPartQuery }) query: z.output<typeof instructionPartQuery>,
    @Acting() context: UseCaseContext,
  ) {
    return listInstructionParts(context, query);
  }

  @Post('special-reports/:reportId/parts/:partId/reports')
  @Writes({
    id: 'reportPart',
    summary: '报告本单位分工的落实情况 · A unit reports on its part',
    answer: instructionPart,
    changes: 'report',
  })
  reportPart(
    @Param({ schema: partParameters }) parameters: PartParameters,
    @Body({ schema: partReport }) body: z.output<typeof partReport>,
    @Acting() context: UseCaseContext,
  ) {
    return reportPart(context, { ...parameters, ...body });
  }

  @Post('special-reports/:reportId/parts/:partId/review')
  @Writes({
    id: 'reviewPart',
    summary: '审核单位所报的落实情况 · Accept a part, or send it back',
    answer: reportView,
    changes: 'report',
  })
  reviewPart(
    @Param({ schema: partParameters }) parameters: PartParameters,
    @Body({ schema: partReview }) body: z.output<typeof partReview>,
    @Acting() context: UseCaseContext,
  ) {
    return reviewPart(context, { ...parameters, ...body });
  }

  @Post('special-reports/:reportId/open-decision')
  @Writes({
    id: 'decideOpenInstruction',
    summary: '到期未落实，是否报常务副市长 · Whether the executive deputy mayor is told',
    answer: reportView,
    changes: 'report',
  })
  decideOpen(
    @Param({ schema: reportParameters }) parameters: ReportParameters,
    @Body({ schema: openInstruction }) body: z.output<typeof openInstruction>,
    @Acting() context: UseCaseContext,
  ) {
    return decideOpenInstruction(context, { ...parameters, ...body });
  }

  @Post('special-reports/:reportId/ending')
  @Writes({ id: 'endReport', summary: '专报办结 · End a special report', answer: reportView, changes: 'report' })
  end(
    @Param({ schema: reportParameters }) parameters: ReportParameters,
    @Body({ schema: reportEnding }) body: z.output<typeof reportEnding>,
    @Acting() context: UseCaseContext,
  ) {
    return endReport(context, { ...parameters, ...body });
  }
}
