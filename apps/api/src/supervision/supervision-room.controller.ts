import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  answerLeader,
  askAsLeader,
  downloadDocument,
  listDocuments,
  listSupervision,
  type UseCaseContext,
} from '@hotline/application';
import {
  caseView,
  leaderAnswer,
  leaderQuestion,
  registeredPaperPage,
  registeredPaperQuery,
  supervisionList,
  supervisionQuery,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import {
  caseParameters,
  documentParameters,
  questionParameters,
  type CaseParameters,
  type DocumentParameters,
  type QuestionParameters,
} from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';
import { pdfAnswer } from '../house/file-answer.ts';

/** 督查室: whom to phone now, the papers it issued, and what leaders ask. */
@Resource('', 'supervision')
export class SupervisionRoomController {
  @Get('supervision')
  @Reads({ id: 'listSupervision', summary: '督查室今日该办 · Whom to phone now, and why', answer: supervisionList })
  list(
    @Query({ schema: supervisionQuery }) query: z.output<typeof supervisionQuery>,
    @Acting() context: UseCaseContext,
  ) {
    return listSupervision(context, query);
  }

  @Get('documents')
  @Reads({ id: 'listDocuments', summary: '文号登记簿 · The register of papers', answer: registeredPaperPage })
  register(
    @Query({ schema: registeredPaperQuery }) query: z.output<typeof registeredPaperQuery>,
    @Acting() context: UseCaseContext,
  ) {
    return listDocuments(context, query);
  }

  @Get('cases/:caseNumber/documents/:documentId')
  @Reads({ id: 'downloadDocument', summary: '公文（PDF） · A paper as a PDF', file: 'application/pdf' })
  async download(
    @Param({ schema: documentParameters }) parameters: DocumentParameters,
    @Acting() context: UseCaseContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { caseNumber, documentId } = parameters;
    return pdfAnswer(reply, await downloadDocument(context, parameters), `${caseNumber}-${documentId}`);
  }

  @Post('cases/:caseNumber/questions')
  @Writes({ id: 'askAsLeader', summary: '领导督办 · Ask about a case', answer: caseView, changes: 'case' })
  ask(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: leaderQuestion }) body: z.output<typeof leaderQuestion>,
    @Acting() context: UseCaseContext,
  ) {
    return askAsLeader(context, { ...parameters, ...body });
  }

  @Post('cases/:caseNumber/questions/:questionId/answer')
  @Writes({ id: 'answerLeader', summary: '答复领导督办 · Answer a leader', answer: caseView, changes: 'case' })
  answer(
    @Param({ schema: questionParameters }) parameters: QuestionParameters,
    @Body({ schema: leaderAnswer }) body: z.output<typeof leaderAnswer>,
    @Acting() context: UseCaseContext,
  ) {
    return answerLeader(context, { ...parameters, ...body });
  }
}
