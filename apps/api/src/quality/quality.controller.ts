import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  appealQuality,
  checkQuality,
  decideQualityAppeal,
  getQualityForm,
  listQualityChecks,
  scoreQuality,
  type UseCaseContext,
} from '@hotline/application';
import {
  qualityAppeal,
  qualityCheck,
  qualityCheckView,
  qualityDecision,
  qualityForm,
  qualityPage,
  qualityQuery,
  qualityScoreQuery,
  qualityScores,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import {
  caseParameters,
  qualityCheckParameters,
  type CaseParameters,
  type QualityCheckParameters,
} from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 质检: how calls and cases were handled, judged by a form. */
@Resource('', 'quality')
export class QualityController {
  @Get('quality-form')
  @Reads({ id: 'getQualityForm', summary: '质检表 · The form', answer: qualityForm })
  form(@Acting() context: UseCaseContext) {
    return getQualityForm(context);
  }

  @Get('quality-checks')
  @Reads({ id: 'listQualityChecks', summary: '质检列表 · Quality checks', answer: qualityPage })
  list(@Query({ schema: qualityQuery }) query: z.output<typeof qualityQuery>, @Acting() context: UseCaseContext) {
    return listQualityChecks(context, query);
  }

  @Get('quality-scores')
  @Reads({ id: 'scoreQuality', summary: '各人质检得分 · Scores by person', answer: qualityScores })
  scores(
    @Query({ schema: qualityScoreQuery }) query: z.output<typeof qualityScoreQuery>,
    @Acting() context: UseCaseContext,
  ) {
    return scoreQuality(context, query);
  }

  @Post('cases/:caseNumber/quality-checks')
  @Writes({ id: 'checkQuality', summary: '质检 · Check a call or a case', answer: qualityCheckView, status: 201 })
  check(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: qualityCheck }) body: z.output<typeof qualityCheck>,
    @Acting() context: UseCaseContext,
  ) {
    return checkQuality(context, { ...parameters, ...body });
  }

  @Post('cases/:caseNumber/quality-checks/:checkNumber/appeal')
  @Writes({ id: 'appealQuality', summary: '质检申诉 · Appeal', answer: qualityCheckView })
  appeal(
    @Param({ schema: qualityCheckParameters }) parameters: QualityCheckParameters,
    @Body({ schema: qualityAppeal }) body: z.output<typeof qualityAppeal>,
    @Acting() context: UseCaseContext,
  ) {
    return appealQuality(context, { ...parameters, ...body });
  }

  @Post('cases/:caseNumber/quality-checks/:checkNumber/decision')
  @Writes({ id: 'decideQualityAppeal', summary: '申诉裁定 · Decide an appeal', answer: qualityCheckView })
  decide(
    @Param({ schema: qualityCheckParameters }) parameters: QualityCheckParameters,
    @Body({ schema: qualityDecision }) body: z.output<typeof qualityDecision>,
    @Acting() context: UseCaseContext,
  ) {
    return decideQualityAppeal(context, { ...parameters, ...body });
  }
}
