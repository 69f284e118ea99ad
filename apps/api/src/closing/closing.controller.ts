import { Body, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import {
  inviteCallback,
  recordContact,
  recordSampleLook,
  reviewBooks,
  type UseCaseContext,
} from '@hotline/application';
import { booksReview, callbackInvitation, caseView, citizenContact, sampleLook } from '@hotline/contracts-http';
import { Resource, Writes } from '../contract/operation.decorator.ts';
import {
  assignmentParameters,
  caseParameters,
  type AssignmentParameters,
  type CaseParameters,
} from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** How a case is brought to its end, and looked at after it. */
@Resource('cases/:caseNumber', 'closing')
export class ClosingController {
  @Post('assignments/:assignmentId/contact')
  @Writes({
    id: 'recordContact',
    summary: '联系来电人 · Record that the unit spoke with the citizen',
    answer: caseView,
    changes: 'case',
  })
  recordContact(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: citizenContact }) body: z.output<typeof citizenContact>,
    @Acting() context: UseCaseContext,
  ) {
    return recordContact(context, { ...parameters, ...body });
  }

  @Post('callback-invitation')
  @Writes({
    id: 'inviteCallback',
    summary: '发短信回访 · Ask the citizen by a short message',
    answer: caseView,
    changes: 'case',
  })
  inviteCallback(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: callbackInvitation }) _: object,
    @Acting() context: UseCaseContext,
  ) {
    return inviteCallback(context, parameters);
  }

  @Post('books-review')
  @Writes({ id: 'reviewBooks', summary: '挂账复查 · Keep on the books until', answer: caseView, changes: 'case' })
  reviewBooks(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: booksReview }) body: z.output<typeof booksReview>,
    @Acting() context: UseCaseContext,
  ) {
    return reviewBooks(context, { ...parameters, ...body });
  }

  @Post('sample-look')
  @Writes({
    id: 'recordSampleLook',
    summary: '抽查 · Look at a case closed against the citizen’s word',
    answer: caseView,
    changes: 'case',
  })
  recordSampleLook(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: sampleLook }) body: z.output<typeof sampleLook>,
    @Acting() context: UseCaseContext,
  ) {
    return recordSampleLook(context, { ...parameters, ...body });
  }
}
