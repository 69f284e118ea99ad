import { Readable } from 'node:stream';
import { Body, Get, Inject, Param, Post, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { exportFaxSheet, reportFax, resendFax, type UseCaseContext } from '@hotline/application';
import { caseView, faxReport, faxResending } from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { assignmentParameters, type AssignmentParameters } from '../contract/parameters.ts';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { Acting } from '../house/asked.ts';

/** 传真交办: the sheet of a unit that is not online, and what became of it. */
@Resource('cases/:caseNumber/assignments/:assignmentId', 'assignment')
export class FaxController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('fax-sheet')
  @Reads({ id: 'exportFaxSheet', summary: '传真交办单（PDF） · The fax sheet as a PDF', file: 'application/pdf' })
  async exportFaxSheet(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Acting() context: UseCaseContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { publicUrl } = this.parts.configuration;
    const { name, content } = await exportFaxSheet(context, { ...parameters, publicUrl });
    reply.header('cache-control', 'private, no-store');
    return new StreamableFile(Readable.from([content]), {
      type: 'application/pdf',
      length: content.byteLength,
      disposition: `attachment; filename="fax-sheet.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  @Post('fax-sheets')
  @Writes({ id: 'resendFax', summary: '重发传真 · Fax once more', answer: caseView, changes: 'case' })
  resendFax(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: faxResending }) body: z.output<typeof faxResending>,
    @Acting() context: UseCaseContext,
  ) {
    return resendFax(context, { ...parameters, ...body });
  }

  @Post('fax-reports')
  @Writes({ id: 'reportFax', summary: '录入传真回执 · Enter a delivery report', answer: caseView, changes: 'case' })
  reportFax(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: faxReport }) body: z.output<typeof faxReport>,
    @Acting() context: UseCaseContext,
  ) {
    return reportFax(context, { ...parameters, ...body });
  }
}
