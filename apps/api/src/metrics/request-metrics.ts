import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus reads of one API: its requests by route, its open streams of events, and the process. */
export class RequestMetrics {
  readonly registry = new Registry();
  readonly openStreams = new Gauge({
    name: 'hotline_api_open_event_streams',
    help: 'Browsers that follow changes',
    registers: [this.registry],
  });
  private readonly seconds = new Histogram({
    name: 'hotline_api_request_seconds',
    help: 'Seconds from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });
  private readonly replays = new Counter({
    name: 'hotline_api_replayed_answers_total',
    help: 'Answers repeated for an Idempotency-Key',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Routes are named by their pattern, so that no case number becomes a label. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode };
      this.seconds.observe(labels, reply.elapsedTime / 1000);
      if (reply.getHeader('idempotency-replayed') !== undefined) this.replays.inc();
      done();
    });
  }
}
