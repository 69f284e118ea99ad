import { stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/static';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { Open } from '../house/open.decorator.ts';

const YEAR = 31_536_000_000;
/** The API's own addresses, hidden files, and what is no path. */
const OTHERS = /^\/api(?:\/|$)|\/\.|\0/;

/** The built web: its files, and its one page for every address that is a place in it. */
@Open()
@ApiExcludeController()
@Controller()
export class WebController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('*')
  async serve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { webRoot } = this.parts.configuration;
    const path = normalize(decodeURIComponent(request.url.split('?', 1)[0] ?? ''));
    if (!webRoot || !path.startsWith('/') || OTHERS.test(path)) throw new NotFoundException();
    const file = path.slice(1);
    if (file && (await isFile(join(webRoot, file)))) {
      const hashed = file.startsWith('assets/');
      return reply.sendFile(file, hashed ? { maxAge: YEAR, immutable: true } : { maxAge: 0 }) as unknown as void;
    }
    if (extname(file) !== '' || !(await isFile(join(webRoot, 'index.html')))) throw new NotFoundException();
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false }) as unknown as void;
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
