import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/cookie';

const NAME = 'hotline_session';
const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]{16,512})$/i;
const TOKEN = /^[A-Za-z0-9._~+/=-]{16,512}$/;

/** The token a request brings, and how. A script's Authorization header goes before a browser's cookie. */
export function tokenOf(
  request: FastifyRequest,
): { readonly token: string; readonly by: 'bearer' | 'cookie' } | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = BEARER.exec(authorization)?.[1];
    return token ? { token, by: 'bearer' } : undefined;
  }
  const token = request.cookies[NAME];
  return token && TOKEN.test(token) ? { token, by: 'cookie' } : undefined;
}

/** Gives the browser its session: not readable by scripts, sent to this site only. It ends with the browser. */
export function setSessionCookie(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(NAME, token, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(NAME, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}
