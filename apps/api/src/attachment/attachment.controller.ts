import { Body, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { addAttachment, getAttachment, type UseCaseContext } from '@hotline/application';
import { attachmentQuery, caseView } from '@hotline/contracts-http';
import { Reads, Resource, TakesFile, Writes } from '../contract/operation.decorator.ts';
import {
  attachmentParameters,
  caseParameters,
  type AttachmentParameters,
  type CaseParameters,
} from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';
import { bytesOf } from './file-body.ts';
import { handOut } from './hand-out.ts';

/** 附件: the files of a case. */
@Resource('cases/:caseNumber/attachments', 'attachment')
export class AttachmentController {
  @Post()
  @TakesFile()
  @Writes({ id: 'addAttachment', summary: '上传附件 · Add a file', answer: caseView, changes: 'case', status: 201 })
  add(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Query({ schema: attachmentQuery }) { name }: z.output<typeof attachmentQuery>,
    @Body() body: unknown,
    @Acting() context: UseCaseContext,
  ) {
    return addAttachment(context, { ...parameters, name, bytes: bytesOf(body) });
  }

  @Get(':attachmentId')
  @Reads({ id: 'getAttachment', summary: '下载附件 · A file', file: 'application/octet-stream' })
  async get(
    @Param({ schema: attachmentParameters }) parameters: AttachmentParameters,
    @Acting() context: UseCaseContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handOut(reply, await getAttachment(context, parameters));
  }
}
