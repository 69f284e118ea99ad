import { Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { countRates, listDueDuties, type UseCaseContext } from '@hotline/application';
import { dueDutyList, ratesQuery, ratesReport } from '@hotline/contracts-http';
import { Reads, Resource } from '../contract/operation.decorator.ts';
import { unitParameters, type UnitParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 检查考核: how the city and its units did in a period. */
@Resource('rates', 'rates')
export class RatesController {
  @Get()
  @Reads({ id: 'countRates', summary: '考核指标 · The rates of the city and its units', answer: ratesReport })
  count(@Query({ schema: ratesQuery }) query: z.output<typeof ratesQuery>, @Acting() context: UseCaseContext) {
    return countRates(context, query);
  }

  @Get('units/:unitId')
  @Reads({ id: 'listDueDuties', summary: '应办结明细 · What a unit’s rates were counted from', answer: dueDutyList })
  duties(
    @Param({ schema: unitParameters }) parameters: UnitParameters,
    @Query({ schema: ratesQuery }) query: z.output<typeof ratesQuery>,
    @Acting() context: UseCaseContext,
  ) {
    return listDueDuties(context, { ...parameters, ...query });
  }
}
