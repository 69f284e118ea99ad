import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { exportHandbook, type UseCaseContext } from '@hotline/application';
import { Reads, Resource } from '../contract/operation.decorator.ts';
import { Acting } from '../house/asked.ts';
import { pdfAnswer } from '../house/file-answer.ts';

/** 受理办理工作手册: the knowledge base as a document. */
@Resource('knowledge/handbook', 'knowledge')
export class HandbookController {
  @Get()
  @Reads({
    id: 'exportHandbook',
    summary: '受理办理工作手册（PDF） · The handbook as a PDF',
    file: 'application/pdf',
  })
  async export(@Acting() context: UseCaseContext, @Res({ passthrough: true }) reply: FastifyReply) {
    return pdfAnswer(reply, await exportHandbook(context), 'handbook');
  }
}
