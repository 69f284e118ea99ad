import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  classifyCase,
  endIncident,
  findSimilarCases,
  findSimilarRequests,
  listIncidents,
  lookUpCaller,
  mergeCase,
  recordCall,
  unmergeCase,
  type UseCaseContext,
} from '@hotline/application';
import {
  callerHistory,
  callerLookup,
  caseView,
  classification,
  furtherCall,
  incidentEnding,
  incidentList,
  incidentQuery,
  merging,
  similarLookup,
  similarRequests,
  unmerging,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { caseParameters, type CaseParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 受理: what holds calls together as they come in. What a citizen is known by stays out of addresses. */
@Resource('', 'intake')
export class IntakeController {
  @Post('callers/history')
  @Writes({
    id: 'lookUpCaller',
    summary: '来电人历史诉求（记入日志） · A caller’s earlier cases (logged)',
    answer: callerHistory,
  })
  lookUpCaller(@Body({ schema: callerLookup }) body: z.output<typeof callerLookup>, @Acting() context: UseCaseContext) {
    return lookUpCaller(context, body);
  }

  @Post('similar-requests')
  @Writes({
    id: 'findSimilarRequests',
    summary: '相似诉求 · Open requests like what is told so far',
    answer: similarRequests,
  })
  findSimilarRequests(
    @Body({ schema: similarLookup }) body: z.output<typeof similarLookup>,
    @Acting() context: UseCaseContext,
  ) {
    return findSimilarRequests(context, body);
  }

  @Get('cases/:caseNumber/similar')
  @Reads({ id: 'findSimilarCases', summary: '相似工单 · Open cases like this one', answer: similarRequests })
  findSimilarCases(@Param({ schema: caseParameters }) parameters: CaseParameters, @Acting() context: UseCaseContext) {
    return findSimilarCases(context, parameters);
  }

  @Post('cases/:caseNumber/merging')
  @Writes({ id: 'mergeCase', summary: '并案 · Merge into another case', answer: caseView, changes: 'case' })
  merge(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: merging }) body: z.output<typeof merging>,
    @Acting() context: UseCaseContext,
  ) {
    return mergeCase(context, { ...parameters, ...body });
  }

  @Post('cases/:caseNumber/unmerging')
  @Writes({ id: 'unmergeCase', summary: '撤销并案 · Undo a merging', answer: caseView, changes: 'case' })
  unmerge(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: unmerging }) body: z.output<typeof unmerging>,
    @Acting() context: UseCaseContext,
  ) {
    return unmergeCase(context, { ...parameters, ...body });
  }

  @Post('cases/:caseNumber/calls')
  @Writes({ id: 'recordCall', summary: '追加来电 · Record a further call', answer: caseView, changes: 'case' })
  recordCall(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: furtherCall }) body: z.output<typeof furtherCall>,
    @Acting() context: UseCaseContext,
  ) {
    return recordCall(context, { ...parameters, ...body });
  }

  @Post('cases/:caseNumber/classification')
  @Writes({ id: 'classifyCase', summary: '补全分类 · Complete the classification', answer: caseView, changes: 'case' })
  classify(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: classification }) body: z.output<typeof classification>,
    @Acting() context: UseCaseContext,
  ) {
    return classifyCase(context, { ...parameters, ...body });
  }

  @Get('incidents')
  @Reads({ id: 'listIncidents', summary: '突发集中诉求 · Incidents', answer: incidentList })
  listIncidents(
    @Query({ schema: incidentQuery }) query: z.output<typeof incidentQuery>,
    @Acting() context: UseCaseContext,
  ) {
    return listIncidents(context, query);
  }

  @Post('cases/:caseNumber/incident-ending')
  @Writes({ id: 'endIncident', summary: '事件结束 · End an incident', answer: caseView, changes: 'case' })
  endIncident(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: incidentEnding }) body: z.output<typeof incidentEnding>,
    @Acting() context: UseCaseContext,
  ) {
    return endIncident(context, { ...parameters, ...body });
  }
}
