import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { LineTrouble } from './fault.ts';

const SLOW_BY = 300;

/** A TCP line to a port of this machine, which can be troubled: a small stand-in for the network between two parts. */
export class Line {
  readonly port: number;
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  readonly #to: number;
  #trouble: LineTrouble | undefined;

  private constructor(server: Server, to: number) {
    this.#server = server;
    this.#to = to;
    this.port = (server.address() as AddressInfo).port;
    server.on('connection', (near) => this.#take(near));
  }

  static async open(to: number): Promise<Line> {
    const server = createServer({ pauseOnConnect: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Line(server, to);
  }

  /** From now on. */
  trouble(trouble: LineTrouble): void {
    this.#trouble = trouble;
    for (const pair of this.#pairs) {
      if (trouble === 'cut') pair.break();
      else if (trouble === 'stale') pair.freeze();
      else if (trouble === 'hang') pair.hold();
      else pair.delay = SLOW_BY;
    }
  }

  /** All is well again; what a stale connection was lost in stays lost. */
  heal(): void {
    this.#trouble = undefined;
    for (const pair of this.#pairs) {
      pair.delay = 0;
      pair.goOn();
    }
  }

  async close(): Promise<void> {
    for (const pair of this.#pairs) pair.break();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #take(near: Socket): void {
    near.on('error', () => undefined);
    if (this.#trouble === 'cut') {
      near.resetAndDestroy();
      return;
    }
    const pair = new Pair(near, this.#to, () => this.#pairs.delete(pair));
    this.#pairs.add(pair);
    if (this.#trouble === 'hang') pair.hold();
    else pair.goOn();
    if (this.#trouble === 'slow') pair.delay = SLOW_BY;
  }
}

/** One connection over the line: the socket of who called, and the one to where he called. */
class Pair {
  delay = 0;
  readonly #near: Socket;
  readonly #far: Socket;
  #frozen = false;

  constructor(near: Socket, to: number, gone: () => void) {
    this.#near = near;
    this.#far = connect({ port: to, host: '127.0.0.1' });
    this.#far.pause();
    for (const [from, into] of [
      [this.#near, this.#far],
      [this.#far, this.#near],
    ] as const) {
      this.#carry(from, into);
      from.setNoDelay(true);
      from.on('error', () => undefined);
      from.on('close', () => {
        into.destroy();
        gone();
      });
    }
  }

  break(): void {
    this.#near.resetAndDestroy();
    this.#far.resetAndDestroy();
  }

  hold(): void {
    this.#near.pause();
    this.#far.pause();
  }

  freeze(): void {
    this.#frozen = true;
    this.hold();
  }

  goOn(): void {
    if (this.#frozen) return;
    this.#near.resume();
    this.#far.resume();
  }

  #carry(from: Socket, into: Socket): void {
    const waiting: { readonly at: number; readonly work: () => void }[] = [];
    const pour = (): void => {
      for (let [first] = waiting; first; [first] = waiting) {
        const early = first.at - performance.now();
        if (early > 0) return void setTimeout(pour, Math.ceil(early));
        first.work();
        waiting.shift();
      }
    };
    const inTurn = (work: () => void): void => {
      waiting.push({ at: performance.now() + this.delay, work });
      if (waiting.length === 1) pour();
    };
    from.on('data', (chunk) => inTurn(() => void (into.destroyed || into.write(chunk))));
    from.on('end', () => inTurn(() => into.end()));
  }
}
