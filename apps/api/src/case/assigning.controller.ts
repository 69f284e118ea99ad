import { Body, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { assignCase, type UseCaseContext } from '@hotline/application';
import { assigning, caseView } from '@hotline/contracts-http';
import { Resource, Writes } from '../contract/operation.decorator.ts';
import { caseParameters, type CaseParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 交办: a case is given to its units. */
@Resource('cases/:caseNumber/assignments', 'assignment')
export class AssigningController {
  @Post()
  @Writes({ id: 'assignCase', summary: '交办 · Assign to units', answer: caseView, changes: 'case' })
  assignCase(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: assigning }) body: z.output<typeof assigning>,
    @Acting() context: UseCaseContext,
  ) {
    return assignCase(context, { ...parameters, ...body });
  }
}
