import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { UseCaseContext } from '@hotline/application';
import { streamedEvent } from '@hotline/contracts-http';
import { Reads, Resource } from '../contract/operation.decorator.ts';
import { Acting, OwnSession, type SessionOfRequest } from '../house/asked.ts';
import { ChangeFeed } from './change-feed.ts';
import { EventStream } from './event-stream.ts';

/** Server-sent events: `ready` once, `change` with what changed, `missed` when everything should be read again. */
@Resource('events', 'events')
export class ChangeController {
  constructor(private readonly feed: ChangeFeed) {}

  @Get()
  @Reads({
    id: 'followChanges',
    summary: '变动推送 · Changes as they happen (server-sent events)',
    streams: streamedEvent,
  })
  follow(
    @OwnSession() { token }: SessionOfRequest,
    @Acting() context: UseCaseContext,
    @Res() reply: FastifyReply,
  ): void {
    this.feed.follow(new EventStream(reply), { token, context });
  }
}
