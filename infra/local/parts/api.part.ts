import { join } from 'node:path';
import { REPOSITORY } from '../repository.ts';
import { untilAnswers } from '../until-answers.ts';
import type { Part } from '../supervise.ts';
import { spawnNode } from './node-process.ts';

/** The API with the web and the relay inside; by itself it listens to this machine alone, for the demo log-ins are known. */
export function apiPart(port: number, environment: Record<string, string>): Part {
  const host = process.env['API_HOST'] ?? '127.0.0.1';
  const own = { API_HOST: host, API_PORT: String(port), WEB_ROOT: join(REPOSITORY, 'apps/web/dist'), RELAY: 'inside' };
  return {
    name: 'api',
    title: 'API',
    spawn: (stdio) => spawnNode(join(REPOSITORY, 'apps/api/dist/main.js'), [], { ...environment, ...own }, stdio),
    untilReady: (signal) => untilAnswers(`http://127.0.0.1:${port}/readyz`, 60_000, signal),
    ending: { signal: 'SIGTERM', patience: 15_000 },
  };
}
