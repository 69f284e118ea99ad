import { Body, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { answerCallback, seeCallbackQuestion } from '@hotline/application';
import { callbackAnswer, callbackAnswered, callbackLink, callbackQuestion } from '@hotline/contracts-http';
import { Resource, Writes } from '../contract/operation.decorator.ts';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { citizenContext } from './citizen-context.ts';

/** 短信回访: what a citizen answers by the link he was sent. The link's token stays out of addresses. */
@Resource('public/callbacks', 'citizen')
export class CallbackAnswerController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Post('questions')
  @Writes({
    id: 'seeCallbackQuestion',
    summary: '短信回访：所问何事 · What a link asks about',
    answer: callbackQuestion,
    public: true,
  })
  seeQuestion(@Body({ schema: callbackLink }) body: z.output<typeof callbackLink>, @Req() request: FastifyRequest) {
    return seeCallbackQuestion(citizenContext(this.parts, request), body);
  }

  @Post('answers')
  @Writes({
    id: 'answerCallback',
    summary: '短信回访：回答 · Answer by a link',
    answer: callbackAnswered,
    public: true,
  })
  answer(@Body({ schema: callbackAnswer }) body: z.output<typeof callbackAnswer>, @Req() request: FastifyRequest) {
    return answerCallback(citizenContext(this.parts, request), body);
  }
}
