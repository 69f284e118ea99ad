import { Body, Get, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { delegate, endDelegation, listDelegations, type UseCaseContext } from '@hotline/application';
import { delegating, delegationEnding, delegationList, delegationView } from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { delegationParameters, type DelegationParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 主任授权: named powers of the director in another's hands, for a time. */
@Resource('delegations', 'people')
export class DelegationController {
  @Get()
  @Reads({ id: 'listDelegations', summary: '主任授权 · What the director has delegated', answer: delegationList })
  list(@Acting() context: UseCaseContext) {
    return listDelegations(context);
  }

  @Post()
  @Writes({ id: 'delegate', summary: '授权 · Delegate powers', answer: delegationView, status: 201 })
  delegate(@Body({ schema: delegating }) body: z.output<typeof delegating>, @Acting() context: UseCaseContext) {
    return delegate(context, body);
  }

  @Post(':delegationId/ending')
  @Writes({ id: 'endDelegation', summary: '收回授权 · Take powers back', answer: delegationView })
  end(
    @Param({ schema: delegationParameters }) parameters: DelegationParameters,
    @Body({ schema: delegationEnding }) _: object,
    @Acting() context: UseCaseContext,
  ) {
    return endDelegation(context, parameters);
  }
}
