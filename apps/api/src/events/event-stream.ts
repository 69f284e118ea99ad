import type { FastifyReply } from 'fastify';
import { SECURITY_HEADERS } from '../house/security-headers.ts';

/** One browser's stream of server-sent events. A browser that reads too slowly is let go; it connects again by itself. */
export class EventStream {
  private readonly reply: FastifyReply;
  private number = 0;
  private static readonly mostWaiting = 262_144;

  constructor(reply: FastifyReply) {
    this.reply = reply;
    reply.hijack();
    reply.raw.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    this.write('retry: 2000\n\n');
  }

  get isOpen(): boolean {
    return !this.reply.raw.destroyed && !this.reply.raw.writableEnded;
  }

  send(event: string, content: object): void {
    this.number += 1;
    this.write(`id: ${this.number}\nevent: ${event}\ndata: ${JSON.stringify(content)}\n\n`);
  }

  beat(): void {
    this.write(': beat\n\n');
  }

  onClose(then: () => void): void {
    this.reply.raw.once('close', then);
  }

  end(): void {
    this.reply.raw.end();
  }

  private write(text: string): void {
    if (!this.isOpen) return;
    this.reply.raw.write(text);
    if (this.reply.raw.writableLength > EventStream.mostWaiting) this.reply.raw.destroy();
  }
}
