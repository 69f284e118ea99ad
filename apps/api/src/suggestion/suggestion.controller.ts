import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { suggestForCase, suggestForRequest, suggestionUse, type UseCaseContext } from '@hotline/application';
import {
  caseSuggestionLookup,
  suggestionPeriod,
  suggestionLookup,
  suggestions,
  suggestionUse as useOfSuggestions,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { caseParameters, type CaseParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 智能推荐: category and unit, from how cases that are over went. A person decides. */
@Resource('', 'assignment')
export class SuggestionController {
  @Post('requests/suggestions')
  @Writes({ id: 'suggestForRequest', summary: '推荐分类和承办单位 · Suggest category and unit', answer: suggestions })
  suggestForRequest(
    @Body({ schema: suggestionLookup }) body: z.output<typeof suggestionLookup>,
    @Acting() context: UseCaseContext,
  ) {
    return suggestForRequest(context, body);
  }

  @Post('cases/:caseNumber/suggestions')
  @Writes({ id: 'suggestForCase', summary: '推荐本工单的分类和承办单位 · Suggest for this case', answer: suggestions })
  suggestForCase(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: caseSuggestionLookup }) _body: z.output<typeof caseSuggestionLookup>,
    @Acting() context: UseCaseContext,
  ) {
    return suggestForCase(context, parameters);
  }

  @Get('suggestions/use')
  @Reads({
    id: 'getSuggestionUse',
    summary: '推荐采用情况 · How often suggestions were followed',
    answer: useOfSuggestions,
  })
  use(
    @Query({ schema: suggestionPeriod }) period: z.output<typeof suggestionPeriod>,
    @Acting() context: UseCaseContext,
  ) {
    return suggestionUse(context, period);
  }
}
