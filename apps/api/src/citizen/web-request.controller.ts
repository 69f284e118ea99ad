import { Body, Inject, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { bringFile, bringRequest, requestPhoneCode } from '@hotline/application';
import {
  broughtFile,
  broughtFileQuery,
  broughtRequest,
  phoneCodeRequest,
  sentCode,
  webRequest,
} from '@hotline/contracts-http';
import { bytesOf } from '../attachment/file-body.ts';
import { Resource, TakesFile, Writes } from '../contract/operation.decorator.ts';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { citizenContext } from './citizen-context.ts';

/** 网上诉求: what a citizen writes by himself, his phone proved by a code. */
@Resource('public', 'citizen')
export class WebRequestController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Post('phone-codes')
  @Writes({
    id: 'requestPhoneCode',
    summary: '网上诉求：验证手机 · Ask for a code to bring a request',
    answer: sentCode,
    public: true,
  })
  requestPhoneCode(
    @Body({ schema: phoneCodeRequest }) body: z.output<typeof phoneCodeRequest>,
    @Req() request: FastifyRequest,
  ) {
    return requestPhoneCode(citizenContext(this.parts, request), body);
  }

  @Post('requests')
  @Writes({
    id: 'bringRequest',
    summary: '网上诉求 · Bring a request',
    answer: broughtRequest,
    status: 201,
    public: true,
  })
  bring(@Body({ schema: webRequest }) body: z.output<typeof webRequest>, @Req() request: FastifyRequest) {
    return bringRequest(citizenContext(this.parts, request), body);
  }

  @Post('attachments')
  @TakesFile()
  @Writes({
    id: 'bringFile',
    summary: '网上诉求附件 · Add a file to a request just brought',
    answer: broughtFile,
    status: 201,
    public: true,
  })
  bringFile(
    @Query({ schema: broughtFileQuery }) query: z.output<typeof broughtFileQuery>,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ) {
    return bringFile(citizenContext(this.parts, request), { ...query, bytes: bytesOf(body) });
  }
}
