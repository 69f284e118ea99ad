import { Body, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { logIn, logOut } from '@hotline/application';
import { logInRequest, me, sessionAnswer, type Me, type Session } from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { OwnSession, type SessionOfRequest } from '../house/asked.ts';
import { addressOf } from './address-of.ts';
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts';

@Resource('', 'session')
export class SessionController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Post('session')
  @Writes({ id: 'logIn', summary: '登录 · Log in', answer: sessionAnswer, status: 201, public: true })
  async logIn(
    @Body({ schema: logInRequest }) { username, password, mode }: z.output<typeof logInRequest>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const { orm, clock, configuration } = this.parts;
    const { token, ...session } = await logIn({ orm, clock }, { username, password, address: addressOf(request) });
    if (mode === 'bearer') return { ...session, token };
    setSessionCookie(reply, token, configuration.cookieSecure);
    return session;
  }

  @Delete('session')
  @Writes({ id: 'logOut', summary: '退出 · Log out', status: 204, telephone: true })
  async logOut(
    @OwnSession() { token }: SessionOfRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { orm, configuration } = this.parts;
    await logOut({ orm }, { token });
    clearSessionCookie(reply, configuration.cookieSecure);
  }

  @Get('me')
  @Reads({ id: 'getMe', summary: '我是谁 · Who I am', answer: me, telephone: true })
  me(@OwnSession() session: SessionOfRequest): Me {
    return session.user;
  }
}
