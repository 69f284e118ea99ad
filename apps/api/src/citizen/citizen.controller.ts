import { Body, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { requestStatusCode, seeOwnCase } from '@hotline/application';
import { citizenCase, codeProof, sentCode, statusCodeRequest } from '@hotline/contracts-http';
import { Resource, Writes } from '../contract/operation.decorator.ts';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { citizenContext } from './citizen-context.ts';

/** 市民自助: what a citizen asks for without an account, his phone being what he is known by. */
@Resource('public', 'citizen')
export class CitizenController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Post('case-status/codes')
  @Writes({
    id: 'requestStatusCode',
    summary: '进度查询：发验证码 · Ask for a code to see one’s own case',
    answer: sentCode,
    public: true,
  })
  requestStatusCode(
    @Body({ schema: statusCodeRequest }) body: z.output<typeof statusCodeRequest>,
    @Req() request: FastifyRequest,
  ) {
    return requestStatusCode(citizenContext(this.parts, request), body);
  }

  @Post('case-status')
  @Writes({ id: 'seeOwnCase', summary: '进度查询 · See one’s own case', answer: citizenCase, public: true })
  seeOwnCase(@Body({ schema: codeProof }) body: z.output<typeof codeProof>, @Req() request: FastifyRequest) {
    return seeOwnCase(citizenContext(this.parts, request), body);
  }
}
