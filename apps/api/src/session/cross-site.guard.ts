import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { requestOf } from '../house/asked.ts';
import { ProblemError } from '../problem/problem-error.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page asks for with this browser's cookie (`request.cross-site`). A script that
 * authenticates by header has no cookie to be misused.
 */
@Injectable()
export class CrossSiteGuard implements CanActivate {
  private readonly ownOrigin: string;

  constructor(@Inject(API_PARTS) { configuration }: ApiParts) {
    this.ownOrigin = new URL(configuration.publicUrl).origin;
  }

  canActivate(execution: ExecutionContext): boolean {
    const request = requestOf(execution);
    if (READING.has(request.method) || request.headers.authorization !== undefined) return true;
    if (!this.isOwn(request)) throw new ProblemError('request.cross-site');
    return true;
  }

  private isOwn(request: FastifyRequest): boolean {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined) return site === 'same-origin' || site === 'none';
    const { origin, host } = request.headers;
    return origin === undefined || origin === this.ownOrigin || origin === `${request.protocol}://${host}`;
  }
}
