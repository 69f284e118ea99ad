import { Body, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { assignCase, changeTerm, type UseCaseContext } from '@hotline/application';
import { assigning, caseView, termChange } from '@hotline/contracts-http';
import { Resource, Writes } from '../contract/operation.decorator.ts';
import {
  assignmentParameters,
  caseParameters,
  type AssignmentParameters,
  type CaseParameters,
} from '../contract/parameters.ts';
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

  @Post(':assignmentId/term')
  @Writes({ id: 'changeTerm', summary: '另定期限 · Set another term', answer: caseView, changes: 'case' })
  changeTerm(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: termChange }) body: z.output<typeof termChange>,
    @Acting() context: UseCaseContext,
  ) {
    return changeTerm(context, { ...parameters, ...body });
  }
}
